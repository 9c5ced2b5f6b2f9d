import type { Slots } from '#plumbing/feature.ts'

export const done: Slots['done'][] = [
  {
    key: 'asset-taken-in',
    says: 'It is taken in. You can add what the file does not say, such as the service.',
  },
  { key: 'asset-file-forgotten', says: 'The file is forgotten. Nothing of it went in.' },
]
