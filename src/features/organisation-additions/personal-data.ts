import type { Slots } from '#plumbing/feature.ts'
import { forgetPerson, listAdditionsBy, listTiesBy } from './addition-queries.ts'

export const personalData: Slots['personalData'] = {
  title: 'Organisations that I added, and what I said they have to do with each other',
  order: 60,
  export: async (db, personId) => [
    ...(await listAdditionsBy(db, personId)),
    ...(await listTiesBy(db, personId)),
  ],
  erase: async (trx, _, personId) => forgetPerson(trx, personId),
}
