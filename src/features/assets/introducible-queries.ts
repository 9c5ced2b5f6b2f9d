import { findOwnerOf } from '#features/freshness/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { assetPath, isFindable } from './asset.ts'
import { listWholeAssets } from './queries.ts'

/** Whoever looks after something to reuse can be asked to meet, while it is not withdrawn. */
export const introducible: Slots['introducible'] = {
  kind: 'asset',
  find: async (db, _actor, id) => {
    const [asset] = await listWholeAssets(db, [id])
    if (!asset || !isFindable(asset)) return undefined
    const { title, slug, organisation } = asset
    return {
      title,
      path: assetPath(slug),
      organisation,
      ownerId: await findOwnerOf(db, { kind: 'asset', id }),
    }
  },
}
