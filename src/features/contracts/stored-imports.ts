import { type Insertable, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import type { Columns, LineOutcome, Seen } from './brought-file.ts'
import type { SaidContract } from './said-contract.ts'
import type {
  ContractImportLineTable,
  ContractImportMadeTable,
  ContractImportSupplierTable,
  ContractImportTable,
} from './tables.ts'

export async function insertMade(trx: Db, rows: Insertable<ContractImportMadeTable>[]): Promise<void> {
  if (rows.length === 0) return
  await trx
    .insertInto('contract_import_made')
    .values(rows)
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

export type Run = {
  id: string
  format: 'register' | 'ocds'
  source: { name: string; asOf: string }
}

/** Organisation → the import that a run of the command line is for it, begun where it is the first of its rows. */
export async function importsOfRun(
  trx: Db,
  run: Run,
  organisationIds: string[],
  now: Date,
): Promise<Map<string, string>> {
  const { file_name, sha256 } = await trx
    .selectFrom('import_run')
    .select(['file_name', 'sha256'])
    .where('id', '=', run.id)
    .executeTakeFirstOrThrow()
  await trx
    .insertInto('contract_import')
    .values(
      [...new Set(organisationIds)].map(organisation_id => ({
        id: newId(),
        format: run.format,
        organisation_id,
        import_run_id: run.id,
        file_name,
        sha256,
        source_name: run.source.name,
        source_as_of: run.source.asOf,
        state: 'taken-in' as const,
        previewed_at: now,
        taken_in_at: now,
      })),
    )
    .onConflict(conflict => conflict.columns(['import_run_id', 'organisation_id']).doNothing())
    .execute()
  const rows = await trx
    .selectFrom('contract_import')
    .select(['id', 'organisation_id'])
    .where('import_run_id', '=', run.id)
    .where('organisation_id', 'in', organisationIds)
    .execute()
  return new Map(rows.map(({ id, organisation_id }) => [organisation_id, id]))
}

/** Nobody else keeps a file of an organisation to be looked at until the transaction ends. */
export const lockPreviews = (trx: Db, organisationId: string) =>
  sql`select pg_advisory_xact_lock(hashtext(${`contracts: files of ${organisationId}`}))`.execute(trx)

type NewImport = Omit<Insertable<ContractImportTable>, 'state' | 'mapping'> & { bytes: Uint8Array }

/** Keeps a file that is to be looked at. */
export async function insertPreview(trx: Db, { bytes, ...row }: NewImport): Promise<void> {
  await trx
    .insertInto('contract_import')
    .values({ ...row, state: 'previewed' })
    .execute()
  await trx.insertInto('contract_import_file').values({ import_id: row.id, bytes }).execute()
}

export type LineRow = Omit<Insertable<ContractImportLineTable>, 'import_id' | 'said'> & {
  said: SaidContract | null
}
export type SupplierRow = Omit<Insertable<ContractImportSupplierTable>, 'import_id'>

const rowsAtOnce = 500

const inPieces = function* <Row>(rows: Row[]) {
  for (let start = 0; start < rows.length; start += rowsAtOnce) yield rows.slice(start, start + rowsAtOnce)
}

/** Puts what was read of a file in the place of what was read before. */
export async function replaceLines(
  trx: Db,
  import_id: string,
  read: { lines: LineRow[]; suppliers: SupplierRow[]; columns: Columns | null; seen: Seen | null },
): Promise<void> {
  const { lines, suppliers, columns, seen } = read
  await deleteLines(trx, import_id)
  for (const piece of inPieces(lines))
    await trx
      .insertInto('contract_import_line')
      .values(piece.map(line => ({ ...line, import_id, said: line.said && JSON.stringify(line.said) })))
      .execute()
  for (const piece of inPieces(suppliers))
    await trx
      .insertInto('contract_import_supplier')
      .values(piece.map(supplier => ({ ...supplier, import_id })))
      .execute()
  await trx
    .updateTable('contract_import')
    .set({ mapping: columns && JSON.stringify(columns) })
    .where('id', '=', import_id)
    .execute()
  await trx
    .updateTable('contract_import_file')
    .set({ seen: seen && JSON.stringify(seen) })
    .where('import_id', '=', import_id)
    .execute()
}

async function deleteLines(trx: Db, importId: string): Promise<void> {
  await trx.deleteFrom('contract_import_line').where('import_id', '=', importId).execute()
  await trx.deleteFrom('contract_import_supplier').where('import_id', '=', importId).execute()
}

/** Takes away a file that was only looked at. */
export async function deletePreview(trx: Db, importId: string): Promise<void> {
  await deleteLines(trx, importId)
  await trx.deleteFrom('contract_import_file').where('import_id', '=', importId).execute()
  await trx
    .deleteFrom('contract_import')
    .where('id', '=', importId)
    .where('state', '=', 'previewed')
    .execute()
}

export const updateSupplier = (
  trx: Db,
  importId: string,
  key: string,
  { decision, organisationId }: { decision: SupplierRow['decision']; organisationId: string | null },
) =>
  trx
    .updateTable('contract_import_supplier')
    .set({ decision, organisation_id: organisationId })
    .where('import_id', '=', importId)
    .where('key', '=', key)
    .execute()

/** The name of a person is kept no longer than it takes to say that it is one. */
export const deleteIndividuals = (trx: Db, importId: string) =>
  trx
    .deleteFrom('contract_import_supplier')
    .where('import_id', '=', importId)
    .where('decision', '=', 'individual')
    .execute()

export const markImport = (
  trx: Db,
  importId: string,
  mark: Partial<Pick<Insertable<ContractImportTable>, 'state' | 'taken_in_at' | 'undone_at'>>,
) => trx.updateTable('contract_import').set(mark).where('id', '=', importId).execute()

export const deleteFile = (trx: Db, importId: string) =>
  trx.deleteFrom('contract_import_file').where('import_id', '=', importId).execute()

export const findFile = async (db: Db, importId: string) =>
  (
    await db
      .selectFrom('contract_import_file')
      .select('bytes')
      .where('import_id', '=', importId)
      .executeTakeFirst()
  )?.bytes

export const keepMapping = (trx: Db, organisation_id: string, columns: object, mapped_at: Date) =>
  trx
    .insertInto('contract_register_mapping')
    .values({ organisation_id, mapping: JSON.stringify(columns), mapped_at })
    .onConflict(conflict =>
      conflict.column('organisation_id').doUpdateSet({ mapping: JSON.stringify(columns), mapped_at }),
    )
    .execute()

/** Lines that wait, those of one key together: about this many. */
export async function lockReadyLines(trx: Db, importId: string, atMost: number) {
  const ready = trx
    .selectFrom('contract_import_line')
    .select(['position', 'line', 'key', 'said', 'supplier_key as supplierKey', 'remarks'])
    .select(['as_of as asOf', 'source_url as sourceUrl'])
    .where('import_id', '=', importId)
    .where('outcome', '=', 'ready')
    .orderBy('key')
    .orderBy('position')
  const first = await ready.limit(atMost).execute()
  const last = first.at(-1)
  if (!last || first.length < atMost) return first
  const rest = await ready.where('key', '=', last.key).execute()
  return [...first, ...rest.filter(({ position }) => !first.some(line => line.position === position))]
}

export type LineResult = {
  position: number
  /** Where it is another than before: without the name of a person. */
  key: string | null
  outcome: LineOutcome
  supplier_key: string | null
  contract_id: string | null
  said: SaidContract | null
  refusal: string | null
  remarks: string[]
}

/** Writes what became of lines. */
export async function updateLines(trx: Db, importId: string, results: LineResult[]): Promise<void> {
  await sql`
    update contract_import_line as line
    set outcome = became.outcome, key = coalesce(became.key, line.key), contract_id = became.contract_id, said = became.said, refusal = became.refusal,
      supplier_key = became.supplier_key,
      remarks = array(select jsonb_array_elements_text(became.remarks))
    from jsonb_to_recordset(${JSON.stringify(results)}::text::jsonb) as became
      (position int, key text, outcome text, supplier_key text, contract_id uuid, said jsonb, refusal text, remarks jsonb)
    where line.import_id = ${importId} and line.position = became.position`.execute(trx)
}

/** Takes away some of what an import said; which contracts it was about. */
export async function deleteStatements(trx: Db, importId: string, atMost: number): Promise<string[]> {
  const { rows } = await sql<{ contract_id: string }>`
    delete from contract_statement where id = any(array(
      select id from contract_statement where import_id = ${importId} order by id limit ${atMost}))
    returning contract_id`.execute(trx)
  return [...new Set(rows.map(({ contract_id }) => contract_id))]
}

/** The organisations that an import listed; it forgets them, and so do the suppliers of its lines. */
export async function forgetMade(trx: Db, importId: string): Promise<string[]> {
  const made = await trx
    .deleteFrom('contract_import_made')
    .where('import_id', '=', importId)
    .returning('organisation_id')
    .execute()
  const ids = made.map(({ organisation_id }) => organisation_id)
  if (ids.length > 0)
    await trx
      .updateTable('contract_import_supplier')
      .set({ organisation_id: null, decision: 'new' })
      .where('import_id', '=', importId)
      .where('organisation_id', 'in', ids)
      .execute()
  return ids
}
