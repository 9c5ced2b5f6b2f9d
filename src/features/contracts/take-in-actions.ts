import type { ReadContract } from '#features/contract-reading/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { ImportContext, WrittenRow } from '#plumbing/import.ts'
import { refusalOf, type SaidContract, saidFrom, statedOn, withoutName } from './said-contract.ts'
import { listServiceChoices, listServicePhrases } from './service-queries.ts'
import { type Statement, writeStatements } from './statement-actions.ts'
import { importsOfRun, type Run } from './stored-imports.ts'
import { makeSuppliers } from './supplier-actions.ts'
import { supplierFinder } from './supplier-queries.ts'
import { keyOf, supplierOf, verdictOn } from './supplier-verdict.ts'

/** A row of a file that the operator brings, whose buyer is settled. */
export type RowOfFile = { organisationId: string; line: number; read: ReadContract }

/** `run` is the run that plumbing began for the file. */
export type RunContext = ImportContext & { run: Pick<Run, 'id' | 'format'> }

type Prepared = { said: SaidContract; supplierId: string | null; remarks: string[] }

/**
 * Takes in rows that the operator brings, without anybody to ask: one result for each in the same order. A supplier that
 * could be one of several stays the name that was published, and the remarks say so; a person’s name is not kept.
 */
export async function takeInRead(trx: Db, rows: RowOfFile[], context: RunContext): Promise<WrittenRow[]> {
  if (rows.length === 0) return []
  const { clock, actor, source, run } = context
  const imports = await importsOfRun(
    trx,
    { ...run, source },
    rows.map(({ organisationId }) => organisationId),
    clock.now(),
  )
  const prepared = await prepare(trx, rows, context, imports)
  const refusals = prepared.map(({ said }) => refusalOf(said))
  const statements = rows.map(
    ({ organisationId, line, read }, at): Statement => ({
      organisationId,
      said: prepared[at]!.said,
      supplierId: prepared[at]!.supplierId,
      line,
      importId: imports.get(organisationId)!,
      personId: null,
      isConfirmed: false,
      source: { name: source.name, url: read.url ?? null, asOf: statedOn(run.format, read) ?? source.asOf },
    }),
  )
  const good = statements.filter((_, at) => refusals[at] === null)
  const stated = await writeStatements(trx, clock, actor, good)
  return statements.map((statement, at) => {
    if (refusals[at]) return { refusal: refusals[at] }
    const one = stated[good.indexOf(statement)]!
    return 'twice' in one
      ? { refusal: 'the file says the same contract twice' }
      : { subjectId: one.contractId, outcome: one.outcome, remarks: prepared[at]!.remarks }
  })
}

async function prepare(
  trx: Db,
  rows: RowOfFile[],
  context: RunContext,
  imports: Map<string, string>,
): Promise<Prepared[]> {
  const services = await listServicePhrases(trx)
  const choices = await listServiceChoices(
    trx,
    rows.map(({ organisationId }) => organisationId),
  )
  const find = await supplierFinder(trx)
  const read = rows.map(({ organisationId, read }) => {
    const { said, remarks } = saidFrom(read, services, choices.get(organisationId))
    const named = supplierOf(said, read)
    return { said, remarks, named, verdict: verdictOn(named, find), importId: imports.get(organisationId)! }
  })
  const unlisted = new Map(
    read.flatMap(({ named, verdict, importId }) =>
      named && verdict.is === 'new' ? [[keyOf(named), { ...named, importId }] as const] : [],
    ),
  )
  const ids = await makeSuppliers(trx, context, [...unlisted.values()])
  const made = new Map([...unlisted.keys()].map((key, at) => [key, ids[at]]))
  return read.map(({ said, remarks, named, verdict }) => {
    if (verdict.is === 'known') return { said, supplierId: verdict.id, remarks }
    if (verdict.is === 'new') return { said, supplierId: made.get(keyOf(named!)) ?? null, remarks }
    return {
      said: verdict.is === 'individual' ? withoutName(said, named!.name) : said,
      supplierId: null,
      remarks: verdict.remark ? [...remarks, verdict.remark] : remarks,
    }
  })
}
