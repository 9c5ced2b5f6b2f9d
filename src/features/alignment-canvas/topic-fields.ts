import type { Field, Option } from './topic.ts'

export const optionsOf = (labels: Record<string, string>): Option[] =>
  Object.entries(labels).map(([value, label]) => ({ value, label }))

/** What no choice can say; `hint` asks for it. */
export const ownWords = (hint: string): Field => ({
  kind: 'words',
  name: 'words',
  label: 'In your own words (optional)',
  hint,
})
