import { z } from 'zod'
import type { ReadContract } from '#features/contract-reading/index.ts'
import { barList, optionalNumber, optionalText, readCsv, requiredText } from '#plumbing/csv.ts'
import type { ImportFormat, ReadLine } from '#plumbing/import.ts'
import type { ImportFile } from '#plumbing/import-file.ts'
import { type ContractRow, ofBuyers, takenInAsContracts } from './import-rows.ts'

const optionalDay = z.union([z.literal('').transform(() => null), z.iso.date('is no day')])

const notice = z.object({
  ocid: requiredText,
  release_id: optionalText,
  source: requiredText,
  notice_date: z.iso.date('is no day'),
  tag: requiredText,
  council_code: optionalText,
  buyer_name: requiredText,
  title: requiredText,
  cpv: optionalText,
  category: optionalText,
  procurement_method: optionalText,
  supplier: barList,
  value: optionalNumber,
  currency: optionalText,
  contract_start: optionalDay,
  contract_end: optionalDay,
})

const isAward = (tag: string) => /^(?:award|contract)/.test(tag)

/** Reads notices already put into rows: one a contract, as shipped with the product. */
export async function* readContractNotices(file: ImportFile): AsyncIterable<ReadLine<ReadContract>> {
  for await (const read of readCsv(file, notice, Object.keys(notice.shape))) {
    if ('refusal' in read) yield read
    else if (!isAward(read.row.tag)) yield { line: read.line, refusal: 'no award yet', read: read.row }
    else yield { line: read.line, row: contractOf(read.row), remarks: remarksOn(read.row) }
  }
}

function contractOf(row: z.output<typeof notice>): ReadContract {
  const [supplier] = row.supplier
  const isPounds = row.currency === null || row.currency === 'GBP'
  return {
    buyer: {
      name: row.buyer_name,
      identifiers: row.council_code ? [{ scheme: 'GB-LAE', id: row.council_code }] : [],
    },
    ocid: row.ocid,
    title: row.title,
    supplier: supplier ? { name: supplier, identifiers: [] } : undefined,
    startsOn: row.contract_start ?? undefined,
    endsOn: row.contract_end ?? undefined,
    isOpenEnded: false,
    valuePounds: isPounds ? (row.value ?? undefined) : undefined,
    cpv: row.cpv ?? undefined,
    procedure: row.procurement_method ?? undefined,
    category: row.category ?? undefined,
    statedOn: row.notice_date,
    raw: Object.fromEntries(
      Object.entries(row).flatMap(([name, cell]): [string, string][] =>
        cell === null ? [] : [[name, Array.isArray(cell) ? cell.join('|') : String(cell)]],
      ),
    ),
  }
}

const remarksOn = ({ supplier: [, ...others], currency }: z.output<typeof notice>): string[] => [
  ...(others.length > 0 ? [`supplier: with ${others.join('; ')}`] : []),
  ...(currency !== null && currency !== 'GBP' ? [`value: in ${currency}, not in pounds`] : []),
]

export const contractNotices: ImportFormat<ContractRow> = {
  format: 'contract-notices',
  describes: 'contract notices of several buyers in rows, as CSV',
  read: (file, reading) => ofBuyers(readContractNotices(file), reading),
  ...takenInAsContracts('ocds'),
}
