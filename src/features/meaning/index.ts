export { embedQuery, embedTexts, explainMeaning } from './embedder.ts'
export { listNearest } from './embedding-queries.ts'
export type { Embeddable, Near, QueryVector, TextOf } from './meaning.ts'
