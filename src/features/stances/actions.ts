import { holdFirstPost } from '#features/moderation/index.ts'
import type { OrganisationFacts } from '#features/organisations/index.ts'
import { findProblem, type Problem, type PublishedProblem } from '#features/problems/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { type Actor, type Speaker, system } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { asConfirmed, insertOrLockStance, insertVersion, lockStances, type Stance } from './queries.ts'
import { type Act, endsOn, type Saying, storyFrom, type Word } from './stance.ts'
import { findOwnStanding, type OwnStanding } from './standing-queries.ts'

/** What was spoken of, and the organisation of today that it is said for. */
export type Spoken = { problem: PublishedProblem; present: OrganisationFacts }

/** `isHeld`: it waits for a curator before others see it. 'stale': a colleague wrote since the writer looked. */
export type Saved = (Spoken & { isHeld: boolean }) | 'stale'

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
  mark: Parameters<typeof insertVersion>[2]
}

/** Writes the next version of a stance, and records it on the problem: what is shown of that follows. */
async function writeVersion(
  trx: Db,
  clock: Clock,
  actor: Actor,
  { stance, act, word, by, mark }: Writing,
): Promise<void> {
  const { id, problemId, organisationId } = stance
  const number = stance.number + 1
  const version = { stanceId: id, number, act, word, writtenBy: by, writtenAt: clock.now() }
  await insertVersion(trx, version, mark)
  await recordActivity(trx, clock, {
    kind: `stance.${act}`,
    subject: { kind: 'problem', id: problemId },
    actor,
    detail: { stanceId: id, organisationId, says: word.says },
  })
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
  { stance, act, ...said }: Omit<Writing, 'mark'> & { stance: Held },
) {
  const isTaken = stance.number === 0 || stance.withdrawnAt !== null
  const { confirmedAt, endsOn } = yearFrom(clock)
  const mark = asConfirmed(confirmedAt, said.by, endsOn)
  await writeVersion(trx, clock, actor, { stance, act: isTaken ? 'taken' : act, mark, ...said })
}

/** Lets an officer say it for their organisation; its first post waits for a curator. */
async function speak(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  { problem, present, ...said }: Spoken & { stance: Held; act: Act; word: Word },
): Promise<Saved> {
  await writeWord(trx, clock, actor, { ...said, by: actor.id })
  const isHeld = await holdFirstPost(trx, clock, actor, { kind: 'stance', id: said.stance.id })
  return { problem, present, isHeld }
}

async function findOpenProblem(trx: Db, actor: Speaker, ref: string): Promise<PublishedProblem> {
  const problem = await findProblem(trx, actor, ref)
  if (problem.state === 'withdrawn')
    throw failure('conflict', 'This problem was withdrawn. What organisations said of it can still be read.')
  return problem
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

/** `ref` is the slug of a problem, or its id. `seen` is the number of the version of their own stance that the writer had before them, 0 for none. */
type Given = { ref: string; seen: number }

/** Says where the actor's organisation stands, in place of what it said before. */
export const takeStance = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { ref, seen, word }: Given & { word: Word },
): Promise<Saved> =>
  db.transaction().execute(async trx => {
    const problem = await findOpenProblem(trx, actor, ref)
    const stance = await holdStance(trx, clock, problem.id, actor.actingFor.id)
    if (stance.number > 0 && stance.number !== seen) return 'stale'
    const { present } = await findSpeakable(trx, clock, actor, problem.id)
    return speak(trx, clock, actor, { problem, present, stance, act: 'changed', word })
  })

/** Says again what stands for the actor's organisation; a successor makes its own of what it took over. */
export const confirmStance = (db: Db, clock: Clock, actor: Speaker, { ref, seen }: Given): Promise<Saved> =>
  db.transaction().execute(async trx => {
    const problem = await findOpenProblem(trx, actor, ref)
    const stance = await holdStance(trx, clock, problem.id, actor.actingFor.id)
    const { standing, present } = await findSpeakable(trx, clock, actor, problem.id)
    if (!standing) throw failure('absent', '')
    if (stance.number > 0 && stance.number !== seen) return 'stale'
    return speak(trx, clock, actor, { problem, present, stance, act: 'confirmed', word: standing })
  })

