import { holdFirstPost } from '#features/moderation/index.ts'
import { listProblemsById } from '#features/problems/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { type Actor, type Speaker, system } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import {
  insertOrLockStance,
  insertVersion,
  lockStances,
  markConfirmed,
  markExpired,
  markWithdrawn,
  type Stance,
} from './queries.ts'
import { type Act, endsOn, type Saying, type Word } from './stance.ts'
import { findOwnStanding, type OwnStanding } from './standing-queries.ts'

/** `isHeld`: it waits for a curator before others see it. 'stale': a colleague wrote since the writer looked. */
export type Saved = { isHeld: boolean } | 'stale'

type Detail = { stanceId: string; organisationId: string; says: Saying }

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'stance.taken': Detail
    'stance.changed': Detail
    'stance.confirmed': Detail
    'stance.withdrawn': Detail
    'stance.expired': Detail
  }
}

type Writing = {
  stance: Pick<Stance, 'id' | 'number' | 'problemId' | 'organisationId'>
  act: Act
  word: Word
  /** The officer who said it. */
  by: string | null
}

/** Writes the next version of a stance, and records it on the problem: what is shown of that follows. Gives its number. */
async function writeVersion(
  trx: Db,
  clock: Clock,
  actor: Actor,
  { stance, act, word, by }: Writing,
): Promise<number> {
  const { id, problemId, organisationId } = stance
  const number = stance.number + 1
  await insertVersion(trx, { stanceId: id, number, act, word, writtenBy: by, writtenAt: clock.now() })
  await recordActivity(trx, clock, {
    kind: `stance.${act}`,
    subject: { kind: 'problem', id: problemId },
    actor,
    detail: { stanceId: id, organisationId, says: word.says },
  })
  return number
}

type Held = Awaited<ReturnType<typeof insertOrLockStance>>

/** Nobody else writes this organisation's stance on the problem until the transaction ends. */
const holdStance = (trx: Db, clock: Clock, problemId: string, organisationId: string): Promise<Held> =>
  insertOrLockStance(trx, { id: newId(), problemId, organisationId, ...yearFrom(clock) })

const yearFrom = (clock: Clock) => {
  const confirmedAt = clock.now()
  return { confirmedAt, endsOn: endsOn(inLondon(confirmedAt).date) }
}

/** Writes what an organisation says; it counts from now on, for a year. */
async function writeWord(
  trx: Db,
  clock: Clock,
  actor: Actor,
  { stance, act, ...said }: Writing & { stance: Held },
) {
  const isTaken = stance.number === 0 || stance.withdrawnAt !== null
  const number = await writeVersion(trx, clock, actor, { stance, act: isTaken ? 'taken' : act, ...said })
  await markConfirmed(trx, stance.id, { number, confirmedBy: said.by, ...yearFrom(clock) })
}

/** Lets an officer say it for their organisation; its first post waits for a curator. */
async function speak(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  said: { stance: Held; act: Act; word: Word },
): Promise<Saved> {
  await writeWord(trx, clock, actor, { ...said, by: actor.id })
  return { isHeld: await holdFirstPost(trx, clock, actor, { kind: 'stance', id: said.stance.id }) }
}

async function requireOpenProblem(trx: Db, actor: Speaker, problemId: string): Promise<void> {
  const problem = (await listProblemsById(trx, actor, [problemId])).get(problemId)
  if (!problem) throw failure('absent', '')
  if (problem.state === 'withdrawn')
    throw failure('conflict', 'This problem was withdrawn. What organisations said of it can still be read.')
}

/** The council that took over from the actor's and has said where it stands, if there is one: then only its officers can. */
export const spokenFor = ({ present, standing }: OwnStanding, organisationId: string) =>
  present.id !== organisationId && standing?.organisationId === present.id ? present : undefined

