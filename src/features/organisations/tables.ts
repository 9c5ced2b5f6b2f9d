// Written by `npm run types` from the migrations: change those instead.
import type { ColumnType, Generated } from 'kysely'

type Json = ColumnType<unknown, object | string>

export type OrganisationTable = {
  id: string
  slug: string
  name: string
  short_name: string
  kind: 'council' | 'public-body' | 'supplier' | 'charity' | 'network'
  council_type: string | null
  tier: 'single' | 'upper' | 'lower' | 'strategic' | null
  nation: string | null
  region: string | null
  status: 'current' | 'former' | 'planned'
  certainty: 'legislated' | 'provisional' | null
  starts_on: string | null
  ends_on: string | null
  latitude: number | null
  longitude: number | null
  population: number | null
  area_km2: number | null
  website: string | null
  gss_code: string | null
  legal_basis: string | null
  reorganisation_area: string | null
  reorganisation_status: 'in-programme' | 'announced' | 'legislated' | null
  source: string
  source_as_of: string
  created_at: Date
}

export type OrganisationDomainTable = {
  domain: string
  organisation_id: string
  source: string
  source_as_of: string
}

export type OrganisationIdentifierTable = {
  organisation_id: string
  scheme: string
  value: string
}

export type OrganisationMemberTable = {
  body_id: string
  member_id: string
  kind: 'county' | 'combined-authority' | 'owner' | 'group'
  source: string
  source_as_of: string
}

export type OrganisationMergeTable = {
  id: string
  from_id: string
  to_id: string
  reason: string
  moved: Json
  merged_at: Date
  undone_at: Date | null
  status_before: string
  ended_before: string | null
}

export type OrganisationNameTable = {
  organisation_id: string
  kind: 'official' | 'other' | 'listed'
  name: string
  key: string
  position: Generated<number>
}

export type OrganisationNeighbourTable = {
  organisation_id: string
  neighbour_id: string
  layer: 'district' | 'county'
}

export type OrganisationProfileTable = {
  organisation_id: string
  deprivation_score: number | null
  deprivation_decile: number | null
  share_highly_rural: number | null
  share_rural: number | null
  share_urban: number | null
  rural_urban_class: string | null
  population_2021: number | null
  median_age_2021: number | null
  one_person_households_2021: number | null
  source: string
  source_as_of: string
}

export type OrganisationSuccessionTable = {
  from_id: string
  to_id: string
  happens_on: string
  certainty: 'done' | 'legislated' | 'provisional'
  part: 'whole' | 'part' | 'unclear'
  source: string
  source_as_of: string
}

declare module '#plumbing/database/database.ts' {
  interface Tables {
    organisation: OrganisationTable
    organisation_domain: OrganisationDomainTable
    organisation_identifier: OrganisationIdentifierTable
    organisation_member: OrganisationMemberTable
    organisation_merge: OrganisationMergeTable
    organisation_name: OrganisationNameTable
    organisation_neighbour: OrganisationNeighbourTable
    organisation_profile: OrganisationProfileTable
    organisation_succession: OrganisationSuccessionTable
  }
}
