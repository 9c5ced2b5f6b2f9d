import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { type Problem, type ProblemParts, requireOwn } from './problem.ts'
import { changedParts, isNarrower, type PartName, partsOf } from './problem-parts.ts'
import { findByRef } from './queries.ts'
import {
  deleteDraft,
  deleteReader,
  insertDraft,
  insertReader,
  insertVersion,
  lockProblem,
  standsForOthers,
  updateProblem,
} from './stored-problems.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'problem.begun': Record<string, never>
    'problem.saved': { parts: PartName[] }
    'problem.compared': Record<string, never>
    'problem.discarded': Record<string, never>
    'problem.changed': { version: number; parts: PartName[] }
    'problem.shown-to': { organisationId: string }
    'problem.no-longer-shown-to': { organisationId: string }
  }
}

const subject = (id: string) => ({ kind: 'problem', id })

/** A problem of the organisation one acts for, locked to be changed. */
export async function lockOwn(trx: Db, actor: Speaker, ref: string): Promise<Problem> {
  await lockProblem(trx, ref)
  return requireOwn(actor, await findByRef(trx, ref))
}

/** Begins a draft of the organisation one acts for; its id. */
export async function beginDraft(
  db: Db,
  clock: Clock,
  actor: Speaker,
  said: Pick<ProblemParts, 'title' | 'happens' | 'service_id'>,
): Promise<string> {
  const id = newId()
  const organisation_id = actor.actingFor.id
  await db.transaction().execute(async trx => {
    await insertDraft(trx, { ...said, id, organisation_id, created_by: actor.id, now: clock.now() })
    await recordActivity(trx, clock, { kind: 'problem.begun', subject: subject(id), actor, detail: {} })
  })
  return id
}

export type Saving = {
  ref: string
  said: Partial<ProblemParts>
  /** The version that was looked at. */
  version: number
  note: string | null
}

/**
 * Keeps what was said in a part: of a draft in its place, of what is published as a new version. 'outdated' when someone
 * else has published a version since, 'narrower' when it would be shown to fewer people; then nothing is kept.
 */
export const savePart = (db: Db, clock: Clock, actor: Speaker, { ref, said, version, note }: Saving) =>
  db.transaction().execute(async (trx): Promise<'kept' | 'outdated' | 'narrower'> => {
    const problem = await lockOwn(trx, actor, ref)
    const { id, state } = problem
    const after = { ...partsOf(problem), ...said }
    const parts = changedParts(problem, after)
    const changed_at = clock.now()
    if (state === 'withdrawn')
      throw failure('conflict', 'This problem was withdrawn. Publish it again first.')
    if (parts.length === 0) return 'kept'
    if (state === 'draft') {
      const isReworded = parts.includes('what-happens')
      await updateProblem(trx, id, { ...said, changed_at, ...(isReworded && { compared_at: null }) })
      await recordActivity(trx, clock, {
        kind: 'problem.saved',
        subject: subject(id),
        actor,
        detail: { parts },
      })
      return 'kept'
    }
    if (version !== problem.version) return 'outdated'
    if (isNarrower(problem.visibility, after.visibility)) return 'narrower'
    // What was said of the other was said to fewer readers, and its owner is not asked here.
    if (problem.visibility !== after.visibility && (await standsForOthers(trx, id)))
      throw failure(
        'conflict',
        'Another problem was merged into this one, so it stays with the readers that both had. Undo the merge first to show yours to more.',
      )
    const number = problem.version + 1
    await updateProblem(trx, id, { ...said, version: number, changed_at })
    await insertVersion(trx, {
      problem_id: id,
      number,
      act: 'changed',
      said: after,
      note,
      organisation_id: actor.actingFor.id,
      person_id: actor.id,
      made_at: changed_at,
    })
    const detail = { version: number, parts }
    await recordActivity(trx, clock, { kind: 'problem.changed', subject: subject(id), actor, detail })
    return 'kept'
  })

/** Says that the draft was compared with what others published. */
export const markCompared = (db: Db, clock: Clock, actor: Speaker, ref: string) =>
  db.transaction().execute(async trx => {
    const { id, state } = await lockOwn(trx, actor, ref)
    if (state !== 'draft') return
    const now = clock.now()
    await updateProblem(trx, id, { compared_at: now, changed_at: now })
    await recordActivity(trx, clock, { kind: 'problem.compared', subject: subject(id), actor, detail: {} })
  })

/** Takes a draft away for good; what was published is withdrawn instead. */
export const discardDraft = (db: Db, clock: Clock, actor: Speaker, ref: string) =>
  db.transaction().execute(async trx => {
    const { id, state } = await lockOwn(trx, actor, ref)
    if (state !== 'draft') throw failure('conflict', 'This was published meanwhile. You can withdraw it.')
    await deleteDraft(trx, id)
    await recordActivity(trx, clock, { kind: 'problem.discarded', subject: subject(id), actor, detail: {} })
  })

type Naming = { ref: string; organisationId: string }

/** Names an organisation that may see a problem which is not for everyone. */
export const nameReader = (db: Db, clock: Clock, actor: Speaker, { ref, organisationId }: Naming) =>
  db.transaction().execute(async trx => {
    const { id } = await lockOwn(trx, actor, ref)
    await insertReader(trx, id, organisationId)
    await recordActivity(trx, clock, {
      kind: 'problem.shown-to',
      subject: subject(id),
      actor,
      detail: { organisationId },
    })
  })

export const removeReader = (db: Db, clock: Clock, actor: Speaker, { ref, organisationId }: Naming) =>
  db.transaction().execute(async trx => {
    const { id } = await lockOwn(trx, actor, ref)
    await deleteReader(trx, id, organisationId)
    await recordActivity(trx, clock, {
      kind: 'problem.no-longer-shown-to',
      subject: subject(id),
      actor,
      detail: { organisationId },
    })
  })
