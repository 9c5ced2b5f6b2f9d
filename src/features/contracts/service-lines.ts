import type { ServiceName } from '#features/services/index.ts'
import type { SaidContract } from './said-contract.ts'
import { titleKey } from './service-words.ts'

/** A line of a file that can go in, by what its service is told. */
export type ServiceLine = Pick<
  SaidContract,
  'title' | 'description' | 'cpv' | 'service_id' | 'service_from'
> & { position: number; line: number; department: string | null }

/** Which lines a service is said of: those of a title, of a department, of that with none yet, or with words in the title. */
export const reaches = ['title', 'department-open', 'department', 'words'] as const
export type Reach = (typeof reaches)[number]

const isOpen = ({ service_id, service_from }: ServiceLine) => service_id === null && service_from === null

/** Whether every one of these words stands in a title. */
function hasWords(title: string, words: string): boolean {
  const own = new Set(titleKey(title).split(' '))
  const asked = titleKey(words).split(' ').filter(Boolean)
  return asked.length > 0 && asked.every(word => own.has(word))
}

/** The lines that are meant with one of them. */
export function linesMeant(
  lines: ServiceLine[],
  one: ServiceLine,
  { reach, words }: { reach: Reach; words: string },
): ServiceLine[] {
  const ofTitle = (line: ServiceLine) => titleKey(line.title) === titleKey(one.title)
  const ofDepartment = (line: ServiceLine) => one.department !== null && line.department === one.department
  const isMeant: Record<Reach, (line: ServiceLine) => boolean> = {
    title: ofTitle,
    'department-open': line => ofTitle(line) || (ofDepartment(line) && isOpen(line)),
    department: line => ofTitle(line) || ofDepartment(line),
    words: line => ofTitle(line) || hasWords(line.title, words),
  }
  return lines.filter(isMeant[reach])
}

/** Lines of one title whose service nobody knows. */
export type ServiceQuestion = {
  key: string
  lines: ServiceLine[]
  options: ServiceName[]
  guess: number | null
}

/** The titles whose service is not known, those of most lines first. */
export const openTitles = (lines: ServiceLine[]): { key: string; lines: ServiceLine[] }[] =>
  [...Map.groupBy(lines.filter(isOpen), ({ title }) => titleKey(title))]
    .map(([key, own]) => ({ key, lines: own }))
    .toSorted((a, b) => b.lines.length - a.lines.length || a.lines[0]!.position - b.lines[0]!.position)

export type ServiceCounts = { known: number; none: number; open: number }

export const countServices = (lines: ServiceLine[]): ServiceCounts => ({
  known: lines.filter(({ service_id }) => service_id !== null).length,
  none: lines.filter(({ service_id, service_from }) => service_id === null && service_from !== null).length,
  open: lines.filter(isOpen).length,
})
