import { holdFirstPost } from '#features/moderation/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { type Actor, isPublicSpeaker, type Person, type Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import type { Introducible } from './introducible.ts'
import { daysBefore, limits } from './introduction.ts'
import { countAsked, findIntroduction, findOpen, type Introduction, lockIntroduction } from './queries.ts'
import { isBlocked } from './stored-blocks.ts'
import { insertIntroduction, lockAsker, updateIntroduction } from './stored-introductions.ts'
import { listAnswerers, tellAsked } from './telling-actions.ts'

type Detail = Record<string, never>

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'introduction.asked': Detail
    'introduction.suggested': Detail
    'introduction.asked-again': Detail
    'introduction.agreed': Detail
    'introduction.accepted': Detail
    'introduction.declined': Detail
    'introduction.withdrawn': Detail
    'introduction.expired': Detail
    'introduction.outcome-said': Detail
  }
}

/** Records what happened to an introduction; of whom, nothing. */
export const recordOn = (
  trx: Db,
  clock: Clock,
  actor: Actor,
  {
    id,
    happened,
  }: {
    id: string
    happened:
      | 'asked'
      | 'suggested'
      | 'asked-again'
      | 'agreed'
      | 'accepted'
      | 'declined'
      | 'withdrawn'
      | 'expired'
      | 'outcome-said'
  },
) =>
  recordActivity(trx, clock, {
    kind: `introduction.${happened}`,
    subject: { kind: 'introduction', id },
    actor,
    detail: {},
  })

export type Offered = { reason: string; first: Date; second: Date }
export type About = { kind: string; id: string; thing: Introducible }

/** Why an organisation cannot ask just now; null when it can. `asked` is null for a curator. */
export async function obstacleToAsking(
  db: Db,
  clock: Clock,
  actor: Speaker,
  { about: { kind, id, thing }, asked }: { about: About; asked: OrganisationName | null },
): Promise<string | null> {
  const { id: organisationId, name } = actor.actingFor
  if (asked?.id === organisationId)
    return `${thing.title} is of ${name} itself. You can ask a curator to be a critical friend to it.`
  const open = await findOpen(db, {
    askerId: organisationId,
    askedId: asked?.id ?? null,
    thing: { kind, id },
  })
  if (open) return `${name} has asked about this already, and waits for an answer. It is on your own page.`
  const since = daysBefore(clock.now(), 7)
  const { openOfPerson, weekOfOrganisation } = await countAsked(db, {
    personId: actor.id,
    organisationId,
    since,
  })
  if (openOfPerson >= limits.openOfPerson)
    return `You have ${openOfPerson} questions open, which is the most. Take one back that you no longer need, or wait for an answer.`
  if (weekOfOrganisation >= limits.weekOfOrganisation)
    return `${name} has asked ${weekOfOrganisation} times this week, which is the most. Ask again next week.`
  return null
}

/** Asks in the name of the actor's organisation. Held: a curator reads it first. */
export const askToMeet = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { about, asked, reason, first, second }: Offered & { about: About; asked: OrganisationName | null },
): Promise<{ id: string; isHeld: boolean }> =>
  db.transaction().execute(async trx => {
    const { id: organisationId } = actor.actingFor
    if (!isPublicSpeaker(actor))
      throw failure('forbidden', 'Only councils and other public bodies ask to meet.')
    await lockAsker(trx, organisationId)
    const obstacle = await obstacleToAsking(trx, clock, actor, { about, asked })
    if (obstacle) throw failure('conflict', obstacle)
    const at = clock.now()
    const id = newId()
    const blocked =
      asked !== null && (await isBlocked(trx, { organisationId: asked.id, blockedId: organisationId }))
    await insertIntroduction(trx, {
      row: {
        id,
        began_with: 'asker',
        asker_id: organisationId,
        asked_id: asked?.id ?? null,
        thing_kind: about.kind,
        thing_id: about.id,
        thing_title: about.thing.title,
        thing_path: about.thing.path,
        reason,
        first_at: first,
        second_at: second,
        state: 'asked',
        is_blocked: blocked,
        asked_at: at,
      },
      sides: {
        asker: { person_id: actor.id, agreed_at: at },
        asked: { person_id: asked && about.thing.ownerId, agreed_at: null },
      },
    })
    await recordOn(trx, clock, actor, { id, happened: 'asked' })
    const isHeld = await holdFirstPost(trx, clock, actor, { kind: 'introduction', id })
    if (!isHeld) await tellAsked(trx, clock, (await findIntroduction(trx, id))!)
    return { id, isHeld }
  })

