import type { Actor } from './actor.ts'
import type { Clock } from './clock.ts'
import type { Db } from './database/database.ts'
import { newId } from './id.ts'

/** Every kind of activity with the detail it carries; the feature that records it adds it here (`declare module`). */
// biome-ignore lint/suspicious/noEmptyInterface: kinds are added by augmentation
export interface ActivityKinds {}

export type ActivityKind = keyof ActivityKinds & string

export type Activity<K extends ActivityKind = ActivityKind> = {
  kind: K
  subject: { kind: string; id: string }
  actor: Actor
  detail: ActivityKinds[K]
}

export type RecordedActivity = { id: string; kind: string; subject: { kind: string; id: string } }

declare module './feature.ts' {
  interface Slots {
    /** The kinds of activity a feature records. */
    activities: ActivityKind
    /** Those of its kinds that nothing follows from: they are the record of what was done, and that is all. */
    recordsOnly: ActivityKind
  }
}

/**
 * Writes what happened, in the transaction of what happened. The worker then sets off the reactions. Rows stay for good,
 * so `detail` never holds what a person may want erased: a name, an address, words they typed.
 */
export async function recordActivities(trx: Db, clock: Clock, activities: Activity[]): Promise<void> {
  if (activities.length === 0) return
  const occurred_at = clock.now()
  await trx
    .insertInto('activity')
    .values(
      activities.map(({ kind, subject, actor, detail }) => ({
        id: newId(),
        kind,
        subject_kind: subject.kind,
        subject_id: subject.id,
        actor_kind: actor.kind,
        actor_id: actor.kind === 'person' ? actor.id : null,
        organisation_id: actor.kind === 'person' ? (actor.actingFor?.id ?? null) : null,
        detail: JSON.stringify(detail),
        occurred_at,
      })),
    )
    .execute()
}

export const recordActivity = <K extends ActivityKind>(trx: Db, clock: Clock, activity: Activity<K>) =>
  recordActivities(trx, clock, [activity as unknown as Activity])
