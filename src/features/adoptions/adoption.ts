import { assetPath } from '#features/assets/index.ts'
import type { budgetBandLabels } from '#features/project-plans/index.ts'
import type { AdoptionVersionTable } from './tables.ts'

export const states = [
  'looking',
  'trial',
  'live',
  'stopped',
] as const satisfies AdoptionVersionTable['state'][]
export type AdoptionState = (typeof states)[number]

export const stateLabels: Record<AdoptionState, string> = {
  looking: 'We are looking at it',
  trial: 'We are trying it out',
  live: 'We use it',
  stopped: 'We used or tried it, and stopped',
}

/** The same of another: "Leeds City Council uses it". */
export const stateWords: Record<AdoptionState, string> = {
  looking: 'looking at it',
  trial: 'trying it out',
  live: 'in use',
  stopped: 'stopped',
}

/** The same of several: "in use at 3". */
export const countWords: Record<AdoptionState, string> = {
  live: 'in use at',
  trial: 'tried out by',
  looking: 'looked at by',
  stopped: 'stopped by',
}

export type CostBand = keyof typeof budgetBandLabels

/** What an adopter says, without who and when. */
export type AdoptionSaid = {
  state: AdoptionState
  release: string | null
  /** 'YYYY-MM-DD' */
  since: string | null
  days: number | null
  cost: CostBand | null
  took: string | null
  why: string | null
  talks: boolean
}

export type Act = AdoptionVersionTable['act']

/** Where an organisation says of itself that it took something on. */
export const ownAdoptionPath = (slug: string) => `${assetPath(slug)}/adoption`
export const adoptionsPath = (slug: string) => `${assetPath(slug)}/adoptions`
/** All that everyone may know of an asset and of who took it on, for programs. */
export const assetDataPath = (slug: string) => `${assetPath(slug)}/asset.json`
/** What one of them says, on the asset's page. */
export const adoptionAnchor = (organisationSlug: string) => `adoption-${organisationSlug}`
export const adoptionPath = (slug: string, organisationSlug: string) =>
  `${assetPath(slug)}#${adoptionAnchor(organisationSlug)}`

export const saidOf = ({
  state,
  release,
  since,
  days,
  cost,
  took,
  why,
  talks,
}: AdoptionSaid): AdoptionSaid => ({
  state,
  release,
  since,
  days,
  cost,
  took,
  why,
  talks,
})
