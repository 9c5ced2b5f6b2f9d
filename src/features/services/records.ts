import type { Db } from '#plumbing/database/database.ts'

/** One thing about a service, as the service's page lists it. `date` is 'YYYY-MM-DD'. */
export type ServiceRecord = { title: string; href: string; meta: string[]; date: string | null }

/** What one feature has about a service, newest first; shown on the service's page under its title. */
export type ServiceRecords = {
  title: string
  list(db: Db, serviceId: number): Promise<ServiceRecord[]>
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    serviceRecords: ServiceRecords
  }
}
