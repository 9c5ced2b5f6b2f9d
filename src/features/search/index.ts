export type { Searchable, SearchDocument, SearchLabels } from './document.ts'
export { explainWords, type Meeting } from './explain-queries.ts'
export { type Part, sentencesOf } from './marking.ts'
export { countIndexed, rankByText, type TextHit } from './text-queries.ts'
