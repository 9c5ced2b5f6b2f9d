import { z } from 'zod'
import { keyColumn, sourceKey } from '#features/related-work/index.ts'
import { readBritishDate } from '#plumbing/british-dates.ts'
import { barList, optionalNumber, optionalText, readCsv, requiredText } from '#plumbing/csv.ts'
import type { ImportFormat } from '#plumbing/import.ts'
import { type PublishedNotice, takeInNotices } from './actions.ts'

const day = z
  .string()
  .trim()
  .transform((text, context) => {
    const read = text ? readBritishDate(text) : null
    if (read === null || read?.precision === 'day') return read?.date ?? null
    context.addIssue(`“${text}” is not a day`)
    return z.NEVER
  })

const oneLine = (text: string) => text.replace(/\s+/g, ' ')

const row = z
  .object({
    source_key: keyColumn(/^dos:\d+$/, 'is not like dos:163'),
    id: requiredText,
    title: requiredText.transform(oneLine),
    organisation: requiredText.transform(oneLine),
    local_authority_code: optionalText,
    location: optionalText,
    category: requiredText,
    specialist: optionalText,
    phase_words_in_title: barList,
    published_at: day.refine(date => date !== null, 'is empty').transform(date => date!),
    expected_contract_length: optionalText,
    sme_applications: optionalNumber,
    large_applications: optionalNumber,
    status: requiredText,
    winning_supplier: optionalText,
    supplier_size: optionalText,
    contract_amount_gbp: optionalNumber,
    contract_start: day,
    url: optionalText,
  })
  .transform(
    (row): PublishedNotice => ({
      key: sourceKey(row.source_key, 'dos', row.id),
      buyer: row.organisation,
      buyerCode: row.local_authority_code,
      supplier: row.winning_supplier,
      facts: {
        number: row.id,
        title: row.title,
        location: row.location,
        category: row.category,
        specialist: row.specialist,
        phases: row.phase_words_in_title,
        published_on: row.published_at,
        expected_length: row.expected_contract_length,
        sme_applications: row.sme_applications,
        large_applications: row.large_applications,
        status: row.status,
        supplier_size: row.supplier_size,
        amount_pounds: row.contract_amount_gbp,
        contract_starts_on: row.contract_start,
        source_url: row.url,
      },
    }),
  )

export const procurementNotices: ImportFormat<PublishedNotice> = {
  format: 'procurement-notices',
  describes: 'notices of Digital Outcomes and Specialists, as CSV',
  read: file => readCsv(file, row, ['id', 'title', 'organisation', 'published_at', 'status']),
  key: ({ key }) => key,
  write: (trx, rows, context) =>
    takeInNotices(
      trx,
      rows.map(({ row }) => row),
      context,
    ),
}