/** A curator would bring two organisations together: both are asked. */
export const suggest = (
  db: Db,
  clock: Clock,
  actor: Person,
  { one, other, reason, first, second }: Offered & { one: OrganisationName; other: OrganisationName },
): Promise<string> =>
  db.transaction().execute(async trx => {
    await lockAsker(trx, one.id)
    if (await findOpen(trx, { askerId: one.id, askedId: other.id, thing: null }))
      throw failure('conflict', 'These two were asked already, and one of them has still to answer.')
    const pairs = [
      { organisationId: one.id, blockedId: other.id },
      { organisationId: other.id, blockedId: one.id },
    ]
    for (const pair of pairs)
      if (await isBlocked(trx, pair))
        throw failure(
          'conflict',
          'These two cannot be introduced by Pipeline. Talk to a lead of each of them first.',
        )
    const id = newId()
    await insertIntroduction(trx, {
      row: {
        id,
        began_with: 'curator',
        asker_id: one.id,
        asked_id: other.id,
        reason,
        written_by: actor.id,
        first_at: first,
        second_at: second,
        state: 'asked',
        is_blocked: false,
        asked_at: clock.now(),
      },
      sides: {
        asker: { person_id: null, agreed_at: null },
        asked: { person_id: null, agreed_at: null },
      },
    })
    await recordOn(trx, clock, actor, { id, happened: 'suggested' })
    await tellAsked(trx, clock, (await findIntroduction(trx, id))!)
    return id
  })

/** Lets those hear of it whom a curator's reading had kept waiting. */
export async function tellReleased(trx: Db, clock: Clock, ids: string[]): Promise<void> {
  for (const id of ids) {
    const introduction = await lockIntroduction(trx, id)
    if (introduction?.state === 'asked' && introduction.told_at === null)
      await tellAsked(trx, clock, introduction)
  }
}

/** A curator has whoever has not answered asked once more. */
export const askAgain = (db: Db, clock: Clock, actor: Person, id: string): Promise<void> =>
  db.transaction().execute(async trx => {
    const introduction = await lockIntroduction(trx, id)
    if (!introduction || introduction.told_at === null || introduction.is_blocked) throw failure('absent', '')
    if (introduction.state !== 'asked' || introduction.told_again_at)
      throw failure('conflict', 'This was answered meanwhile, or they were asked again already.')
    await recordOn(trx, clock, actor, { id, happened: 'asked-again' })
    await tellAsked(trx, clock, introduction, true)
  })

/** Takes a question back, for the organisation that asked. */
export const withdrawQuestion = (db: Db, clock: Clock, actor: Speaker, id: string): Promise<Introduction> =>
  db.transaction().execute(async trx => {
    const introduction = await lockIntroduction(trx, id)
    const isOwn = introduction?.began_with === 'asker' && introduction.asker.id === actor.actingFor.id
    if (!introduction || !isOwn) throw failure('absent', '')
    if (introduction.state !== 'asked') throw failure('conflict', 'This was answered meanwhile.')
    await updateIntroduction(trx, id, { state: 'withdrawn', ended_at: clock.now() })
    await recordOn(trx, clock, actor, { id, happened: 'withdrawn' })
    return introduction
  })

/** Whether anyone could answer for whom is asked. */
export const isAnyoneThere = async (db: Db, introduction: Introduction): Promise<boolean> =>
  (await listAnswerers(db, introduction, 'asked')).length > 0
