import type { Slots } from '#plumbing/feature.ts'
import { deleteAllOf, listAllOf } from './person-queries.ts'

export const keptSearches: Slots['personalData'] = {
  title: 'What you are told of, and what you were told',
  order: 80,
  export: listAllOf,
  erase: (trx, _clock, personId) => deleteAllOf(trx, personId),
}
