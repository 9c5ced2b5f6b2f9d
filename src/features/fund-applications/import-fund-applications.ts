import { z } from 'zod'
import { barList, optionalText, readCsv, requiredText } from '#plumbing/csv.ts'
import type { ImportFormat } from '#plumbing/import.ts'
import { type PublishedApplication, takeInApplications } from './actions.ts'

const row = z
  .object({
    source_key: requiredText.regex(/^application:/, 'does not begin with application:'),
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
      key: source_key,
      kind: kind === 'eoi' ? 'expression-of-interest' : 'application',
      partners,
      problem_summary: problem_summary_paraphrased,
    }),
  )

export const fundApplications: ImportFormat<PublishedApplication> = {
  format: 'fund-applications',
  describes: 'bids to the Local Digital Fund with what became of them, as CSV',
  read: text => readCsv(text, row, ['source_key', 'kind', 'title', 'lead', 'outcome']),
  key: ({ key }) => key,
  write: (trx, rows, context) =>
    takeInApplications(
      trx,
      rows.map(({ row }) => row),
      context,
    ),
}
