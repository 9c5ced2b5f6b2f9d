import { milestonesPath } from './milestone.ts'
import type { MilestoneImportTable } from './tables.ts'

export type ImportState = MilestoneImportTable['state']

/** A file as lists name it. */
export type ListedImport = { id: string; fileName: string; state: ImportState; madeAt: Date }

export const importsPath = (slug: string) => `${milestonesPath(slug)}/imports`
export const importPath = (slug: string, id: string) => `${importsPath(slug)}/${id}`
