import type { Reaction } from '#plumbing/jobs.ts'

/** Outside the database, so that whoever restores an older backup knows whom to erase again. */
export const noteErasure: Reaction = {
  name: 'noteErasure',
  to: kind => kind === 'person.erased',
  run: async (_trx, activities, { log }) => {
    for (const { subject } of activities) log.info({ person: subject.id }, 'person erased')
  },
}
