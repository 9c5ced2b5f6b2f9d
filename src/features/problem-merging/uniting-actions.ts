import { lockProblems, setMergedInto } from '#features/problems/index.ts'
import { recordActivities } from '#plumbing/activity.ts'
import type { Actor, Person } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import {
  decidesForEither,
  maySeeMerge,
  obstacleToMerging,
  requireMayUndo,
  type Sides,
  undoUntil,
} from './merge.ts'
import { tellOwners } from './merge-mail-actions.ts'
import { listMergedBelow, lockMerge, type Merge, updateMerge } from './merge-queries.ts'
import { listSides } from './side-queries.ts'

export type WholeMerge = { merge: Merge; sides: Sides }

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'problem.merged': { mergeId: string }
    'problem.merge-undone': { mergeId: string }
  }
}

/** A merge that this actor may see, and neither it nor its problems are changed by anyone else until the transaction ends. */
export async function lockAll(trx: Db, clock: Clock, actor: Actor, id: string): Promise<WholeMerge> {
  const merge = await lockMerge(trx, id)
  if (!merge) throw failure('absent', '')
  await lockProblems(trx, [merge.goes_id, merge.stays_id])
  const sides = (await listSides(trx, inLondon(clock.now()).date, [merge])).get(id)!
  if (!maySeeMerge(actor, sides)) throw failure('absent', '')
  return { merge, sides }
}

/** Recorded on both problems: what is shown and found of each follows. */
const recordOnBoth = (
  trx: Db,
  clock: Clock,
  actor: Actor,
  { kind, merge }: { kind: 'problem.merged' | 'problem.merge-undone'; merge: Merge },
) =>
  recordActivities(
    trx,
    clock,
    [merge.goes_id, merge.stays_id].map(id => ({
      kind,
      subject: { kind: 'problem', id },
      actor,
      detail: { mergeId: merge.id },
    })),
  )

/** Lets one problem stand for the other, and for all that the other stood for, once both owners said yes. */
export async function unite(trx: Db, clock: Clock, actor: Actor, { merge, sides }: WholeMerge) {
  const { id, goes_id, stays_id } = merge
  const obstacle = obstacleToMerging(sides.goes.problem, sides.stays.problem)
  if (obstacle)
    throw failure('conflict', `${obstacle}. Your answer was not kept. A curator can take the proposal back.`)
  await setMergedInto(trx, [goes_id, ...(await listMergedBelow(trx, goes_id))], stays_id)
  await updateMerge(trx, id, { state: 'merged', ended_at: clock.now() })
  await recordOnBoth(trx, clock, actor, { kind: 'problem.merged', merge })
  await tellOwners(trx, clock, { what: 'merged', id, sides })
}

/** Lets both problems stand for themselves again, and the one that went for all that had gone into it before. */
export const undoMerge = (
  db: Db,
  clock: Clock,
  actor: Person,
  { id, reason }: { id: string; reason: string },
) =>
  db.transaction().execute(async trx => {
    const { merge, sides } = await lockAll(trx, clock, actor, id)
    requireMayUndo(actor, sides)
    const isOwner = decidesForEither(actor, sides)
    if (merge.state !== 'merged' || undoUntil(merge.ended_at!) <= clock.now())
      throw failure('conflict', 'This can no longer be undone. Load its page again to see why.')
    const { goes_id } = merge
    await setMergedInto(trx, [goes_id], null)
    await setMergedInto(trx, await listMergedBelow(trx, goes_id), goes_id)
    await updateMerge(trx, id, {
      state: 'undone',
      undone_at: clock.now(),
      undone_by: actor.id,
      undone_for: isOwner ? actor.actingFor!.id : null,
      undo_reason: reason,
    })
    await recordOnBoth(trx, clock, actor, { kind: 'problem.merge-undone', merge })
    await tellOwners(trx, clock, { what: 'undone', id, sides })
  })
