import type { Slots } from '#plumbing/feature.ts'
import { assetPath, maySeeAsset } from './asset.ts'
import { listWholeAssets } from './queries.ts'

export const moderated: Slots['moderated'] = {
  kind: 'asset',
  label: 'thing to reuse',
  list: async (db, ids) =>
    (await listWholeAssets(db, ids)).map(asset => ({
      id: asset.id,
      title: asset.title,
      path: assetPath(asset.slug),
      organisationId: asset.organisation.id,
      isSeenBy: actor => maySeeAsset(actor, { ...asset, hidden: null }),
    })),
}
