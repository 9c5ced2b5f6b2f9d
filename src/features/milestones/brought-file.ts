import type { Asked, Choices, PlanLine, ReadPlan, SourceKind } from '#features/plan-reading/index.ts'
import type { ForeseenLine } from './foresee.ts'
import { milestonesPath } from './milestone.ts'
import type { MilestoneImportTable } from './tables.ts'

export type ImportState = MilestoneImportTable['state']

/** A file as lists name it. */
export type ListedImport = { id: string; fileName: string; state: ImportState; madeAt: Date }

export type FoundImport = ListedImport & {
  planId: string
  kind: SourceKind
  sourceName: string | null
  choices: Choices
  asked: Asked & { aside: ReadPlan['aside'] }
  /** As read while it is looked at; what became of each once it is taken in. */
  lines: PlanLine[] | ForeseenLine[]
  personId: string | null
  takenInAt: Date | null
  undoneAt: Date | null
}

export const noChoices: Choices = { columns: {}, groups: {} }

export const previewHours = 24
/** So many files of a project may wait to be taken in. */
export const previewsAtMost = 5

export const importsPath = (slug: string) => `${milestonesPath(slug)}/imports`
export const importPath = (slug: string, id: string) => `${importsPath(slug)}/${id}`
