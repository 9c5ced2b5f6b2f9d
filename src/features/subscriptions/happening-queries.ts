import type { Db } from '#plumbing/database/database.ts'
import { type Happening, sayHappening } from './subscription.ts'

type Happened = { happening: string; activityId: string | null }

/** Adds to rows what happened, in words; without those that not everyone may see, or that are not so any more. */
export async function sayHappenings<Row extends Happened>(
  db: Db,
  happenings: Happening[],
  rows: Row[],
): Promise<(Row & { says: string })[]> {
  const each = new Map<string, string>()
  const own = new Map(happenings.flatMap(({ activity, sayEach }) => (sayEach ? [[activity, sayEach]] : [])))
  for (const [activity, sayEach] of own) {
    const ids = rows.flatMap(({ happening, activityId }) =>
      happening === activity ? (activityId ?? []) : [],
    )
    if (ids.length > 0) for (const [id, words] of await sayEach(db, [...new Set(ids)])) each.set(id, words)
  }
  return rows.flatMap(row => {
    const says = own.has(row.happening)
      ? each.get(row.activityId ?? '')
      : sayHappening(row.happening, happenings)
    return says === undefined ? [] : [{ ...row, says }]
  })
}
