import { recordActivities } from '#plumbing/activity.ts'
import type { Actor } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import { newId } from '#plumbing/id.ts'
import { findMergeOf } from './merge-queries.ts'
import { moveBack, moveThere } from './stored-moves.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'organisation.merged': { fromId: string; toId: string; moved: Record<string, number> }
    'organisation.unmerged': { fromId: string; toId: string }
  }
}

type Deps = { db: Db; site: Site; clock: Clock; actor: Actor }

/** Nobody merges or changes either of them until the transaction ends. */
async function lockBoth(trx: Db, ids: string[]) {
  const rows = await trx
    .selectFrom('organisation')
    .select(['id', 'name', 'kind', 'status', 'ends_on'])
    .where('id', 'in', ids)
    .orderBy('id')
    .forUpdate()
    .execute()
  return ids.map(id => rows.find(row => row.id === id)!)
}

const countsOf = (moved: Record<string, string[]>) =>
  Object.fromEntries(Object.entries(moved).map(([part, ids]) => [part, ids.length]))

/** Makes an organisation that is no council part of another: what it had stands there, and its address leads there. */
export const mergeOrganisations = (
  { db, site, clock, actor }: Deps,
  { fromId, toId, reason }: { fromId: string; toId: string; reason: string },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const [from, to] = await lockBoth(trx, [fromId, toId])
    if (from!.kind === 'council' || to!.kind === 'council')
      throw failure('conflict', 'Councils become others by law, not here.')
    if ((await findMergeOf(trx, fromId)) || (await findMergeOf(trx, toId)))
      throw failure('conflict', 'One of the two has become part of another meanwhile.')
    const moved: Record<string, string[]> = {}
    for (const move of site.slot('organisationMoves'))
      moved[move.part] = await moveThere(trx, { clock, actor }, move, { fromId, toId })
    await trx
      .insertInto('organisation_merge')
      .values({
        id: newId(),
        from_id: fromId,
        to_id: toId,
        reason,
        moved: JSON.stringify(moved),
        merged_at: clock.now(),
        status_before: from!.status,
        ended_before: from!.ends_on,
      })
      .execute()
    await trx
      .updateTable('organisation')
      .set({ status: 'former', ends_on: inLondon(clock.now()).date })
      .where('id', '=', fromId)
      .execute()
    await recordActivities(
      trx,
      clock,
      [fromId, toId].map(id => ({
        kind: 'organisation.merged',
        subject: { kind: 'organisation', id },
        actor,
        detail: { fromId, toId, moved: countsOf(moved) },
      })),
    )
  })

/** Takes a merge back: what moved then goes back, and what came since stays where it is. */
export const undoMerge = ({ db, site, clock, actor }: Deps, fromId: string): Promise<void> =>
  db.transaction().execute(async trx => {
    const merge = await findMergeOf(trx, fromId)
    if (!merge) throw failure('conflict', 'This merge was taken back already.')
    const toId = merge.to.id
    await lockBoth(trx, [fromId, toId])
    const further = await findMergeOf(trx, toId)
    if (further)
      throw failure(
        'conflict',
        `${merge.to.name} has become part of ${further.to.name} since. Take that back first.`,
      )
    for (const move of site.slot('organisationMoves').toReversed())
      await moveBack(trx, { clock, actor }, move, { fromId, toId, moved: merge.moved[move.part] ?? [] })
    await trx
      .updateTable('organisation_merge')
      .set({ undone_at: clock.now() })
      .where('id', '=', merge.id)
      .execute()
    await trx
      .updateTable('organisation')
      .set({ status: merge.status_before, ends_on: merge.ended_before })
      .where('id', '=', fromId)
      .execute()
    await recordActivities(
      trx,
      clock,
      [fromId, toId].map(id => ({
        kind: 'organisation.unmerged',
        subject: { kind: 'organisation', id },
        actor,
        detail: { fromId, toId },
      })),
    )
  })
