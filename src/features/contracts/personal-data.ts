import type { Slots } from '#plumbing/feature.ts'
import { forgetImporter, listImportedBy, listSaidBy } from './person-queries.ts'

/** The words are the organisation's; that a person brought or said them for it is theirs. */
export const contractsOfPerson: Slots['personalData'] = {
  title: 'Contracts that I brought or corrected for my organisation',
  order: 30,
  export: async (db, personId) => [
    ...(await listImportedBy(db, personId)),
    ...(await listSaidBy(db, personId)),
  ],
  erase: (trx, _clock, personId) => forgetImporter(trx, personId),
}
