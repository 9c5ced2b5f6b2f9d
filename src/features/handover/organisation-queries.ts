import { listOrganisationsById } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Handover } from './handover.ts'

/** The organisation for which something passes on. */
export const organisationOf = async (db: Db, { organisation_id }: Pick<Handover, 'organisation_id'>) =>
  (await listOrganisationsById(db, [organisation_id])).get(organisation_id)!
