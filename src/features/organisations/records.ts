import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { ListedRecord } from '#ui/record-list.tsx'
import type { OrganisationName } from './organisation.ts'
import type { OrganisationTable } from './tables.ts'

/** What one feature has of an organisation, newest first; shown on the organisation's page under its title. */
export type OrganisationRecords = {
  title: string
  /** What this actor may see of it. */
  list(db: Db, organisationId: string, actor: Actor): Promise<ListedRecord[]>
}

export type PlacedOrganisation = OrganisationName &
  Pick<OrganisationTable, 'kind' | 'tier' | 'status' | 'region'>

/** A page about an organisation that another feature has, e.g. who speaks for it; null where it has none for this one. */
export type OrganisationPlace = (organisation: PlacedOrganisation) => { label: string; href: string } | null

/** A fact about what an organisation publishes, beside its own; null where there is nothing to count. */
export type OrganisationFigure = {
  load(db: Db, organisationId: string): Promise<{ label: string; says: string } | null>
}

/** What another feature lets people do where organisations are listed, e.g. add one. */
export type OrganisationListPlace = { label: string; href: string }

declare module '#plumbing/feature.ts' {
  interface Slots {
    organisationRecords: OrganisationRecords
    organisationFigures: OrganisationFigure
    organisationPlaces: OrganisationPlace
    organisationListPlaces: OrganisationListPlace
  }
}
