import { listHidden } from '#features/moderation/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listUpdatesTold } from './update-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    /** Everyone sees what was held when it was written. */
    'project.update-shown': { updateId: string }
  }
}

const says = 'A new update'

/** Of updates that are shown: not while a curator has them, nor once they were withdrawn. */
const sayUpdate: NonNullable<Slots['happenings']['sayEach']> = async (db, activityIds) => {
  const told = await listUpdatesTold(db, activityIds)
  const ids = told.map(({ updateId }) => updateId)
  const hidden = await listHidden(db, 'project-update', ids)
  return new Map(
    told.flatMap(({ activityId, updateId }) => (hidden.has(updateId) ? [] : [[activityId, says]])),
  )
}

/** What is told to those who watch a project. */
export const projectHappenings: Slots['happenings'][] = [
  { activity: 'project.changed', level: 'detail', says: 'Its words changed' },
  { activity: 'project.updated', level: 'detail', says, sayEach: sayUpdate },
  { activity: 'project.update-shown', level: 'detail', says, sayEach: sayUpdate },
  { activity: 'project.stopped', level: 'milestone', says: 'Stopped' },
  { activity: 'project.resumed', level: 'milestone', says: 'Goes on' },
  { activity: 'project.withdrawn', level: 'milestone', says: 'Withdrawn' },
  { activity: 'project.reopened', level: 'milestone', says: 'Opened again' },
  { activity: 'partner.confirmed', level: 'milestone', says: 'A partner joined' },
]
