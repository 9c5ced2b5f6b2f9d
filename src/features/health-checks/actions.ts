import { listDeciders, listSpokespeople } from '#features/accounts/index.ts'
import {
  type Collaboration,
  joined,
  joinedIds,
  listCollaborations,
  lockOwn,
} from '#features/collaborations/index.ts'
import { type NewMail, queueMails } from '#features/mail/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { type Actor, type Speaker, system } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { hashOf, isSecret, newSecret } from '#plumbing/secrets.ts'
import type { Levels } from './health.ts'
import { askingLetter } from './letters.ts'
import { findLink, listPaused, listRounds, listWithoutRound } from './queries.ts'
import {
  deleteLinksBefore,
  deletePause,
  insertLinks,
  insertPause,
  insertRound,
  upsertReply,
} from './stored-health.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'health.asked': { month: string }
    'health.answered': { organisationId: string }
    'health.paused': { organisationId: string }
    'health.resumed': { organisationId: string }
  }
}

const subjectOf = (id: string) => ({ kind: 'collaboration', id })

/** Days after it was begun before a collaboration is asked how it goes. */
const daysFirst = 14

/** Opens the month's round where two organisations or more work together, and asks each partner by mail. */
export async function askMonthly(trx: Db, clock: Clock): Promise<void> {
  const now = clock.now()
  const month = `${inLondon(now).date.slice(0, 7)}-01`
  const due = await listWithoutRound(trx, month, new Date(now.getTime() - daysFirst * 86_400_000))
  const collaborations = await listCollaborations(
    trx,
    due.map(({ id }) => id),
  )
  for (const collaboration of collaborations.values())
    if (joined(collaboration).length > 1 && isAtWork(collaboration))
      await askPartners(trx, clock, collaboration, month)
}

/** Whose project goes on: what has finished or was withdrawn needs no questions. */
const isAtWork = ({ plan }: Collaboration) => plan.state === 'published' && plan.said.finished_on === null

async function askPartners(trx: Db, clock: Clock, collaboration: Collaboration, month: string) {
  const { id } = collaboration
  const round = { id: newId(), collaboration_id: id, month, opened_at: clock.now() }
  if (!(await insertRound(trx, round))) return
  await deleteLinksBefore(trx, id, month)
  await recordActivity(trx, clock, {
    kind: 'health.asked',
    subject: subjectOf(id),
    actor: system,
    detail: { month },
  })
  const paused = await listPaused(trx, id)
  const [, ...earlier] = await listRounds(trx, id)
  const mails: NewMail[] = []
  for (const { organisation } of joined(collaboration)) {
    if (paused.has(organisation.id)) continue
    const hasEarlier = earlier.some(({ replies }) =>
      replies.some(reply => reply.organisation.id === organisation.id),
    )
    const asked = (await listDeciders(trx, organisation.id)).map(decider => ({
      ...decider,
      secret: newSecret(),
    }))
    await insertLinks(
      trx,
      asked.map(({ personId, secret }) => ({
        link_hash: hashOf(secret),
        round_id: round.id,
        organisation_id: organisation.id,
        person_id: personId,
      })),
    )
    for (const { personId, email, secret } of asked)
      mails.push({
        key: `health round ${round.id} of ${organisation.id} to ${personId}`,
        to: email,
        about: 'health-check',
        letter: askingLetter({ collaboration, organisation: organisation.name, month, secret, hasEarlier }),
      })
  }
  await queueMails(trx, clock, mails)
}

export type Answers = Levels & { note: string | null }

type Replying = Answers & { roundId: string; organisationId: string; personId: string }

async function reply(
  trx: Db,
  clock: Clock,
  actor: Actor,
  collaborationId: string,
  { roundId, organisationId, personId, ...answers }: Replying,
) {
  await upsertReply(trx, {
    ...answers,
    round_id: roundId,
    organisation_id: organisationId,
    answered_at: clock.now(),
    person_id: personId,
  })
  await recordActivity(trx, clock, {
    kind: 'health.answered',
    subject: subjectOf(collaborationId),
    actor,
    detail: { organisationId },
  })
}

/**
 * Answers the latest round for the organisation one acts for, in place of what it answered before. False, and nothing is
 * kept, where `asked` was another: what was said of one month is not said of the next.
 */
export const answerRound = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
  { asked, ...answers }: Answers & { asked: string | null },
): Promise<boolean> =>
  db.transaction().execute(async trx => {
    const { id } = await lockOwn(trx, actor, collaboration)
    const [latest] = await listRounds(trx, id)
    if (!latest) throw failure('conflict', 'Nothing was asked yet.')
    if (asked !== null && asked !== latest.id) return false
    const who = { roundId: latest.id, organisationId: actor.actingFor.id, personId: actor.id }
    await reply(trx, clock, actor, id, { ...answers, ...who })
    return true
  })

/** What a link of a mail is for, as long as its person speaks for a partner; a page that does not exist otherwise. */
export async function requireLink(db: Db, secret: string) {
  const link = isSecret(secret) ? await findLink(db, hashOf(secret)) : undefined
  const collaboration =
    link && (await listCollaborations(db, [link.collaboration_id])).get(link.collaboration_id)
  if (!link || !collaboration || !joinedIds(collaboration).includes(link.organisation_id))
    throw failure('absent', '')
  const spokespeople = await listSpokespeople(db, link.organisation_id)
  if (!spokespeople.some(({ personId }) => personId === link.person_id)) throw failure('absent', '')
  return { link, collaboration }
}

/** Answers by the link of a mail. */
export const answerByLink = (db: Db, clock: Clock, secret: string, answers: Answers): Promise<void> =>
  db.transaction().execute(async trx => {
    const { link, collaboration } = await requireLink(trx, secret)
    const who = { roundId: link.round_id, organisationId: link.organisation_id, personId: link.person_id }
    await reply(trx, clock, system, collaboration.id, { ...answers, ...who })
  })

/** Stops or begins again that the organisation one acts for is asked. */
export const setPaused = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
  isPaused: boolean,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const { id } = await lockOwn(trx, actor, collaboration)
    const organisationId = actor.actingFor.id
    if (isPaused)
      await insertPause(trx, {
        collaboration_id: id,
        organisation_id: organisationId,
        since: clock.now(),
        person_id: actor.id,
      })
    else await deletePause(trx, id, organisationId)
    await recordActivity(trx, clock, {
      kind: isPaused ? 'health.paused' : 'health.resumed',
      subject: subjectOf(id),
      actor,
      detail: { organisationId },
    })
  })
