export { embedQuery, embedTexts, explainMeaning, isEmbedding, type SentencesMet } from './embedder.ts'
export { listNearest } from './embedding-queries.ts'
export {
  type Embeddable,
  type Near,
  type QueryVector,
  similarityOf,
  type TextOf,
  wholeText,
} from './meaning.ts'
