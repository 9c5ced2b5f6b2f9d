import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { listEndMoves, listSupplierChanges } from './happening-queries.ts'

const sayDay = (day: string | null) => (day === null ? 'no day' : formatDate(day))

/** What is told to those who watch a contract, or what it is about. */
export const contractHappenings: Slots['happenings'][] = [
  {
    activity: 'contract.end-moved',
    level: 'milestone',
    says: 'Its end moved',
    sayEach: async (db, activityIds) =>
      new Map(
        (await listEndMoves(db, activityIds)).map(({ activityId, from, to }) => [
          activityId,
          `Its end moved from ${sayDay(from)} to ${sayDay(to)}`,
        ]),
      ),
  },
  {
    activity: 'contract.supplier-changed',
    level: 'milestone',
    says: 'It is with another supplier',
    sayEach: async (db, activityIds) =>
      new Map(
        (await listSupplierChanges(db, activityIds)).map(({ activityId, supplier }) => [
          activityId,
          supplier ? `It is with ${supplier} now` : 'It names no supplier that is known any more',
        ]),
      ),
  },
  { activity: 'contract.confirmed', level: 'detail', says: 'The council confirmed what is said of it' },
  { activity: 'contract.joined', level: 'detail', says: 'Two entries turned out to be this one contract' },
  {
    activity: 'contract.supplier-merged',
    level: 'detail',
    says: 'Its supplier was found to be the same as another',
  },
]
