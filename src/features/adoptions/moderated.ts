import { listWholeAssets, maySeeAsset } from '#features/assets/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { adoptionPath } from './adoption.ts'
import { listAdoptionsById } from './queries.ts'

/** What an adopter says can be reported and taken down by itself, without the thing that it is about. */
export const moderated: Slots['moderated'] = {
  kind: 'adoption',
  label: 'statement on taking something on',
  list: async (db, ids) => {
    const adoptions = await listAdoptionsById(db, ids)
    const assets = await listWholeAssets(
      db,
      adoptions.map(({ assetId }) => assetId),
    )
    return adoptions.map(({ id, assetId, adopter, endedAt }) => {
      const asset = assets.find(one => one.id === assetId)!
      return {
        id,
        title: `${adopter.name}: ${asset.title}`,
        path: adoptionPath(asset.slug, adopter.slug),
        organisationId: adopter.id,
        isSeenBy: actor => endedAt === null && maySeeAsset(actor, asset),
      }
    })
  },
}
