import { sql } from 'kysely'
import { recordActivity } from '#plumbing/activity.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import type { ImportContext } from '#plumbing/import.ts'
import { slugOf } from '#plumbing/slug.ts'
import { saveOrganisations } from './actions.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    /** Its page went with the file that had brought it. */
    'organisation.removed': { source: string }
  }
}

export type NewSupplier = {
  name: string
  otherNames: string[]
  /** The eight characters of its number at Companies House. */
  companyNumber: string | null
}

/** Lists suppliers that a source names; their ids in the same order. A company that is listed already is brought up to date. */
export async function addSuppliers(
  trx: Db,
  context: ImportContext,
  suppliers: NewSupplier[],
): Promise<string[]> {
  return saveOrganisations(
    trx,
    context,
    suppliers.map(({ name, otherNames, companyNumber }) => ({
      known: companyNumber
        ? { scheme: 'companies-house', value: companyNumber }
        : { scheme: 'pipeline', value: `${slugOf(name)}-${newId().slice(-6)}` },
      facts: { name, short_name: name, kind: 'supplier', status: 'current', certainty: null },
      otherNames,
      identifiers: [],
    })),
  )
}

const isStillNamed = (error: unknown) => error instanceof Error && 'code' in error && error.code === '23503'

/** Takes away organisations that nothing names any more; one that something does name stays. */
export async function removeUnnamed(
  trx: Db,
  { source, clock, actor }: ImportContext,
  ids: string[],
): Promise<void> {
  for (const id of ids) {
    await sql`savepoint organisation_to_remove`.execute(trx)
    try {
      await trx.deleteFrom('organisation_name').where('organisation_id', '=', id).execute()
      await trx.deleteFrom('organisation_identifier').where('organisation_id', '=', id).execute()
      await trx.deleteFrom('organisation').where('id', '=', id).execute()
      await recordActivity(trx, clock, {
        kind: 'organisation.removed',
        subject: { kind: 'organisation', id },
        actor,
        detail: { source: source.name },
      })
    } catch (error) {
      if (!isStillNamed(error)) throw error
      await sql`rollback to savepoint organisation_to_remove`.execute(trx)
    }
    await sql`release savepoint organisation_to_remove`.execute(trx)
  }
}
