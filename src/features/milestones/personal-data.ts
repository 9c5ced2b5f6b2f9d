import type { Slots } from '#plumbing/feature.ts'
import { importPath } from './brought-file.ts'
import { milestonesPath } from './milestone.ts'
import { forgetPerson, listSaidBy } from './person-queries.ts'

/** What a person said of milestones for their organisation: the words are the organisation's, that they said them is theirs. */
export const personalMilestones: Slots['personalData'] = {
  title: 'Milestones that I wrote or brought for my organisation',
  order: 43,
  export: async (db, personId) => {
    const { versions, files } = await listSaidBy(db, personId)
    return [
      ...versions.map(({ slug, is_removed, made_at, milestone_id: _, number: __, ...said }) => ({
        did: is_removed ? 'took out a milestone' : 'wrote or brought a milestone',
        page: milestonesPath(slug ?? ''),
        ...said,
        on: made_at,
      })),
      ...files.map(({ slug, id, file_name, state, made_at }) => ({
        did: 'brought a file of milestones',
        page: importPath(slug ?? '', id),
        file: file_name,
        state,
        on: made_at,
      })),
    ]
  },
  erase: (trx, _clock, personId) => forgetPerson(trx, personId),
}
