import type { Slots } from '#plumbing/feature.ts'
import { deleteIdentitiesOf, listIdentitiesOf } from './sign-on-queries.ts'

export const personalData: Slots['personalData'] = {
  title: 'Sign-ins of organisations by which you are known',
  order: 80,
  export: listIdentitiesOf,
  erase: async (trx, _, personId) => {
    await deleteIdentitiesOf(trx, personId)
  },
}