/** Takes back what the actor's organisation said, and what stands for it from councils it took over from. */
export const withdrawStance = (db: Db, clock: Clock, actor: Speaker, ref: string): Promise<Spoken> =>
  db.transaction().execute(async trx => {
    const problem = await findProblem(trx, actor, ref)
    const { ownIds, ids, present } = await findSpeakable(trx, clock, actor, problem.id)
    const isPresent = present.id === actor.actingFor.id
    const stances = await lockStances(trx, isPresent ? ids : ownIds)
    const standing = stances.filter(({ withdrawnAt }) => withdrawnAt === null)
    if (standing.length === 0) throw failure('absent', '')
    const mark = { withdrawn_at: clock.now() }
    for (const stance of standing)
      await writeVersion(trx, clock, actor, { stance, act: 'withdrawn', word: stance, by: actor.id, mark })
    return { problem, present }
  })

const nothing = { affected: null, size: null, cost: null, urgency: null, offers: [], story: null, note: null }

/** Who raises a problem has it; nothing changes where their organisation has said something already. */
export async function takeForRaiser(trx: Db, clock: Clock, actor: Speaker, problem: Problem): Promise<void> {
  const stance = await holdStance(trx, clock, problem.id, actor.actingFor.id)
  if (stance.number > 0) return
  const word: Word = { ...nothing, says: 'have-it', cost: problem.cost_band }
  await writeWord(trx, clock, actor, { stance, act: 'taken', word, by: actor.id })
}

/** Who solved the problem they raised fixed it; nothing changes where that was said already, or a successor speaks. */
export async function fixForRaiser(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  { problem, how }: { problem: Problem; how: string },
): Promise<void> {
  const find = () => findOwnStanding(trx, inLondon(clock.now()).date, actor.actingFor.id, problem.id)
  if (spokenFor(await find(), actor.actingFor.id)) return
  const stance = await holdStance(trx, clock, problem.id, actor.actingFor.id)
  const { standing } = await find()
  if (standing?.id === stance.id && standing.says === 'fixed-it') return
  const word: Word = { ...(standing ?? nothing), says: 'fixed-it', urgency: null, story: storyFrom(how) }
  await writeWord(trx, clock, actor, { stance, act: 'changed', word, by: actor.id })
  await holdFirstPost(trx, clock, actor, { kind: 'stance', id: stance.id })
}

/** Who confirms the problem they raised says again where they stand on it, if they have said so and still may. */
export async function confirmForRaiser(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  problem: Problem,
): Promise<void> {
  const found = await findOwnStanding(trx, inLondon(clock.now()).date, actor.actingFor.id, problem.id)
  const { standing, ownIds } = found
  if (!standing || !ownIds.includes(standing.id) || spokenFor(found, actor.actingFor.id)) return
  const stance = await holdStance(trx, clock, problem.id, actor.actingFor.id)
  await writeWord(trx, clock, actor, { stance, act: 'confirmed', word: standing, by: actor.id })
}

/** Finds that these stances have ended; gives those that nobody confirmed or withdrew meanwhile. */
export async function expireStances(trx: Db, clock: Clock, ids: string[]): Promise<Stance[]> {
  const today = inLondon(clock.now()).date
  const ended = (await lockStances(trx, ids)).filter(
    ({ endsOn, withdrawnAt }) => withdrawnAt === null && endsOn <= today,
  )
  const mark = { expired_at: clock.now() }
  for (const stance of ended)
    await writeVersion(trx, clock, system, { stance, act: 'expired', word: stance, by: null, mark })
  return ended
}
