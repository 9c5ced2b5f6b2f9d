import { z } from 'zod'
import { keyColumn, sourceKey } from '#features/related-work/index.ts'
import { barList, optionalText, readCsv, requiredText } from '#plumbing/csv.ts'
import type { ImportFormat } from '#plumbing/import.ts'
import { type PublishedApplication, takeInApplications } from './actions.ts'

const withoutSite = (address: string) => address.replace(/^https?:\/\/[^/]+\//, '')

const row = z
  .object({
    source_key: keyColumn(/^application:/, 'does not begin with application:'),
    kind: z.enum(['full', 'eoi'], 'is neither full nor eoi'),
    round: optionalText,
    round_basis: optionalText,
    title: requiredText,
    lead: optionalText,
    partners: barList,
    outcome: requiredText,
    theme: optionalText,
    problem_summary_paraphrased: optionalText,
    source: optionalText,
  })
  .transform(
    ({ source_key, kind, partners, problem_summary_paraphrased, ...row }): PublishedApplication => ({
      ...row,
      key: sourceKey(source_key, 'application', withoutSite(row.source ?? `${row.lead} ${row.title}`)),
      kind: kind === 'eoi' ? 'expression-of-interest' : 'application',
      partners,
      problem_summary: problem_summary_paraphrased,
    }),
  )

export const fundApplications: ImportFormat<PublishedApplication> = {
  format: 'fund-applications',
  describes: 'bids to the Local Digital Fund with what became of them, as CSV',
  read: file => readCsv(file, row, ['kind', 'title', 'lead', 'outcome']),
  key: ({ key }) => key,
  write: (trx, rows, context) =>
    takeInApplications(
      trx,
      rows.map(({ row }) => row),
      context,
    ),
}
