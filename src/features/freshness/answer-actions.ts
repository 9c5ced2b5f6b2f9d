import { listSpokespeople } from '#features/accounts/index.ts'
import { listOrganisationsById } from '#features/organisations/index.ts'
import { isMemberOf, type Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import { markConfirmed } from './keeping-actions.ts'
import type { Answer, ConfirmedAs, Review } from './review.ts'
import { type Ask, lockAskByLink, lockReview, updateAsk } from './stored-reviews.ts'
import { requireThing, type WithThing } from './thing-queries.ts'

type Answering = { review: Review; answer: Answer; as: ConfirmedAs; site: Site }

/** Does what an answer says; where its answerer goes next. What has changed counts once the change is saved. */
async function answer(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  { review, answer, as, site }: Answering,
): Promise<WithThing> {
  const found = await requireThing(trx, site, review)
  const { reviewable } = found
  const given = { id: review.subject_id, site }
  if (answer === 'still-true') {
    await markConfirmed(trx, clock, actor, { ...found, as, at: clock.now() })
    await reviewable.stillTrue?.(trx, clock, actor, given)
  }
  if (answer === 'finished') await reviewable.finished.act(trx, clock, actor, given)
  if (answer === 'not-ours') await reviewable.notOurs.act(trx, clock, actor, given)
  return found
}

/** Someone who speaks for an organisation, as if they were signed in and acted for it; null when they no longer do. */
async function speakerOf(db: Db, personId: string | null, organisationId: string): Promise<Speaker | null> {
  const spokespeople = await listSpokespeople(db, organisationId)
  const person = spokespeople.find(one => one.personId === personId)
  const organisation = (await listOrganisationsById(db, [organisationId])).get(organisationId)
  if (!person || !organisation) return null
  const isPublicSector = organisation.kind === 'council' || organisation.kind === 'public-body'
  return {
    kind: 'person',
    id: person.personId,
    memberships: [{ organisationId, role: person.role, isPublicSector }],
    actingFor: { id: organisationId, name: organisation.name },
    duties: [],
  }
}

/** Whether a link still asks: not used, and nobody has answered in another way since. */
export const isOpen = ({ used_at, asked_at }: Ask, review: Review) =>
  used_at === null && review.closed_at === null && review.confirmed_at <= asked_at

/** Who may answer by a link; an unknown link, and that of someone who no longer speaks for the organisation, is absent. */
export async function requireSpeaker(db: Db, { person_id }: Ask, review: Review): Promise<Speaker> {
  const speaker = await speakerOf(db, person_id, review.organisation_id)
  if (!speaker) throw failure('absent', '')
  return speaker
}

/** Answers by the link of a mail, which is spent with it. 'spent' when it was answered before. */
export const answerByLink = (
  db: Db,
  clock: Clock,
  site: Site,
  { linkHash, answer: said }: { linkHash: string; answer: Answer },
): Promise<WithThing | 'spent'> =>
  db.transaction().execute(async trx => {
    const ask = await lockAskByLink(trx, linkHash)
    if (!ask) throw failure('absent', '')
    const review = await lockReview(trx, ask.review_id)
    if (!isOpen(ask, review)) return 'spent'
    const speaker = await requireSpeaker(trx, ask, review)
    await updateAsk(trx, ask.id, { used_at: clock.now(), answer: said })
    return answer(trx, clock, speaker, { review, answer: said, as: roleOf(speaker, review), site })
  })

/** As what a member of its organisation speaks of it. */
export function roleOf(actor: Speaker, review: Review): ConfirmedAs {
  if (actor.id === review.owner_id) return 'owner'
  if (actor.id === review.deputy_id) return 'deputy'
  const role = actor.memberships.find(({ organisationId }) => organisationId === review.organisation_id)?.role
  return role === 'lead' ? 'lead' : 'member'
}

/** What an organisation is asked about its own: for its members only, and while they act for it. */
export function requireOwn(actor: Speaker, review: Review | undefined): Review {
  if (!review || review.closed_at || !isMemberOf(actor, review.organisation_id)) throw failure('absent', '')
  if (actor.actingFor.id !== review.organisation_id)
    throw failure(
      'forbidden',
      `This belongs to another organisation than ${actor.actingFor.name}, for which you act just now. Change the organisation you act for, at the top of the page.`,
    )
  return review
}

/** Answers for the organisation one acts for. */
export const answerOwn = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { id, answer: said, site }: { id: string; answer: Answer; site: Site },
): Promise<WithThing> =>
  db.transaction().execute(async trx => {
    const review = requireOwn(actor, await lockReview(trx, id))
    return answer(trx, clock, actor, { review, answer: said, as: roleOf(actor, review), site })
  })
