import type { Reaction } from '#plumbing/jobs.ts'
import { followSubjects } from './index-queries.ts'

/** Keeps the index as things are: whatever happened to a thing that can be found, its document is written anew if it says something else. */
export const indexForSearch: Reaction = {
  name: 'index-for-search',
  to: () => true,
  batch: 200,
  run: async (trx, activities, { site, clock }) => {
    const followers = site.slot('documentFollowers')
    for (const searchable of site.slot('searchable')) {
      const subjects = activities.map(({ subject }) => subject).filter(({ kind }) => kind === searchable.kind)
      const ids = [...new Set(subjects.map(({ id }) => id))]
      if (ids.length > 0) await followSubjects(trx, clock, { searchable, followers }, ids)
    }
  },
}
