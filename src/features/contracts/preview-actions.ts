import { setImmediate } from 'node:timers/promises'
import type { HeadingsAt } from '#features/contract-reading/index.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { fileOfBytes, sha256Of } from '#plumbing/import-file.ts'
import { type Columns, previewsAtMost } from './brought-file.ts'
import { keysOf } from './identity.ts'
import { countPreviews, lockImport } from './import-queries.ts'
import { type ReadFile, readUploaded } from './read-uploaded.ts'
import { refusalOf, saidFrom, statedOn } from './said-contract.ts'
import { listServiceChoices, listServicePhrases } from './service-queries.ts'
import {
  deletePreview,
  findFile,
  insertPreview,
  type LineRow,
  lockPreviews,
  replaceLines,
  type SupplierRow,
} from './stored-imports.ts'
import { supplierKey } from './supplier-names.ts'
import { listSuppliersBefore, supplierFinder } from './supplier-queries.ts'
import { keyOf, supplierOf, type Verdict, verdictOn } from './supplier-verdict.ts'

export type FileToLookAt = {
  organisation: { id: string; slug: string }
  file: { name: string; bytes: Uint8Array }
  source: { name: string; url: string | null; asOf: string }
  /** How the organisation's columns were told apart last. */
  columns: Columns | undefined
}

/** Reads a file and keeps what it says to be looked at; the id of the import that it may become. A file that cannot be read is a Failure. */
export async function startPreview(
  db: Db,
  clock: Clock,
  actor: Person,
  { organisation, file, source, columns }: FileToLookAt,
): Promise<string> {
  await refuseTooMany(db, organisation.id)
  const read = await readUploaded(db, file, { whose: organisation.slug, columns })
  const prepared = await prepareLines(db, organisation.id, read)
  const id = newId()
  const sha256 = await sha256Of(fileOfBytes(file.name, file.bytes))
  await db.transaction().execute(async trx => {
    await lockPreviews(trx, organisation.id)
    await refuseTooMany(trx, organisation.id)
    await insertPreview(trx, {
      id,
      format: read.format,
      organisation_id: organisation.id,
      file_name: file.name,
      sha256,
      source_name: source.name,
      source_url: source.url,
      source_as_of: source.asOf,
      imported_by: actor.id,
      previewed_at: clock.now(),
      bytes: file.bytes,
    })
    await replaceLines(trx, id, { ...prepared, columns: read.columns, seen: read.seen })
  })
  return id
}

/** Counted before a file is read, and once more when it is kept, as several may be read at once. */
async function refuseTooMany(db: Db, organisationId: string): Promise<void> {
  if ((await countPreviews(db, organisationId)) >= previewsAtMost)
    throw failure(
      'invalid',
      `${previewsAtMost} files wait to be taken in. Take them in or forget them before you bring another.`,
    )
}

/** Reads the file again with other columns, or with other headings. */
export async function readAnew(
  db: Db,
  importId: string,
  { columns, headingsAt }: { columns: Columns; headingsAt: HeadingsAt | undefined },
): Promise<void> {
  const found = await db
    .selectFrom('contract_import')
    .innerJoin('organisation', 'organisation.id', 'contract_import.organisation_id')
    .select(['organisation_id', 'file_name', 'organisation.slug'])
    .where('contract_import.id', '=', importId)
    .executeTakeFirstOrThrow()
  const bytes = await findFile(db, importId)
  if (!bytes) throw failure('conflict', 'This file has been taken in meanwhile.')
  const read = await readUploaded(
    db,
    { name: found.file_name, bytes },
    { whose: found.slug, columns, headingsAt },
  )
  const prepared = await prepareLines(db, found.organisation_id, read)
  await db.transaction().execute(async trx => {
    const locked = await lockImport(trx, importId)
    if (locked?.state !== 'previewed') throw failure('conflict', 'This file has been taken in meanwhile.')
    await replaceLines(trx, importId, { ...prepared, columns: read.columns, seen: read.seen })
  })
}

/** Forgets a file that was only looked at. */
export const dropPreview = (db: Db, importId: string) =>
  db.transaction().execute(async trx => {
    const locked = await lockImport(trx, importId)
    if (locked?.state !== 'previewed') throw failure('conflict', 'This file has been taken in meanwhile.')
    await deletePreview(trx, importId)
  })

type Prepared = { lines: LineRow[]; suppliers: SupplierRow[] }

/** So many lines are prepared before pages of others get their turn. */
const linesAtOnce = 50

/** What each line says, or why it is left out; and whom each supplier is taken for until somebody says otherwise. */
async function prepareLines(
  db: Db,
  organisationId: string,
  { format, lines: read }: ReadFile,
): Promise<Prepared> {
  const services = await listServicePhrases(db)
  const choices = (await listServiceChoices(db, [organisationId])).get(organisationId)
  const find = await supplierFinder(db)
  const before = await listSuppliersBefore(db, organisationId)
  const suppliers = new Map<string, SupplierRow>()
  const seen = new Map<string, number>()
  const prepare = (one: ReadFile['lines'][number], position: number): LineRow => {
    const refused = (refusal: string): LineRow => ({
      position,
      line: one.line,
      outcome: 'refused',
      said: null,
      refusal,
      remarks: [],
    })
    if ('refusal' in one) return refused(one.refusal)
    const { said, remarks } = saidFrom(one.row, services, choices)
    const refusal = refusalOf(said)
    if (refusal) return refused(refusal)
    const keys = keysOf(said)
    const asOf = statedOn(format, one.row)
    const whole = `${keys.whole} ${asOf}`
    const first = seen.get(whole)
    if (first !== undefined) return refused(`says the same as line ${first}`)
    seen.set(whole, one.line)
    const named = supplierOf(said, one.row)
    if (named && !suppliers.has(keyOf(named))) suppliers.set(keyOf(named), decidedOn(named, find, before))
    return {
      position,
      line: one.line,
      outcome: 'ready',
      key: keys.base,
      said,
      as_of: asOf,
      source_url: one.row.url ?? null,
      supplier_key: named && keyOf(named),
      remarks: [...(one.remarks ?? []), ...remarks],
      refusal: null,
    }
  }
  const lines: LineRow[] = []
  for (const [position, one] of read.entries()) {
    if (position % linesAtOnce === 0) await setImmediate()
    lines.push(prepare(one, position))
  }
  return { lines, suppliers: [...suppliers.values()] }
}

function decidedOn(
  named: { name: string; companyNumber: string | null },
  find: Awaited<ReturnType<typeof supplierFinder>>,
  before: Map<string, string>,
): SupplierRow {
  const decided = before.get(supplierKey(named.name))
  const verdict: Verdict = decided ? { is: 'known', id: decided } : verdictOn(named, find)
  return {
    key: keyOf(named),
    name: named.name,
    company_number: named.companyNumber,
    decision: verdict.is === 'near' ? 'open' : verdict.is,
    organisation_id: verdict.is === 'known' ? verdict.id : null,
  }
}
