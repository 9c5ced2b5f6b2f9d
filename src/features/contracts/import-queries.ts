import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Columns, Counts, LineOutcome, Seen } from './brought-file.ts'
import type { SaidContract } from './said-contract.ts'

const columns = [
  'contract_import.id',
  'format',
  'contract_import.organisation_id as organisationId',
  'import_run_id as runId',
  'file_name as fileName',
  'source_name as sourceName',
  'source_url as sourceUrl',
  'source_as_of as sourceAsOf',
  'state',
  'mapping',
  'imported_by as importedBy',
  'previewed_at as previewedAt',
  'taken_in_at as takenInAt',
  'undone_at as undoneAt',
] as const

export const findImport = async (db: Db, organisationId: string, id: string) => {
  const found = await db
    .selectFrom('contract_import')
    .select(columns)
    .where('id', '=', id)
    .where('organisation_id', '=', organisationId)
    .executeTakeFirst()
  if (!found) throw failure('absent', '')
  return found
}
export type FoundImport = Awaited<ReturnType<typeof findImport>>

/** Nobody else takes it in or undoes it until the transaction ends. */
export const lockImport = (trx: Db, id: string) =>
  trx.selectFrom('contract_import').select(columns).where('id', '=', id).forUpdate().executeTakeFirst()

/** The files of an organisation, newest first, with how many contracts' statements of each are there. */
export async function listImports(db: Db, organisationId: string) {
  return db
    .selectFrom('contract_import')
    .select(columns)
    .select(({ selectFrom, fn }) =>
      selectFrom('contract_statement')
        .select(fn.countAll<number>().as('count'))
        .whereRef('contract_statement.import_id', '=', 'contract_import.id')
        .as('statements'),
    )
    .where('organisation_id', '=', organisationId)
    .orderBy('previewed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(100)
    .execute()
}
export type ListedImport = Awaited<ReturnType<typeof listImports>>[number]

export async function countLines(db: Db, importId: string): Promise<Counts> {
  const rows = await db
    .selectFrom('contract_import_line')
    .select(({ fn }) => ['outcome', fn.countAll<number>().as('lines')])
    .where('import_id', '=', importId)
    .groupBy('outcome')
    .execute()
  const counts: Counts = { ready: 0, added: 0, changed: 0, unchanged: 0, refused: 0 }
  for (const { outcome, lines } of rows) counts[outcome] = lines
  return counts
}

/** How many of the lines to be taken in tell of a contract that is there. */
export async function countKnownLines(db: Db, importId: string): Promise<number> {
  const { known } = await db
    .selectFrom('contract_import_line as line')
    .innerJoin('contract_import as brought', 'brought.id', 'line.import_id')
    .innerJoin('contract', join =>
      join
        .onRef('contract.organisation_id', '=', 'brought.organisation_id')
        .onRef('contract.key', '=', 'line.key'),
    )
    .select(({ fn }) => fn.countAll<number>().as('known'))
    .where('line.import_id', '=', importId)
    .where('line.outcome', '=', 'ready')
    .executeTakeFirstOrThrow()
  return known
}

export type ImportLine = {
  position: number
  line: number
  outcome: LineOutcome
  said: SaidContract | null
  supplierKey: string | null
  refusal: string | null
  remarks: string[]
  contractId: string | null
}

/** Lines in their order, from a position on; only refused ones, or those with remarks, where these are asked for. */
export async function listLines(
  db: Db,
  importId: string,
  { after, limit, only }: { after: number; limit: number; only?: 'refused' | 'remarks' },
): Promise<ImportLine[]> {
  const rows = await db
    .selectFrom('contract_import_line')
    .select(['position', 'line', 'outcome', 'said', 'supplier_key as supplierKey', 'refusal', 'remarks'])
    .select('contract_id as contractId')
    .where('import_id', '=', importId)
    .where('position', '>', after)
    .$if(only === 'refused', query => query.where('outcome', '=', 'refused'))
    .$if(only === 'remarks', query => query.where('remarks', '!=', []))
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map(row => ({ ...row, said: row.said as SaidContract | null }))
}

export const listImportSuppliers = (db: Db, importId: string) =>
  db
    .selectFrom('contract_import_supplier as named')
    .leftJoin('organisation', 'organisation.id', 'named.organisation_id')
    .select(['named.key', 'named.name', 'company_number as companyNumber', 'decision'])
    .select(['organisation.id as organisationId', 'organisation.name as organisation', 'organisation.slug'])
    .where('import_id', '=', importId)
    .orderBy('named.name')
    .orderBy('named.key')
    .execute()
export type ImportSupplier = Awaited<ReturnType<typeof listImportSuppliers>>[number]

/** How an organisation's columns were told apart last. */
export const findColumns = async (db: Db, organisationId: string) =>
  (
    await db
      .selectFrom('contract_register_mapping')
      .select('mapping')
      .where('organisation_id', '=', organisationId)
      .executeTakeFirst()
  )?.mapping as Columns | undefined

/** How many files of an organisation wait to be taken in. */
export async function countPreviews(db: Db, organisationId: string): Promise<number> {
  const { count } = await db
    .selectFrom('contract_import')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('organisation_id', '=', organisationId)
    .where('state', '=', 'previewed')
    .executeTakeFirstOrThrow()
  return count
}

/** What was seen first of a file that waits. */
export const findSeen = async (db: Db, importId: string): Promise<Seen | null> =>
  ((
    await db
      .selectFrom('contract_import_file')
      .select('seen')
      .where('import_id', '=', importId)
      .executeTakeFirst()
  )?.seen ?? null) as Seen | null

/** Previews that nobody took in, from before an instant. */
export const listStalePreviews = (db: Db, before: Date, limit: number) =>
  db
    .selectFrom('contract_import')
    .select('id')
    .where('state', '=', 'previewed')
    .where('previewed_at', '<', before)
    .orderBy('previewed_at')
    .limit(limit)
    .execute()
