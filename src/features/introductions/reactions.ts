import type { Reaction } from '#plumbing/jobs.ts'
import { tellReleased } from './asking-actions.ts'

const released = ['moderation.released', 'moderation.restored']

/** Once a curator has read it, the question goes to whom it is for. */
export const tellOnceRead: Reaction = {
  name: 'tellOnceIntroductionIsRead',
  to: kind => released.includes(kind),
  run: (trx, activities, { clock }) =>
    tellReleased(
      trx,
      clock,
      activities.filter(({ subject }) => subject.kind === 'introduction').map(({ subject }) => subject.id),
    ),
}
