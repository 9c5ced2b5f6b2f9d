import type { Reaction } from '#plumbing/jobs.ts'
import { takeForRaiser } from './actions.ts'
import { findRaised, findStanceOfActivity } from './queries.ts'
import { tellOwner } from './reminder-actions.ts'

/** Whoever raises a problem has it. */
export const raiserHasIt: Reaction = {
  name: 'takeStanceOfRaiser',
  to: kind => kind === 'problem.published',
  run: async (trx, activities, { clock }) => {
    for (const { subject } of activities) {
      const raised = await findRaised(trx, subject.id)
      if (raised) await takeForRaiser(trx, clock, { problemId: subject.id, ...raised })
    }
  },
}

const released = ['moderation.released', 'moderation.restored']

/** The mail to those who raised the problem, when the stance is shown: at once, or once a curator has read it. */
export const tellRaiser: Reaction = {
  name: 'tellRaiserOfStance',
  to: kind => kind === 'stance.taken' || released.includes(kind),
  run: async (trx, activities, { clock }) => {
    for (const { id, kind, subject } of activities) {
      const stanceId = kind === 'stance.taken' ? await findStanceOfActivity(trx, id) : subject.id
      if (stanceId) await tellOwner(trx, clock, stanceId)
    }
  },
}
