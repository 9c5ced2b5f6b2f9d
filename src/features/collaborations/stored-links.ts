import type { Visibility } from '#features/accounts/index.ts'
import type { Db } from '#plumbing/database/database.ts'

type NewLink = {
  id: string
  collaboration_id: string
  organisation_id: string
  title: string
  href: string
  visibility: Visibility
  added_at: Date
  added_by: string
}

export const insertLink = (trx: Db, link: NewLink) =>
  trx.insertInto('collaboration_link').values(link).execute()

/** False where that organisation has no such link. */
export async function deleteLink(
  trx: Db,
  { id, collaborationId, organisationId }: { id: string; collaborationId: string; organisationId: string },
): Promise<boolean> {
  const { numDeletedRows } = await trx
    .deleteFrom('collaboration_link')
    .where('id', '=', id)
    .where('collaboration_id', '=', collaborationId)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirstOrThrow()
  return numDeletedRows === 1n
}
