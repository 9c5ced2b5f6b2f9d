import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { listNearing } from './nearing-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    /** Its end came so many months near; 'YYYY-MM-DD'. */
    'contract.nearing-end': { months: number; endsOn: string }
  }
}

/** Time to prepare to buy with others, and time to decide. */
export const monthsBefore = [12, 6]

export const nearingEnd: Slots['happenings'] = {
  activity: 'contract.nearing-end',
  level: 'milestone',
  says: 'Its end came near',
  sayEach: async (db, activityIds) =>
    new Map(
      (await listNearing(db, activityIds)).map(({ activityId, months, endsOn }) => [
        activityId,
        `It ends within ${months} months, on ${formatDate(endsOn)}`,
      ]),
    ),
}
