import type { Reaction } from '#plumbing/jobs.ts'
import { refreshProjectCounts } from './list-queries.ts'

const changesCounts = /^(project|moderation)\.|^work\.tagged$|^review\.(archived|confirmed)$/

/** Keeps the counts of the open list, so that no reader waits for them. */
export const countProjects: Reaction = {
  name: 'countProjects',
  to: kind => changesCounts.test(kind),
  batch: 500,
  run: trx => refreshProjectCounts(trx),
}
