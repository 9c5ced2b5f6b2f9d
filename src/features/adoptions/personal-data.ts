import { assetPath } from '#features/assets/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { forgetWriter, listVersionsBy } from './stored-adoptions.ts'

/** The words are the organisation's; that a person said them for it is theirs. */
export const saidAdoptions: Slots['personalData'] = {
  title: 'What my organisation took on from others, as I said it',
  order: 38,
  export: async (db, personId) =>
    (await listVersionsBy(db, personId)).map(({ slug, ...said }) => ({ page: assetPath(slug), ...said })),
  erase: (trx, _clock, personId) => forgetWriter(trx, personId),
}
