import { createHash } from 'node:crypto'
import type { ReadContract } from '#features/contract-reading/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { ForeseenRow, ImportFormat, ReadLine } from '#plumbing/import.ts'
import { formatDate } from '#ui/date.ts'
import { buyerFinder, findWhose } from './buyer-queries.ts'
import { couldBeIndividual } from './individuals.ts'
import { keptRemark, withoutNamed } from './left-out.ts'
import { most } from './said-contract.ts'
import { takeInRead } from './take-in-actions.ts'

/** A contract of a file, once it is known whose it is. */
export type ContractRow = ReadContract & { organisationId: string; buyerName: string }

type Reading = { db: Db; whose?: string }

/** What a file says of one organisation's contracts: rows that name another buyer are refused. */
export async function* ofOrganisation(
  lines: AsyncIterable<ReadLine<ReadContract>>,
  { db, whose }: Reading,
): AsyncIterable<ReadLine<ContractRow>> {
  if (!whose) throw failure('invalid', 'Say whose contracts these are: --organisation CODE.')
  const organisation = await findWhose(db, whose)
  const find = buyerFinder(db)
  for await (const read of lines) {
    if ('refusal' in read) yield { ...read, refusal: keptRemark(read.refusal) }
    else {
      const buyers = read.row.buyer ? await find(read.row.buyer) : []
      const isAnother = buyers.length > 0 && !buyers.some(({ id }) => id === organisation.id)
      if (isAnother) yield refused(read, `of another buyer, “${read.row.buyer!.name}”`)
      else yield owned(read, organisation)
    }
  }
}

/** What a file of notices says of the contracts of every buyer that is known, or only of one. */
export async function* ofBuyers(
  lines: AsyncIterable<ReadLine<ReadContract>>,
  { db, whose }: Reading,
): AsyncIterable<ReadLine<ContractRow>> {
  const only = whose ? await findWhose(db, whose) : undefined
  const find = buyerFinder(db)
  for await (const read of lines) {
    if ('refusal' in read) {
      yield { ...read, refusal: keptRemark(read.refusal) }
      continue
    }
    const { buyer } = read.row
    const found = buyer ? await find(buyer) : []
    const organisation = only ? found.find(({ id }) => id === only.id) : found[0]
    if (!buyer) yield refused(read, 'does not name its buyer')
    else if (organisation && (only || found.length === 1)) yield owned(read, organisation)
    else if (only) yield refused(read, `of another buyer, “${buyer.name}”`)
    else if (found.length > 1)
      yield refused(read, `“${buyer.name}” buys for several organisations: say which`)
    else yield refused(read, `its buyer, “${buyer.name}”, is no organisation that is known here`)
  }
}

type ReadRow = Extract<ReadLine<ReadContract>, { row: ReadContract }>

/** A row that ends before it starts has a wrong day, and nobody can tell which. */
function owned(read: ReadRow, { id, name }: { id: string; name: string }): ReadLine<ContractRow> {
  const { line, row, remarks } = read
  const { startsOn, endsOn } = row
  if (startsOn && endsOn && endsOn < startsOn)
    return refused(read, `ends before it starts: from ${formatDate(startsOn)} to ${formatDate(endsOn)}`)
  return {
    line,
    row: { ...row, organisationId: id, buyerName: name },
    remarks: remarks && keptRemarks(remarks, row),
  }
}

const refused = ({ line, row }: ReadRow, refusal: string) => ({
  line,
  refusal: keptRemark(refusal),
  read: row,
})

function keptRemarks(remarks: string[], { supplier }: ReadContract): string[] {
  const name = supplier && couldBeIndividual(supplier.name) ? supplier.name.slice(0, most.words) : null
  return remarks.map(keptRemark).map(remark => (name ? withoutNamed(remark, [name]) : remark))
}

/** What formats of contracts have in common: a row is known by whose it is and all that stood in it. */
export const takenInAsContracts = (
  format: 'register' | 'ocds',
): Pick<ImportFormat<ContractRow>, 'key' | 'write' | 'foresee'> => ({
  key: ({ organisationId, ocid, reference, raw }) =>
    [
      ocid ?? reference ?? 'row',
      createHash('sha256').update(organisationId).update(JSON.stringify(raw)).digest('hex').slice(0, 24),
    ].join(' '),
  write: (trx, rows, context) =>
    takeInRead(
      trx,
      rows.map(({ line, row: { organisationId, buyerName: _, ...read } }) => ({
        line,
        organisationId,
        read,
      })),
      { ...context, run: { id: context.runId, format } },
    ),
  foresee: async (_, rows) => rows.map((): ForeseenRow => ({ outcome: 'added' })),
})
