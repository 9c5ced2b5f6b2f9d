import { listOrganisationsById } from '#features/organisations/index.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'

/** Whether somebody speaks for a supplier just now: a problem is for those to raise who have it. */
export async function isOfSupplier(db: Db, { actingFor: { id } }: Speaker): Promise<boolean> {
  return (await listOrganisationsById(db, [id])).get(id)?.kind === 'supplier'
}
