import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  { key: 'milestone-added', says: 'The milestone stands on the page of the project.' },
  { key: 'milestone-changed', says: 'The milestone says so now.' },
  { key: 'milestone-removed', says: 'The milestone is taken out.' },
  { key: 'milestones-forgotten', says: 'The file is forgotten. Nothing of it went in.' },
  { key: 'milestones-brought', says: 'The file is taken in. What became of each line stands below.' },
  { key: 'milestones-brought-back', says: 'The file is undone.' },
]
