import { type Asset, assetPath } from '#features/assets/index.ts'
import { organisationPath } from '#features/organisations/index.ts'
import type { ExportField, ExportRow } from '#plumbing/export.ts'
import { londonDay } from '#ui/date.ts'
import type { Adoption } from './queries.ts'

/** What the world may know of an adoption. */
export const publicFields: ExportField[] = [
  { name: 'id', type: 'string', describes: 'Stays the same for good' },
  { name: 'asset_id', type: 'string', describes: 'The thing that was taken on, in the table of assets' },
  { name: 'asset', type: 'string', describes: 'Path of its page' },
  {
    name: 'organisation',
    type: 'string',
    describes: 'Who took it on, by its present name; only they say so',
  },
  { name: 'organisation_page', type: 'string', describes: 'Path of the page of who took it on' },
  { name: 'state', type: 'string', describes: 'looking, trial, live or stopped' },
  { name: 'release', type: 'string', describes: 'Which release they have' },
  { name: 'since', type: 'date', describes: 'Since when' },
  { name: 'days', type: 'integer', describes: 'Days of work that taking it on took' },
  { name: 'cost', type: 'string', describes: 'What they paid others for it, as a band in pounds' },
  { name: 'took', type: 'string', describes: 'What taking it on was like' },
  { name: 'why', type: 'string', describes: 'Why they stopped' },
  { name: 'said_on', type: 'date', describes: 'When they said so' },
]

export const publicAdoption = (adoption: Adoption, asset: Asset): ExportRow & { id: string } => ({
  id: adoption.id,
  asset_id: asset.id,
  asset: assetPath(asset.slug),
  organisation: adoption.adopter.name,
  organisation_page: organisationPath(adoption.adopter.slug),
  state: adoption.state,
  release: adoption.release,
  since: adoption.since,
  days: adoption.days,
  cost: adoption.cost,
  took: adoption.took,
  why: adoption.why,
  said_on: londonDay(adoption.saidAt),
})
