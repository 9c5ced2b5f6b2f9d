import { z } from 'zod'
import { guidePath, type SourceKind } from './guide.ts'

/** What a template can be filled from: a published problem or project, or what somebody typed to check it. */
export type Source =
  | { kind: 'problem'; slug: string }
  | { kind: 'project'; slug: string }
  | { kind: 'check'; words: string }

const slug = z
  .string()
  .regex(/^[a-z0-9-]{1,120}$/)
  .optional()
  .catch(undefined)
const longestWords = 3000

/** How a source is asked for; nothing of it: the template as it is. */
export const sourceShape = z.object({
  problem: slug,
  project: slug,
  words: z
    .string()
    .transform(text => text.replaceAll('\u0000', '').toWellFormed().trim().slice(0, longestWords))
    .catch('')
    .default(''),
})

export function readSource({ problem, project, words }: z.output<typeof sourceShape>): Source | null {
  if (problem) return { kind: 'problem', slug: problem }
  if (project) return { kind: 'project', slug: project }
  return words ? { kind: 'check', words } : null
}

export const sourceFields = (source: Source): Record<string, string> =>
  source.kind === 'check' ? { words: source.words } : { [source.kind]: source.slug }

/** Where a copy of a template is, filled from a source: as a page, or as a file. */
export function copyPath(template: string, source: Source | null, as?: 'docx' | 'md'): string {
  const path = `${guidePath(template)}/copy${as ? `.${as}` : ''}`
  return source ? `${path}?${new URLSearchParams(sourceFields(source))}` : path
}

const ofProblem = [
  'title',
  'raised by',
  'service',
  'what happens',
  'who is affected',
  'how we know',
  'cost a year',
  'what makes up the cost',
  'what was tried',
  'good outcome',
  'councils that have it',
  'councils that fixed it',
  'councils that stopped',
  'what they offer',
  'cost to them all',
  'address',
] as const

const ofProject = [
  'title',
  'led by',
  'partners',
  'phase',
  'dates',
  'budget',
  'why',
  'what happens',
  'who is affected',
  'what was tried',
  'team',
  'problems',
  'councils that have it',
  'councils that fixed it',
  'councils that stopped',
  'what they offer',
  'cost to them all',
  'what was done',
  'what comes next',
  'what is in the way',
  'what we ask for',
  'outcome',
  'what we learned',
  'address',
] as const

const ofCheck = ['what happens'] as const

export type ProblemMarker = (typeof ofProblem)[number]
export type ProjectMarker = (typeof ofProject)[number]

const markers: Record<SourceKind, readonly string[]> = {
  problem: ofProblem,
  project: ofProject,
  check: ofCheck,
}

/** The markers that something can stand for in a template that is filled from these. */
export const markersOf = (fills: SourceKind[]): string[] => [...new Set(fills.flatMap(kind => markers[kind]))]
