import type { Reaction } from '#plumbing/jobs.ts'
import { listChanges } from './change-queries.ts'
import { confirmByChange, followThings } from './keeping-actions.ts'

/** What was published, closed or opened again is asked about from then on, or no longer; what was changed was looked at. */
export const keepReviews: Reaction = {
  name: 'keep-reviews',
  to: (kind, site) =>
    kind.startsWith('moderation.') ||
    site.slot('keepsFresh').some(one => one === kind) ||
    site.slot('reviewables').some(reviewable => kind.startsWith(`${reviewable.kind}.`)),
  batch: 50,
  run: async (trx, activities, { site, clock }) => {
    for (const reviewable of site.slot('reviewables')) {
      const ofKind = activities.filter(({ subject }) => subject.kind === reviewable.kind)
      const ids = [...new Set(ofKind.map(({ subject }) => subject.id))]
      if (ids.length > 0) await followThings(trx, clock, reviewable, ids)
    }
    const signs = new Set<string>(site.slot('keepsFresh'))
    const changes = activities.filter(({ kind }) => signs.has(kind)).map(({ id }) => id)
    if (changes.length > 0) await confirmByChange(trx, clock, site, await listChanges(trx, changes))
  },
}
