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
  'small-councils': 'Projects with a small council in them',
  'common-problems': 'Problems that several councils have',
  'offers-to-share': 'Organisations that would share what they know',
  'offers-to-join': 'Organisations that would test, pay or lead with others',
  'open-calls': 'Common needs that look for partners',
  'contract-windows': 'Contracts that end together',
  'stopped-work': 'Projects that stopped, with the reason',
  'open-work': 'Projects that tell how they go',
  'became-more': 'Work that was taken up by later work',
} as const
export type Show = keyof typeof showLabels
export const shows = Object.keys(showLabels) as Show[]

/** All that is said in a guide and makes a version of it. `words` is Markdown. */
export type GuideWords = { title: string; summary: string; words: string; shows: Show[] }

export type Guide = { id: string; slug: string; kind: GuideKind; version: number | null } & GuideWords & {
    publishedAt: Date
  }

export type Version = GuideWords & {
  number: number
  note: string | null
  isShipped: boolean
  personId: string | null
  publishedAt: Date
}

export type Draft = GuideWords & {
  revision: number
  note: string | null
  savedAt: Date
  personId: string | null
}

export const guidesPath = '/guides'
export const guidePath = (slug: string) => `${guidesPath}/${slug}`
export const newGuidePath = `${guidesPath}/new`

/** Addresses under /guides that are no guide's. */
export const reservedSlugs = new Set(['new'])
