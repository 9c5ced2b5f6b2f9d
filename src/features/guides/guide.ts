import type { GuideTable } from './tables.ts'

export type GuideKind = GuideTable['kind']

export const kindLabels: Record<GuideKind, string> = {
  journey: 'Way of working together',
  guide: 'Guide',
  template: 'Template',
}

/** The lists that can stand below the words of a guide: people and projects that did it, as the product finds them. */
export const showLabels = {
  'joint-projects': 'Projects with two partners or more',
  'far-partners': 'Projects of councils from several regions',
  'joint-discoveries': 'Discoveries that several organisations did together',
  'small-councils': 'Projects with a small council in them',
  'stated-problems': 'Problems, and bids that state one',
  'common-problems': 'Problems that several councils have',
  'offers-to-share': 'Organisations that would share what they know',
  'offers-to-join': 'Organisations that would test, pay or lead with others',
  'open-calls': 'Common needs that look for partners',
  'contract-windows': 'Contracts that end together',
  'stopped-work': 'Projects that stopped, with the reason',
  'not-funded': 'Bids to the fund that brought no money',
  'open-work': 'Projects that tell how they go',
  'told-early': 'Projects that their councils put on the first Pipeline',
  'became-more': 'Work that was taken up by later work',
  'taken-up': 'Work that another organisation took up',
} as const
export type Show = keyof typeof showLabels
export const shows = Object.keys(showLabels) as Show[]

/** What a template can be filled from. */
export const sourceKinds = ['problem', 'project', 'check'] as const
export type SourceKind = (typeof sourceKinds)[number]
export const sourceLabels: Record<SourceKind, string> = {
  problem: 'A problem',
  project: 'A project',
  check: 'What somebody typed to check it',
}

/** All that is said in a guide and makes a version of it. `words` is Markdown; `fills` is for templates. */
export type GuideWords = {
  title: string
  summary: string
  words: string
  shows: Show[]
  fills: SourceKind[]
}

export type Guide = { id: string; slug: string; kind: GuideKind; version: number | null } & GuideWords & {
    publishedAt: Date
    /** Curators alone see it. */
    isWithdrawn: boolean
  }

/** When a guide was shown to curators alone, by whom and why; it still is where it has no end. */
export type Withdrawal = {
  reason: string
  personId: string | null
  withdrawnAt: Date
  endedBy: string | null
  endedAt: Date | null
}

export type Version = GuideWords & {
  number: number
  note: string | null
  isShipped: boolean
  personId: string | null
  publishedAt: Date
}

export type Draft = GuideWords & {
  note: string | null
  savedAt: Date
  personId: string | null
}

export const guidesPath = '/guides'
export const guidePath = (slug: string) => `${guidesPath}/${slug}`
export const newGuidePath = `${guidesPath}/new`

/** Addresses under /guides that are no guide's. */
export const reservedSlugs = new Set(['new'])
