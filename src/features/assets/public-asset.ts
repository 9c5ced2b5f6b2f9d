import { organisationPath } from '#features/organisations/index.ts'
import type { ExportField, ExportRow } from '#plumbing/export.ts'
import { londonDay } from '#ui/date.ts'
import { type Asset, assetPath, kindLabels } from './asset.ts'

/** What the world may see of an asset: in files, and wherever else data is given out. */
export const publicFields: ExportField[] = [
  { name: 'id', type: 'string', describes: 'Stays the same for good' },
  { name: 'page', type: 'string', describes: 'Path of its page' },
  { name: 'title', type: 'string', describes: 'What it is called' },
  { name: 'kind', type: 'string', describes: `One of: ${Object.values(kindLabels).join(', ')}` },
  { name: 'organisation', type: 'string', describes: 'Who shares it, by its present name' },
  { name: 'organisation_page', type: 'string', describes: 'Path of the page of who shares it' },
  { name: 'purpose', type: 'string', describes: 'What it is for' },
  { name: 'how_to', type: 'string', describes: 'How one starts with it' },
  { name: 'service_id', type: 'integer', describes: 'Number in the Local Government Services List' },
  { name: 'service', type: 'string', describes: 'The service it is for' },
  { name: 'licence', type: 'string', describes: 'SPDX licence expression' },
  { name: 'address', type: 'string', describes: 'Where it is' },
  { name: 'release', type: 'string', describes: 'Release or version' },
  { name: 'released_on', type: 'date', describes: 'When that release was made' },
  { name: 'has_publiccode', type: 'boolean', describes: 'Whether it was read from a publiccode.yml' },
  { name: 'published_on', type: 'date', describes: 'When it was shared here' },
  { name: 'changed_on', type: 'date', describes: 'When what it says was last changed here' },
]

export const publicAsset = (asset: Asset): ExportRow & { id: string } => ({
  id: asset.id,
  page: assetPath(asset.slug),
  title: asset.title,
  kind: kindLabels[asset.kind],
  organisation: asset.organisation.name,
  organisation_page: organisationPath(asset.organisation.slug),
  purpose: asset.purpose,
  how_to: asset.how_to,
  service_id: asset.service_id,
  service: asset.service,
  licence: asset.licence,
  address: asset.address,
  release: asset.release,
  released_on: asset.released_on,
  has_publiccode: asset.publiccode !== null,
  published_on: londonDay(asset.published_at),
  changed_on: londonDay(asset.changed_at),
})
