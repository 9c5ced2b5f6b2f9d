import { capitalised } from '#plumbing/capitalised.ts'
import { wordFor } from '#plumbing/choices.ts'
import type { NoticeTable } from './tables.ts'

const categoryWords: Record<string, string> = {
  'digital-outcomes': 'Digital outcomes',
  'digital-specialists': 'Digital specialists',
}

export const categoryOf = (category: string) => wordFor(categoryWords, category)

/** What became of a notice in words; the statuses are those of the Digital Marketplace. */
const statusWords: Record<string, string> = {
  awarded: 'Awarded',
  closed: 'Closed, no award published',
  cancelled: 'Cancelled',
  unsuccessful: 'Closed without a suitable supplier',
}

export const statusOf = (status: string) => wordFor(statusWords, status)

/** "developer" and "technicalArchitect" are written "Developer" and "Technical architect". */
export function specialistWords(specialist: string): string {
  return capitalised(specialist.replace(/([A-Z])/g, ' $1').toLowerCase())
}

/** "13 (12 small or medium, 1 large)"; null where the notice does not say. */
export function sayApplicants({
  sme_applications: small,
  large_applications: large,
}: Pick<NoticeTable, 'sme_applications' | 'large_applications'>): string | null {
  if (small === null && large === null) return null
  const parts = [small !== null && `${small} small or medium`, large !== null && `${large} large`]
  return `${(small ?? 0) + (large ?? 0)} (${parts.filter(Boolean).join(', ')})`
}
