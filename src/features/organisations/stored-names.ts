import type { Db } from '#plumbing/database/database.ts'
import type { OrganisationNameTable } from './tables.ts'

export type StoredName = Pick<OrganisationNameTable, 'kind' | 'name' | 'key'> & { position: number }

export const listNamesOf = (db: Db, organisationId: string): Promise<StoredName[]> =>
  db
    .selectFrom('organisation_name')
    .select(['kind', 'name', 'key', 'position'])
    .where('organisation_id', '=', organisationId)
    .orderBy('kind')
    .orderBy('name')
    .execute()

export async function deleteNames(
  trx: Db,
  organisationId: string,
  names: Pick<StoredName, 'kind' | 'name'>[],
): Promise<void> {
  for (const { kind, name } of names)
    await trx
      .deleteFrom('organisation_name')
      .where('organisation_id', '=', organisationId)
      .where('kind', '=', kind)
      .where('name', '=', name)
      .execute()
}

export async function insertNames(trx: Db, organisationId: string, names: StoredName[]): Promise<void> {
  if (names.length === 0) return
  await trx
    .insertInto('organisation_name')
    .values(names.map(name => ({ ...name, organisation_id: organisationId })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}
