import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { type Asset, assetPath, kindLabels } from './asset.ts'
import { listOf } from './queries.ts'

const recordOf = (asset: Asset, besides: string | null) => ({
  title: asset.title,
  href: assetPath(asset.slug),
  meta: [kindLabels[asset.kind], besides, asset.licence].filter(item => item !== null),
  date: londonDay(asset.published_at),
})

export const ofOrganisation: Slots['organisationRecords'] = {
  title: 'Things to reuse',
  list: async (db, organisationId) =>
    (await listOf(db, 'organisation_id', organisationId)).map(asset => recordOf(asset, asset.service)),
}

export const ofService: Slots['serviceRecords'] = {
  title: 'Things to reuse',
  list: async (db, serviceId) =>
    (await listOf(db, 'service_id', serviceId)).map(asset => recordOf(asset, asset.organisation.name)),
}
