import { listSpokespeople, type Spokesperson } from '#features/accounts/index.ts'
import { type NewMail, queueMails } from '#features/mail/index.ts'
import { listOrganisationsById } from '#features/organisations/index.ts'
import { type Activity, recordActivities } from '#plumbing/activity.ts'
import { system } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import { newId } from '#plumbing/id.ts'
import { hashOf, newSecret } from '#plumbing/secrets.ts'
import { type Rung, rungReached } from './ladder.ts'
import { type Asked, askingLetter, restingLetter } from './letters.ts'
import type { Review, Role, Stage } from './review.ts'
import { insertAsk, lockDue, updateReview } from './stored-reviews.ts'
import { type WithThing, withThings } from './thing-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'review.asked': { stage: Stage }
    'review.shown-unconfirmed': { stage: Stage }
    'review.rested': { stage: Stage }
    'review.archived': { stage: Stage }
  }
}

const activityOf = {
  owner: 'review.asked',
  deputy: 'review.asked',
  leads: 'review.asked',
  banner: 'review.shown-unconfirmed',
  resting: 'review.rested',
  archived: 'review.archived',
} as const

type Asking = Spokesperson & { as: Role }

/** Who is asked at a stage, of those who still speak for the organisation. Where there is no lead, all are. */
function askedAt(stage: Stage, review: Review, spokespeople: Spokesperson[]): Asking[] {
  const named = (id: string | null, as: Role) =>
    spokespeople.filter(({ personId }) => personId === id).map(person => ({ ...person, as }))
  const deputies = named(review.deputy_id, 'deputy')
  if (stage === 'owner') return named(review.owner_id, 'owner')
  if (stage === 'deputy') return deputies.filter(({ personId }) => personId !== review.owner_id)
  if (stage !== 'leads') return []
  const leads = spokespeople.filter(({ role }) => role === 'lead')
  const asked = (leads.length > 0 ? leads : spokespeople).map(person => ({ ...person, as: 'lead' as const }))
  return [...asked, ...deputies.filter(({ personId }) => asked.every(other => other.personId !== personId))]
}

/** The rung for today; where its owner has left or no deputy was named, the leads are asked at once. */
function climbed(today: string, review: Review, spokespeople: Spokesperson[]) {
  const rung = rungReached(today, review)
  if (!rung) return null
  const asked = askedAt(rung.stage, review, spokespeople)
  const isEmpty = asked.length === 0 && (rung.stage === 'owner' || rung.stage === 'deputy')
  return isEmpty
    ? { stage: 'leads' as const, asked: askedAt('leads', review, spokespeople) }
    : { stage: rung.stage, asked }
}

/** Goes on with whatever nobody has confirmed: asks, shows, takes out of search, archives. One rung a day. */
export async function climbLadder(trx: Db, clock: Clock, site: Site): Promise<void> {
  const now = clock.now()
  const today = inLondon(now).date
  const due = await withThings(trx, site, await lockDue(trx, today))
  const organisations = await loadOrganisations(trx, due)
  const moved: Activity[] = []
  const asks: Ask[] = []
  const mails: NewMail[] = []
  for (const found of due) {
    const { name, spokespeople } = organisations.get(found.review.organisation_id)!
    const step = climbed(today, found.review, spokespeople)
    if (!step) continue
    const moves = { stage: step.stage, stage_on: today }
    const review = { ...found.review, ...moves }
    const one = { ...found, review }
    await updateReview(trx, review.id, moves)
    moved.push(activityFor(review, step.stage))
    if (step.stage === 'resting') mails.push(...mailsOfResting(one, name, spokespeople))
    const speaks = (id: string | null) => spokespeople.some(({ personId }) => personId === id)
    const named = { hasOwner: speaks(review.owner_id), hasDeputy: speaks(review.deputy_id) }
    for (const { personId, email, as } of step.asked) {
      const [id, secret] = [newId(), newSecret()]
      const isNew = await insertAsk(trx, {
        id,
        review_id: review.id,
        person_id: personId,
        role: as,
        due_on: review.due_on,
        link_hash: hashOf(secret),
        asked_at: now,
      })
      if (isNew) asks.push({ ...one, id, personId, email, as, secret, organisation: name, ...named })
    }
  }
  await recordActivities(trx, clock, moved)
  await queueMails(trx, clock, [...mailsOf(asks), ...mails])
}

type Ask = Asked & { id: string; personId: string; email: string }

async function loadOrganisations(trx: Db, due: WithThing[]) {
  const ids = [...new Set(due.map(({ review }) => review.organisation_id))]
  const organisations = new Map<string, { name: string; spokespeople: Spokesperson[] }>()
  for (const { id, name } of (await listOrganisationsById(trx, ids)).values())
    organisations.set(id, { name, spokespeople: await listSpokespeople(trx, id) })
  return organisations
}

function activityFor({ kind, subject_id }: Review, stage: Rung['stage']): Activity {
  const subject = { kind, id: subject_id }
  return { kind: activityOf[stage], subject, actor: system, detail: { stage } }
}

const thingsAMail = 20

/** All that a person is asked on a day, in as few mails as are readable. */
const mailsOf = (asks: Ask[]): NewMail[] =>
  [...Map.groupBy(asks, ({ personId }) => personId).values()].flatMap(own =>
    Array.from({ length: Math.ceil(own.length / thingsAMail) }, (_, at) => {
      const some = own.slice(at * thingsAMail, (at + 1) * thingsAMail)
      const { id, email } = some[0]!
      return { key: `review ask ${id}`, to: email, about: 'review', letter: askingLetter(some) }
    }),
  )

/** Everyone who was asked is told what silence did. */
const mailsOfResting = (one: WithThing, organisation: string, spokespeople: Spokesperson[]): NewMail[] =>
  spokespeople
    .filter(
      ({ personId, role }) =>
        role === 'lead' || personId === one.review.owner_id || personId === one.review.deputy_id,
    )
    .map(({ personId, email }) => ({
      key: `review ${one.review.id} of ${one.review.due_on} rests to ${personId}`,
      to: email,
      about: 'review',
      letter: restingLetter(one, organisation),
    }))
