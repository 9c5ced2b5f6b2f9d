import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { ListedRecord } from '#ui/record-list.tsx'

/** What one feature has about a service, newest first; shown on the service's page under its title. */
export type ServiceRecords = {
  title: string
  /** What this actor may see of it. */
  list(db: Db, serviceId: number, actor: Actor): Promise<ListedRecord[]>
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    serviceRecords: ServiceRecords
  }
}
