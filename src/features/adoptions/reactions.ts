import type { Reaction } from '#plumbing/jobs.ts'
import { tellOfAdoptions, tellOfStopping } from './telling-actions.ts'

const released = ['moderation.released', 'moderation.restored']

/** The mail to whoever shares a thing that was taken on: at once, or once a curator has read what is said. */
export const tellMakers: Reaction = {
  name: 'tell-makers-of-adoptions',
  to: kind => kind === 'adoption.made' || kind === 'adoption.changed' || released.includes(kind),
  batch: 50,
  run: async (trx, activities, { clock }) => {
    const ofAdoptions = activities.filter(({ subject }) => subject.kind === 'adoption')
    const idsOf = (changed: boolean) => [
      ...new Set(
        ofAdoptions
          .filter(({ kind }) => (kind === 'adoption.changed') === changed)
          .map(({ subject }) => subject.id),
      ),
    ]
    await tellOfAdoptions(trx, clock, idsOf(false))
    await tellOfStopping(trx, clock, idsOf(true))
  },
}
