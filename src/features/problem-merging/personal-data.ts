import type { Slots } from '#plumbing/feature.ts'
import { mergePath } from './merge.ts'
import { forgetPerson, listDoneBy } from './merge-queries.ts'

export const personalData: Slots['personalData'] = {
  title: 'Merges of problems that I proposed, answered or undid',
  order: 45,
  export: async (db, personId) => {
    const { proposed, answered, undone } = await listDoneBy(db, personId)
    return [
      ...proposed.map(({ id, reason, proposed_at }) => ({
        did: 'proposed',
        page: mergePath(id),
        reason,
        on: proposed_at,
      })),
      ...answered.map(({ merge_id, says, reason, answered_at }) => ({
        did: `said ${says}`,
        page: mergePath(merge_id),
        reason,
        on: answered_at,
      })),
      ...undone.map(({ id, undo_reason, undone_at }) => ({
        did: 'undid',
        page: mergePath(id),
        reason: undo_reason,
        on: undone_at,
      })),
    ]
  },
  erase: async (trx, _clock, personId) => forgetPerson(trx, personId),
}
