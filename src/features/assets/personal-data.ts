import type { Slots } from '#plumbing/feature.ts'
import { assetPath } from './asset.ts'
import { forgetWriter, listVersionsBy } from './stored-assets.ts'

/** The words are the organisation's; that a person wrote them is theirs. */
export const sharedAssets: Slots['personalData'] = {
  title: 'Things to reuse that I shared for my organisation',
  order: 39,
  export: async (db, personId) =>
    (await listVersionsBy(db, personId)).map(({ slug, act, number, said, made_at }) => ({
      did: act,
      page: assetPath(slug),
      version: number,
      said,
      on: made_at,
    })),
  erase: (trx, _clock, personId) => forgetWriter(trx, personId),
}
