import type { Db } from '#plumbing/database/database.ts'

/** One thing an organisation published, as its page lists it. `date` is 'YYYY-MM-DD'. */
export type OrganisationRecord = { title: string; href: string; meta: string[]; date: string | null }

/** What one feature has of an organisation, newest first; shown on the organisation's page under its title. */
export type OrganisationRecords = {
  title: string
  list(db: Db, organisationId: string): Promise<OrganisationRecord[]>
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    organisationRecords: OrganisationRecords
  }
}
