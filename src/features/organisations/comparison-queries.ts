import type { Db } from '#plumbing/database/database.ts'
import type { OrganisationTable } from './tables.ts'

/** What a council is compared by when partners are sought. Shares are of people, 0 to 1; ages in years. */
export type CouncilTraits = {
  id: string
  type: string | null
  tier: OrganisationTable['tier']
  latitude: number | null
  longitude: number | null
  population: number | null
  areaKm2: number | null
  deprivationDecile: number | null
  shareUrban: number | null
  medianAge: number | null
}

/** Every council of today. */
export const listTraits = (db: Db): Promise<CouncilTraits[]> =>
  db
    .selectFrom('organisation')
    .leftJoin('organisation_profile as profile', 'profile.organisation_id', 'organisation.id')
    .select(['id', 'council_type as type', 'tier', 'latitude', 'longitude', 'population'])
    .select(['area_km2 as areaKm2', 'deprivation_decile as deprivationDecile'])
    .select(['share_urban as shareUrban', 'median_age_2021 as medianAge'])
    .where('kind', '=', 'council')
    .where('status', '=', 'current')
    .orderBy('id')
    .execute()
