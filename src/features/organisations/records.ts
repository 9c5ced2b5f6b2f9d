import type { Db } from '#plumbing/database/database.ts'
import type { ListedRecord } from '#ui/record-list.tsx'

/** What one feature has of an organisation, newest first; shown on the organisation's page under its title. */
export type OrganisationRecords = {
  title: string
  list(db: Db, organisationId: string): Promise<ListedRecord[]>
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    organisationRecords: OrganisationRecords
  }
}
