import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { FoundService } from './service-words.ts'

/** A contract whose service was told by other clues than those there are now, or not at all. */
export type UntoldContract = {
  id: string
  title: string
  description: string | null
  department: string | null
  cpv: string | null
  serviceFrom: string | null
}

/** `mark`: of the clues that there are now. */
export const listUntold = (db: Db, mark: string, limit: number): Promise<UntoldContract[]> =>
  db
    .selectFrom('contract')
    .select(['id', 'title', 'description', 'service_as_published as department', 'cpv'])
    .select('service_from as serviceFrom')
    .where('service_told_by', 'is distinct from', mark)
    .orderBy('id')
    .limit(limit)
    .execute()

export type ToldService = {
  id: string
  title: string
  service_id: number | null
  service_from: FoundService['from'] | null
  guess_id: number | null
}

/**
 * Writes which services contracts are for, and the same into what their newest sources said of them; which of them changed.
 * What an organisation or a source said is left alone, and so is a contract that says something else by now.
 */
export async function writeTold(trx: Db, told: ToldService[], mark: string, now: Date): Promise<string[]> {
  if (told.length === 0) return []
  const rows = sql`jsonb_to_recordset(${JSON.stringify(told)}::text::jsonb)
    as told (id uuid, title text, service_id int, service_from text, guess_id int)`
  const { rows: changed } = await sql<{ id: string }>`
    update contract set service_id = told.service_id, service_from = told.service_from,
      service_guess_id = told.guess_id, changed_at = ${now}
    from ${rows} where contract.id = told.id and contract.title = told.title
      and coalesce(contract.service_from, 'title') not in ('council', 'source')
      and (contract.service_id, contract.service_from, contract.service_guess_id)
        is distinct from (told.service_id, told.service_from, told.guess_id)
    returning contract.id`.execute(trx)
  await sql`
    update contract_statement as made set said = made.said
      || jsonb_build_object('service_id', told.service_id, 'service_from', told.service_from)
    from ${rows} where made.contract_id = told.id and made.said ->> 'title' = told.title
      and coalesce(made.said ->> 'service_from', 'title') not in ('council', 'source')
      and (made.said -> 'service_id', made.said ->> 'service_from')
        is distinct from (coalesce(to_jsonb(told.service_id), 'null'::jsonb), told.service_from)`.execute(trx)
  await sql`
    update contract set service_told_by = ${mark}
    from ${rows} where contract.id = told.id and contract.title = told.title`.execute(trx)
  return changed.map(({ id }) => id)
}

/** Says of lines of a file that is looked at which service they are for; null: no one of them. */
export const writeLineServices = (
  trx: Db,
  importId: string,
  { positions, serviceId }: { positions: number[]; serviceId: number | null },
) =>
  sql`
    update contract_import_line set said = said
      || jsonb_build_object('service_id', ${serviceId}::int, 'service_from', 'council')
    where import_id = ${importId} and outcome = 'ready' and position = any(${positions}::int[])`.execute(trx)
