import type { Slots } from '#plumbing/feature.ts'
import { insightPath, regionPath } from './choices.ts'
import { inPlace, slugOfRegion } from './places.ts'

/** From an organisation's page: to the bird's-eye view of an authority, of the region a council lies in, or of a supplier. */
export const insightsOf: Slots['organisationPlaces'] = ({ name, slug, kind, tier, status, region }) => {
  if (kind === 'supplier')
    return { label: `Contracts and systems of ${name} in figures`, href: insightPath({ supplier: slug }) }
  if (kind !== 'council' || status !== 'current') return null
  if (tier === 'strategic') return { label: `${name} in figures`, href: regionPath(slug) }
  if (region === null) return null
  return { label: `What councils in ${inPlace(region)} share`, href: regionPath(slugOfRegion(region)) }
}
