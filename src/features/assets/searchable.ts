import { typeLabel } from '#features/organisations/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { type Asset, assetPath, kindLabels } from './asset.ts'
import { descriptionOf } from './from-publiccode.ts'
import { listMatched } from './queries.ts'

/** All that it says in sentences. */
export const sentencesOf = ({ purpose, how_to, publiccode }: Asset): string[] => [
  purpose,
  ...(how_to ? [how_to] : []),
  ...(publiccode ? (descriptionOf(publiccode).features ?? []) : []),
]

export const searchable: Slots['searchable'] = {
  kind: 'asset',
  label: { one: 'thing to reuse', many: 'things to reuse' },
  documents: async (db, ids) =>
    (await listMatched(db, ids)).map(asset => ({
      id: asset.id,
      url: assetPath(asset.slug),
      title: asset.title,
      summary: asset.purpose,
      says: sentencesOf(asset).join('\n'),
      text: [
        kindLabels[asset.kind],
        asset.organisation.name,
        asset.service,
        asset.licence,
        ...sentencesOf(asset),
      ]
        .filter(Boolean)
        .join('\n'),
      date: londonDay(asset.published_at),
      facets: {
        services: asset.service_id ? [asset.service_id] : [],
        areas: asset.area_id ? [asset.area_id] : [],
        organisations: [asset.organisation.id],
        regions: asset.region ? [asset.region] : [],
        organisationTypes: asset.organisation_type ? [typeLabel(asset.organisation_type)] : [],
      },
      meta: [asset.organisation.name, kindLabels[asset.kind], ...(asset.licence ? [asset.licence] : [])],
    })),
}
