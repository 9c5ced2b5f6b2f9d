import { recordActivities } from '#plumbing/activity.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { ImportContext } from '#plumbing/import.ts'
import { type RelationToWrite, type TagToWrite, upsertRelations, upsertTags } from './queries.ts'
import type { Relation, WorkKind } from './work.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'work.related': { relation: Relation; other: string }
    'work.tagged': { services: number[] }
  }
}

export type WorkReference = { id: string; kind: WorkKind }

const provenanceOf = ({ source, clock }: ImportContext) => ({
  source: source.name,
  as_of: source.asOf,
  created_at: clock.now(),
})

/** Says what records have to do with each other, with the ground. It happens to both. */
export async function relateWork(
  trx: Db,
  relations: { from: WorkReference; relation: Relation; to: WorkReference; ground: string }[],
  context: ImportContext,
): Promise<void> {
  if (relations.length === 0) return
  const rows: RelationToWrite[] = relations.map(({ from, relation, to, ground }) => ({
    from_id: from.id,
    relation,
    to_id: to.id,
    ground,
  }))
  await upsertRelations(trx, rows, provenanceOf(context))
  const { actor, clock } = context
  await recordActivities(
    trx,
    clock,
    relations.flatMap(({ from, relation, to }) => [
      { kind: 'work.related', subject: from, actor, detail: { relation, other: to.id } } as const,
      { kind: 'work.related', subject: to, actor, detail: { relation, other: from.id } } as const,
    ]),
  )
}

/** Says which services records are about, with the ground. */
export async function tagWork(
  trx: Db,
  tags: { work: WorkReference; serviceId: number; ground: string }[],
  context: ImportContext,
): Promise<void> {
  if (tags.length === 0) return
  const rows: TagToWrite[] = tags.map(({ work, serviceId, ground }) => ({
    work_id: work.id,
    service_id: serviceId,
    ground,
  }))
  await upsertTags(trx, rows, provenanceOf(context))
  const { actor, clock } = context
  const byWork = Map.groupBy(tags, ({ work }) => work.id)
  await recordActivities(
    trx,
    clock,
    [...byWork.values()].map(ofWork => ({
      kind: 'work.tagged',
      subject: { kind: ofWork[0]!.work.kind, id: ofWork[0]!.work.id },
      actor,
      detail: { services: ofWork.map(({ serviceId }) => serviceId) },
    })),
  )
}
