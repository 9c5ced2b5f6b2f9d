import type { Hidden } from '#features/moderation/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { Publiccode } from '#features/publiccode-reading/index.ts'
import { type Actor, hasDuty, isMemberOf, type Speaker } from '#plumbing/actor.ts'
import { failure } from '#plumbing/failures.ts'
import { freeSlug } from '#plumbing/slug.ts'
import type { AssetTable } from './tables.ts'

export const kinds = [
  'code',
  'research',
  'pattern',
  'standard',
  'business-case',
  'contract',
  'data',
] as const satisfies AssetTable['kind'][]
export type AssetKind = (typeof kinds)[number]

export const kindLabels: Record<AssetKind, string> = {
  code: 'Code',
  research: 'Research',
  pattern: 'Pattern or design',
  standard: 'Standard',
  'business-case': 'Business case',
  contract: 'Contract or framework',
  data: 'Data',
}

export const kindHints: Record<AssetKind, string> = {
  code: 'Software whose source others may have',
  research: 'What users said and did, or what a service costs',
  pattern: 'A page, form, letter or process that works',
  standard: 'What data or documents must look like',
  'business-case': 'The figures behind a decision',
  contract: 'Terms, or a framework that others may call off',
  data: 'A list or dataset that others can use',
}

/** What an organisation says of an asset: all that makes a version of it. */
export type AssetSaid = {
  kind: AssetKind
  title: string
  purpose: string
  how_to: string | null
  service_id: number | null
  licence: string | null
  address: string
  release: string | null
  /** 'YYYY-MM-DD' */
  released_on: string | null
}

/** Of a publiccode.yml what is kept: nobody it names, and no claim of who uses it. */
export type KeptPubliccode = Publiccode & { usedBy?: never }

export type Asset = AssetSaid & {
  id: string
  slug: string
  state: AssetTable['state']
  organisation: OrganisationName
  region: string | null
  organisation_type: string | null
  service: string | null
  area_id: number | null
  area: string | null
  repository: string | null
  publiccode: KeptPubliccode | null
  version: number
  published_at: Date
  published_by: string | null
  changed_at: Date
  closed_at: Date | null
  closing_note: string | null
  /** It waits for a curator, or one has taken it down. */
  hidden: Hidden | null
}

/** What waits for a curator is seen by its organisation and curators, and so is what was taken down. */
export const maySeeAsset = (actor: Actor, { hidden, organisation }: Asset): boolean =>
  !hidden || isMemberOf(actor, organisation.id) || hasDuty(actor, 'curator')

/** Whether everyone may find it. */
export const isFindable = ({ state, hidden }: Asset): boolean => state === 'published' && !hidden

/** What an organisation may change: its members only, while they act for it. */
export function requireOwn(actor: Speaker, asset: Asset | undefined): Asset {
  if (!asset || !isMemberOf(actor, asset.organisation.id)) throw failure('absent', '')
  if (actor.actingFor.id !== asset.organisation.id)
    throw failure(
      'forbidden',
      `This belongs to ${asset.organisation.name}, and you act for ${actor.actingFor.name} just now. Change the organisation you act for, at the top of the page.`,
    )
  return asset
}

export const assetsPath = '/reuse'
export const assetPath = (slug: string) => `${assetsPath}/${slug}`
export const filesPath = `${assetsPath}/files`

/** Addresses under /reuse that are no asset's. */
const reserved = new Set(['new', 'files'])

export const freeAssetSlug = (base: string, taken: ReadonlySet<string>): string =>
  freeSlug(base, slug => taken.has(slug) || reserved.has(slug))

export const saidOf = (asset: AssetSaid): AssetSaid => ({
  kind: asset.kind,
  title: asset.title,
  purpose: asset.purpose,
  how_to: asset.how_to,
  service_id: asset.service_id,
  licence: asset.licence,
  address: asset.address,
  release: asset.release,
  released_on: asset.released_on,
})

/** The same repository whatever its address is written like: without protocol, user, ending and case of the host. */
export function repositoryOf(address: string): string {
  const found = URL.parse(address)
  if (!found) return address
  const path = found.pathname.replace(/\/+$/, '').replace(/\.git$/i, '')
  return `${found.host.toLowerCase()}${path}`.slice(0, 500)
}
