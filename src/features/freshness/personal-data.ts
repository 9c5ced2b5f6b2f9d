import type { Slots } from '#plumbing/feature.ts'
import { forgetKeeper, listKeptBy } from './personal-queries.ts'

export const keptByPerson: Slots['personalData'] = {
  title: 'What I look after for my organisation, and what I was asked about it',
  order: 35,
  export: async (db, personId) => {
    const { kept, asked } = await listKeptBy(db, personId)
    return [
      ...kept.map(({ kind, subject_id, owner_id, due_on }) => ({
        as: owner_id === personId ? 'owner' : 'deputy',
        kind,
        id: subject_id,
        dueOn: due_on,
      })),
      ...asked.map(({ kind, subject_id, role, asked_at, used_at, answer }) => ({
        askedAs: role,
        kind,
        id: subject_id,
        asked: asked_at,
        answered: used_at,
        answer,
      })),
    ]
  },
  erase: (trx, _clock, personId) => forgetKeeper(trx, personId),
}
