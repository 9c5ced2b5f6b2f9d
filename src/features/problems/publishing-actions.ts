import { holdFirstPost } from '#features/moderation/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import { breaks } from '#plumbing/database/constraint.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site, Slots } from '#plumbing/feature.ts'
import { slugOf } from '#plumbing/slug.ts'
import { lockOwn } from './draft-actions.ts'
import { freeProblemSlug, type Problem } from './problem.ts'
import { missingParts, partsOf } from './problem-parts.ts'
import { isOfSupplier } from './raising-queries.ts'
import {
  insertVersion,
  listSlugsLike,
  type ProblemAct,
  type ProblemChange,
  updateProblem,
} from './stored-problems.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'problem.published': { version: number }
    'problem.withdrawn': { version: number }
    'problem.solved': { version: number }
    'problem.reopened': { version: number }
  }
}

type Acting = { problem: Problem; act: Exclude<ProblemAct, 'changed'>; note: string | null }

/** One act on a problem as a whole: the change, its version and the record. */
async function act(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  { problem, act, note, ...change }: Acting & Omit<ProblemChange, 'changed_at'>,
) {
  const made_at = clock.now()
  const version = problem.version + 1
  const subject = { kind: 'problem', id: problem.id }
  await updateProblem(trx, problem.id, { ...change, version, changed_at: made_at })
  await insertVersion(trx, {
    problem_id: problem.id,
    number: version,
    act,
    said: partsOf(problem),
    note,
    organisation_id: actor.actingFor.id,
    person_id: actor.id,
    made_at,
  })
  await recordActivity(trx, clock, { kind: `problem.${act}`, subject, actor, detail: { version } })
}

type Publishing = { site: Site; ref: string }

/** Publishes a draft under an address of its title, or again what was closed. Its slug. */
export async function publishProblem(
  db: Db,
  clock: Clock,
  actor: Speaker,
  publishing: Publishing,
): Promise<string> {
  for (;;) {
    try {
      return await publishOnce(db, clock, actor, publishing)
    } catch (error) {
      // Another problem of this title took the address in the same moment: the next is free.
      if (!breaks(error, 'problem_slug_key')) throw error
    }
  }
}

const publishOnce = (db: Db, clock: Clock, actor: Speaker, { site, ref }: Publishing): Promise<string> =>
  db.transaction().execute(async trx => {
    const problem = await lockOwn(trx, actor, ref)
    if (problem.state === 'published') return problem.slug!
    if (problem.state !== 'draft') {
      const change = { state: 'published', closed_at: null, closing_note: null } as const
      await act(trx, clock, actor, { problem, act: 'reopened', note: null, ...change })
      return problem.slug!
    }
    if (await isOfSupplier(trx, actor))
      throw failure(
        'forbidden',
        'Problems are raised by those who have them. A supplier can answer open calls.',
      )
    if (missingParts(problem).length > 0 || !problem.compared_at)
      throw failure('conflict', 'A part of this draft was taken out meanwhile. Look at it again.')
    const base = slugOf(problem.title)
    const slug = freeProblemSlug(base, await listSlugsLike(trx, base))
    const change = { state: 'published', slug, published_at: clock.now() } as const
    await act(trx, clock, actor, { problem, act: 'published', note: null, ...change })
    await holdFirstPost(trx, clock, actor, { kind: 'problem', id: problem.id })
    for (const { write } of site.slot('withPublication')) await write(trx, clock, actor, problem)
    return slug
  })

type Closing = { ref: string; note: string }
type Also = readonly Slots['withSolution'][]

async function close(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  { ref, note, as, and = [] }: Closing & { as: 'withdrawn' | 'solved'; and?: Also },
): Promise<void> {
  const problem = await lockOwn(trx, actor, ref)
  if (problem.state === as) return
  if (problem.state === 'draft' || problem.state === 'withdrawn')
    throw failure('conflict', 'Only what is published can be closed.')
  const change = { state: as, closed_at: clock.now(), closing_note: note }
  await act(trx, clock, actor, { problem, act: as, note, ...change })
  for (const { write } of and) await write(trx, clock, actor, { problem, how: note })
}

/** As {@link withdrawProblem}, as a part of another act. */
export const withdrawWithin = (trx: Db, clock: Clock, actor: Speaker, closing: Closing) =>
  close(trx, clock, actor, { ...closing, as: 'withdrawn' })

/** As {@link solveProblem}, as a part of another act. */
export const solveWithin = (trx: Db, clock: Clock, actor: Speaker, closing: Closing & { and?: Also }) =>
  close(trx, clock, actor, { ...closing, as: 'solved' })

/** Takes a problem out of lists and search; its page stays, and says why. */
export const withdrawProblem = (db: Db, clock: Clock, actor: Speaker, closing: Closing) =>
  db.transaction().execute(trx => withdrawWithin(trx, clock, actor, closing))

/** Says that and how a problem was solved, and what else its organisation let be written. */
export const solveProblem = (db: Db, clock: Clock, actor: Speaker, closing: Closing & { and: Also }) =>
  db.transaction().execute(trx => solveWithin(trx, clock, actor, closing))
