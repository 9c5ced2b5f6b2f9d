import type { NoticeTable } from './tables.ts'

export const categoryWords: Record<string, string> = {
  'digital-outcomes': 'Digital outcomes',
  'digital-specialists': 'Digital specialists',
}

/** What became of a notice in words; the statuses are those of the Digital Marketplace. */
export const statusWords: Record<string, string> = {
  awarded: 'Awarded',
  closed: 'Closed, no award published',
  cancelled: 'Cancelled',
  unsuccessful: 'Closed without a suitable supplier',
}

export const statusOf = (status: string) => statusWords[status] ?? status

/** "developer" and "technicalArchitect" are written "Developer" and "Technical architect". */
export function specialistWords(specialist: string): string {
  const words = specialist.replace(/([A-Z])/g, ' $1').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** How many suppliers applied, where the notice says so. */
export function applicants({
  sme_applications,
  large_applications,
}: Pick<NoticeTable, 'sme_applications' | 'large_applications'>): number | null {
  if (sme_applications === null && large_applications === null) return null
  return (sme_applications ?? 0) + (large_applications ?? 0)
}
