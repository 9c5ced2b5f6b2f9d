import type { Reaction } from '#plumbing/jobs.ts'
import { isClosing, tellOfClosing } from './closing-actions.ts'
import { listStancesOfActivities } from './queries.ts'
import { tellOwners } from './reminder-actions.ts'

const released = ['moderation.released', 'moderation.restored']

/** The mail to those who raised the problem, when the stance is shown: at once, or once a curator has read it. */
export const tellRaiser: Reaction = {
  name: 'tellRaiserOfStance',
  to: kind => kind === 'stance.taken' || released.includes(kind),
  batch: 50,
  run: async (trx, activities, { clock }) => {
    const taken = activities.filter(({ kind }) => kind === 'stance.taken')
    const ofTaken = await listStancesOfActivities(
      trx,
      taken.map(({ id }) => id),
    )
    const shownNow = activities.filter(({ kind }) => released.includes(kind)).map(({ subject }) => subject.id)
    await tellOwners(trx, clock, [...ofTaken, ...shownNow])
  },
}

/** The mail to those who have a problem that its owner withdraws or marks as solved. */
export const tellHolders: Reaction = {
  name: 'tellHoldersOfClosing',
  to: isClosing,
  run: (trx, activities, { clock }) => tellOfClosing(trx, clock, activities),
}
