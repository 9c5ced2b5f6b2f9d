import { isFindableAsset, listWholeAssets } from '#features/assets/index.ts'
import { findOwnerOf } from '#features/freshness/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { adoptionPath } from './adoption.ts'
import { listAdoptionsById } from './queries.ts'

/** An adopter that said it would talk can be asked to meet, while its word stands. */
export const introducible: Slots['introducible'] = {
  kind: 'adoption',
  find: async (db, _actor, id) => {
    const [adoption] = await listAdoptionsById(db, [id])
    if (!adoption?.talks || adoption.endedAt || adoption.hidden || adoption.isExpired) return undefined
    const [asset] = await listWholeAssets(db, [adoption.assetId])
    if (!asset || !isFindableAsset(asset)) return undefined
    return {
      title: asset.title,
      path: adoptionPath(asset.slug, adoption.adopter.slug),
      organisation: adoption.adopter,
      ownerId: (await findOwnerOf(db, { kind: 'adoption', id })) ?? adoption.saidBy,
    }
  },
}
