import type { Slots } from '#plumbing/feature.ts'
import { listOfActivities } from './happening-queries.ts'

const sayEach =
  (words: string): NonNullable<Slots['happenings']['sayEach']> =>
  async (db, activityIds) =>
    new Map(
      (await listOfActivities(db, activityIds)).map(({ activityId, name }) => [
        activityId,
        `${name} ${words}`,
      ]),
    )

/** What is told to those who watch a thing to reuse. */
export const adoptionHappenings: Slots['happenings'][] = [
  {
    activity: 'asset.adopted',
    level: 'milestone',
    says: 'An organisation took it on',
    sayEach: sayEach('says that it took this on'),
  },
  {
    activity: 'asset.dropped',
    level: 'milestone',
    says: 'An organisation stopped using it',
    sayEach: sayEach('says that it stopped, and why'),
  },
]
