import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  { key: 'milestone-added', says: 'The milestone stands on the page of the project.' },
  { key: 'milestone-changed', says: 'The milestone says so now.' },
  { key: 'milestone-removed', says: 'The milestone is taken out.' },
]
