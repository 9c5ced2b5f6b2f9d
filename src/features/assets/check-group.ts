import { typeLabel } from '#features/organisations/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { shortened } from '#ui/shortened.ts'
import { assetPath, kindLabels } from './asset.ts'
import { listFigures } from './figure-queries.ts'
import { listMatched } from './queries.ts'
import { sentencesOf } from './searchable.ts'

/** Things that others made and let one have, with who took them on. */
export const toReuse: Slots['check'] = {
  group: 'reuse',
  kind: 'asset',
  rows: async (db, ids, site) => {
    const figures = await listFigures(db, site, ids)
    return (await listMatched(db, ids)).map(asset => ({
      id: asset.id,
      url: assetPath(asset.slug),
      title: asset.title,
      organisation: {
        ...asset.organisation,
        type: asset.organisation_type ? typeLabel(asset.organisation_type) : undefined,
      },
      with: [],
      meta: [
        kindLabels[asset.kind],
        ...(figures.get(asset.id) ?? []),
        asset.licence ?? 'no licence said',
        ...(asset.service ? [asset.service] : []),
      ],
      text: shortened(asset.purpose),
      ownWords: [asset.title, ...sentencesOf(asset)],
      editorsNotes: [],
      services: asset.service_id ? [asset.service_id] : [],
      same: [],
      source: { name: `published by ${asset.organisation.name}`, asOf: londonDay(asset.changed_at) },
    }))
  },
}
