export {
  embedQuery,
  embedTexts,
  explainMeaning,
  isEmbedding,
  keptModels,
  type SentencesMet,
} from './embedder.ts'
export { listNearest } from './embedding-queries.ts'
export {
  type Embeddable,
  type Near,
  type QueryVector,
  similarityOf,
  type TextOf,
  wholeText,
} from './meaning.ts'
export { listNeighbours } from './neighbour-queries.ts'