async function findSpeakable(trx: Db, clock: Clock, { actingFor }: Speaker, problemId: string) {
  const standing = await findOwnStanding(trx, inLondon(clock.now()).date, actingFor.id, problemId)
  const successor = spokenFor(standing, actingFor.id)
  if (successor)
    throw failure(
      'conflict',
      `${successor.name} took over from ${actingFor.name} and has said where it stands. Its officers can change that.`,
    )
  return standing
}

/** `seen` is the number of the version of their own stance that the writer had before them, 0 for none. */
type Given = { problemId: string; seen: number }

/** Says where the actor's organisation stands, in place of what it said before. */
export const takeStance = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { problemId, seen, word }: Given & { word: Word },
): Promise<Saved> =>
  db.transaction().execute(async trx => {
    await requireOpenProblem(trx, actor, problemId)
    const stance = await holdStance(trx, clock, problemId, actor.actingFor.id)
    if (stance.number > 0 && stance.number !== seen) return 'stale'
    await findSpeakable(trx, clock, actor, problemId)
    return speak(trx, clock, actor, { stance, act: 'changed', word })
  })

/** Says again what stands for the actor's organisation; a successor makes its own of what it took over. */
export const confirmStance = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { problemId, seen }: Given,
): Promise<Saved> =>
  db.transaction().execute(async trx => {
    await requireOpenProblem(trx, actor, problemId)
    const stance = await holdStance(trx, clock, problemId, actor.actingFor.id)
    const { standing } = await findSpeakable(trx, clock, actor, problemId)
    if (!standing) throw failure('absent', '')
    if (stance.number > 0 && stance.number !== seen) return 'stale'
    return speak(trx, clock, actor, { stance, act: 'confirmed', word: standing })
  })

/** Takes back what the actor's organisation said, and what stands for it from councils it took over from. */
export const withdrawStance = (db: Db, clock: Clock, actor: Speaker, problemId: string): Promise<void> =>
  db.transaction().execute(async trx => {
    if (!(await listProblemsById(trx, actor, [problemId])).has(problemId)) throw failure('absent', '')
    const { own, ids, present } = await findSpeakable(trx, clock, actor, problemId)
    const isPresent = present.id === actor.actingFor.id
    const stances = await lockStances(trx, isPresent ? ids : own ? [own.id] : [])
    const standing = stances.filter(({ withdrawnAt }) => withdrawnAt === null)
    if (standing.length === 0) throw failure('absent', '')
    for (const stance of standing) {
      const number = await writeVersion(trx, clock, actor, {
        stance,
        act: 'withdrawn',
        word: stance,
        by: actor.id,
      })
      await markWithdrawn(trx, stance.id, number, clock.now())
    }
  })

type Raised = { problemId: string; organisationId: string; cost: Word['cost']; by: string | null }

/** An organisation that raises a problem has it; nothing changes where it has said something already. */
export async function takeForRaiser(trx: Db, clock: Clock, raised: Raised): Promise<void> {
  const { problemId, organisationId, cost, by } = raised
  const stance = await holdStance(trx, clock, problemId, organisationId)
  if (stance.number > 0) return
  const nothing = { affected: null, size: null, urgency: null, offers: [], story: null, note: null }
  await writeWord(trx, clock, system, {
    stance,
    act: 'taken',
    word: { says: 'have-it', cost, ...nothing },
    by,
  })
}

/** Finds that these stances have ended; gives those that nobody confirmed or withdrew meanwhile. */
export async function expireStances(trx: Db, clock: Clock, ids: string[]): Promise<Stance[]> {
  const today = inLondon(clock.now()).date
  const ended = (await lockStances(trx, ids)).filter(
    ({ endsOn, withdrawnAt }) => withdrawnAt === null && endsOn <= today,
  )
  for (const stance of ended) {
    const number = await writeVersion(trx, clock, system, { stance, act: 'expired', word: stance, by: null })
    await markExpired(trx, stance.id, number, clock.now())
  }
  return ended
}
