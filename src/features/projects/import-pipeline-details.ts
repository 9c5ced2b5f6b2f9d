import { z } from 'zod'
import { keyColumn, sourceKey } from '#features/related-work/index.ts'
import { barList, optionalText, readCsv, requiredText } from '#plumbing/csv.ts'
import type { ImportFormat } from '#plumbing/import.ts'
import { readBudgetBand } from './budget-band.ts'
import { nothingSaid, type PublishedProject, pipelineAddress } from './project.ts'
import { takenInAsProjects } from './project-imports.ts'
import { dayCell, phaseCell } from './published-cells.ts'

const absentCell = optionalText.default(null)

const tagList = z
  .string()
  .transform(text =>
    /^(no tags|not shown|)$/i.test(text.trim()) ? [] : text.split('|').map(tag => tag.trim()),
  )

const detailsRow = z
  .object({
    source_key: keyColumn(/^pipeline:\d+$/, 'is not like pipeline:263'),
    pipeline_id: z
      .string()
      .regex(/^\s*\d*\s*$/, 'is not a number')
      .default(''),
    title: requiredText,
    phase: phaseCell,
    organisation: optionalText,
    department: optionalText,
    collaboration_level: optionalText,
    budget_band: optionalText,
    phase_start: dayCell,
    phase_estimated_end: dayCell,
    tags: tagList,
    partners: barList.optional(),
    partners_welcome_until: dayCell.optional(),
    outcome: absentCell,
    stop_reason: absentCell,
  })
  .refine(({ source_key, pipeline_id }) => source_key || pipeline_id, {
    path: ['pipeline_id'],
    message: 'is empty',
  })
  .transform((row): PublishedProject => {
    const key = sourceKey(row.source_key, 'pipeline', row.pipeline_id)
    const budget = row.budget_band ? readBudgetBand(row.budget_band) : undefined
    return {
      format: 'pipeline-projects',
      key,
      url: pipelineAddress(key.slice('pipeline:'.length)),
      facts: {
        ...nothingSaid,
        title: row.title,
        organisation_as_published: row.organisation,
        department: row.department,
        phase: row.phase,
        stop_reason: row.stop_reason,
        starts_on: row.phase_start,
        ends_on: row.phase_estimated_end,
        partners_welcome_until: row.partners_welcome_until ?? null,
        collaboration_level: row.collaboration_level,
        budget_as_published: row.budget_band,
        budget_min: budget?.min ?? null,
        budget_max: budget?.max ?? null,
        outcome: row.outcome,
        tags: row.tags,
      },
      partners: row.partners,
      remarks: row.budget_band && !budget ? [`the budget “${row.budget_band}” is kept as published`] : [],
    }
  })

export const pipelineDetails: ImportFormat<PublishedProject> = {
  format: 'pipeline-projects',
  describes: 'details of pages of the former Pipeline service, as CSV',
  read: file => readCsv(file, detailsRow, ['title', 'organisation', 'phase']),
  ...takenInAsProjects,
}
