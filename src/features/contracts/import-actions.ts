import { recordActivity } from '#plumbing/activity.ts'
import { type Actor, isLeadOf } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Counts } from './brought-file.ts'
import { keysOf } from './identity.ts'
import {
  countLines,
  type FoundImport,
  type ImportSupplier,
  listImportSuppliers,
  lockImport,
} from './import-queries.ts'
import { anIndividual } from './individuals.ts'
import { withoutNamed } from './left-out.ts'
import { refusalOf, type SaidContract, withoutName } from './said-contract.ts'
import { type Stated, type Statement, writeStatements } from './statement-actions.ts'
import {
  deleteFile,
  deleteIndividuals,
  keepMapping,
  type LineResult,
  lockReadyLines,
  markImport,
  updateLines,
  updateSupplier,
} from './stored-imports.ts'
import { makeSuppliers } from './supplier-actions.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'contract-import.taken-in': { organisationId: string; counts: Counts }
  }
}

const linesAtOnce = 200

/**
 * Takes in what a file was seen to say, a few hundred lines a transaction. Broken off and begun again, it goes on where it
 * was. What a lead of the organisation takes in is the organisation's own word.
 */
export async function takeInImport(db: Db, clock: Clock, actor: Actor, importId: string): Promise<void> {
  await db.transaction().execute(trx => begin(trx, clock, actor, importId))
  for (;;) {
    const done = await db.transaction().execute(trx => takeInSome(trx, clock, actor, importId))
    if (done) return
  }
}

async function lockUnfinished(trx: Db, importId: string): Promise<FoundImport> {
  const found = await lockImport(trx, importId)
  if (!found) throw failure('absent', '')
  if (found.state === 'undoing' || found.state === 'undone')
    throw failure('conflict', 'What this file said has been undone. Bring the file in again.')
  return found
}

/** From here on it is no preview: its new suppliers get their pages. */
async function begin(trx: Db, clock: Clock, actor: Actor, importId: string): Promise<void> {
  const found = await lockUnfinished(trx, importId)
  if (found.state !== 'previewed') return
  const suppliers = (await listImportSuppliers(trx, importId)).filter(({ decision }) => decision === 'new')
  const source = { name: found.sourceName, asOf: found.sourceAsOf }
  const ids = await makeSuppliers(
    trx,
    { source, clock, actor },
    suppliers.map(({ name, companyNumber }) => ({ name, companyNumber, importId })),
  )
  for (const [at, { key }] of suppliers.entries()) {
    const organisationId = ids[at]!
    await updateSupplier(trx, importId, key, {
      decision: organisationId === null ? 'as-published' : 'new',
      organisationId,
    })
  }
  await markImport(trx, importId, { state: 'taking-in' })
}

async function takeInSome(trx: Db, clock: Clock, actor: Actor, importId: string): Promise<boolean> {
  const found = await lockUnfinished(trx, importId)
  if (found.state === 'taken-in') return true
  const lines = await lockReadyLines(trx, importId, linesAtOnce)
  if (lines.length === 0) {
    await finish(trx, clock, actor, found)
    return true
  }
  const suppliers = new Map((await listImportSuppliers(trx, importId)).map(one => [one.key, one]))
  const isConfirmed = isLeadOf(actor, found.organisationId)
  const read = lines.map(line => {
    const said = line.said as SaidContract
    const supplier = line.supplierKey === null ? undefined : suppliers.get(line.supplierKey)
    return { ...line, said, supplier, refusal: refusalOf(said) }
  })
  const good = read.filter(({ refusal }) => refusal === null)
  const statements = good.map(
    ({ line, said, supplier, asOf, sourceUrl }): Statement => ({
      organisationId: found.organisationId,
      said: supplier?.decision === 'individual' ? withoutName(said, supplier.name) : said,
      supplierId: supplier?.organisationId ?? null,
      line,
      importId,
      personId: null,
      isConfirmed,
      source: {
        name: found.sourceName,
        url: sourceUrl ?? found.sourceUrl,
        asOf: asOf ?? found.sourceAsOf,
      },
    }),
  )
  const stated = await writeStatements(trx, clock, actor, statements)
  const results = good.map((line, at) => resultOf(line, statements[at]!.said, stated[at]!))
  const refused = read.flatMap(line => (line.refusal === null ? [] : [refusedLine(line, line.refusal)]))
  await updateLines(trx, importId, [...results, ...refused])
  return false
}

type Line = {
  position: number
  supplierKey: string | null
  supplier: ImportSupplier | undefined
  said: SaidContract
  remarks: string[]
}

/** The line as it is kept: a supplier who is a person is named nowhere in it. */
function keptLine({ position, supplierKey, supplier, said, remarks }: Line) {
  if (supplier?.decision !== 'individual') return { position, key: null, supplier_key: supplierKey, remarks }
  const names = [supplier.name, said.supplier_as_published ?? supplier.name]
  return {
    position,
    key: keysOf(withoutName(said, supplier.name)).base,
    supplier_key: null,
    remarks: remarks.map(remark => withoutNamed(remark, names)),
  }
}

const refusedLine = (line: Line, refusal: string): LineResult => ({
  ...keptLine(line),
  outcome: 'refused',
  contract_id: null,
  said: null,
  refusal,
})

function resultOf(line: Line, said: SaidContract, stated: Stated): LineResult {
  if ('twice' in stated) return refusedLine(line, 'the file says the same contract twice')
  const { remarks, ...kept } = keptLine(line)
  const isHidden = said.supplier_as_published === anIndividual
  return {
    ...kept,
    outcome: stated.outcome,
    contract_id: stated.contractId,
    said,
    refusal: null,
    remarks: isHidden ? [...remarks, 'the supplier may be a person; the name is not kept'] : remarks,
  }
}

async function finish(trx: Db, clock: Clock, actor: Actor, found: FoundImport): Promise<void> {
  const { id, organisationId, mapping } = found
  await deleteIndividuals(trx, id)
  await deleteFile(trx, id)
  if (mapping) await keepMapping(trx, organisationId, mapping as object, clock.now())
  await markImport(trx, id, { state: 'taken-in', taken_in_at: clock.now() })
  await recordActivity(trx, clock, {
    kind: 'contract-import.taken-in',
    subject: { kind: 'contract-import', id },
    actor,
    detail: { organisationId, counts: await countLines(trx, id) },
  })
}
