import { z } from 'zod'
import { keyColumn, sourceKey } from '#features/related-work/index.ts'
import { barList, optionalNumber, optionalText, readCsv, requiredText } from '#plumbing/csv.ts'
import type { ImportFormat } from '#plumbing/import.ts'
import { nothingSaid, type PublishedProject } from './project.ts'
import { takenInAsProjects } from './project-imports.ts'
import { phaseCell, saidDateCell } from './published-cells.ts'

const decided = saidDateCell.refine(date => date !== null, 'is empty').transform(date => date!)

const awardRow = z
  .object({
    source_key: keyColumn(/^award:/, 'does not begin with award:'),
    round: requiredText,
    decision_date: decided,
    stage: phaseCell,
    title: requiredText,
    title_kind: z.string(),
    lead: optionalText,
    partners: barList,
    amount_gbp: optionalNumber,
    note: optionalText,
    source: optionalText,
  })
  .transform(
    (row): PublishedProject => ({
      format: 'fund-awards',
      key: sourceKey(row.source_key, 'award', row.round, row.title),
      url: row.source,
      facts: {
        ...nothingSaid,
        title: row.title,
        title_is_description: row.title_kind === 'description',
        organisation_as_published: row.lead,
        phase: row.stage,
      },
      partners: row.partners,
      funding: {
        fund: 'Local Digital Fund',
        round: row.round,
        stage: row.stage,
        amount_pounds: row.amount_gbp,
        decided_on: row.decision_date.date,
        decided_precision: row.decision_date.precision,
        note: row.note,
      },
    }),
  )

export const fundAwards: ImportFormat<PublishedProject> = {
  format: 'fund-awards',
  describes: 'projects that the Local Digital Fund gave money to, as CSV',
  read: file => readCsv(file, awardRow, ['round', 'decision_date', 'title', 'lead']),
  ...takenInAsProjects,
}
