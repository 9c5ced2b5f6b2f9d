import { readConfig } from '#plumbing/config.ts'
import { embedderThread } from './embedder-thread.ts'
import { askEndpoint, endpointOf } from './endpoint-embedder.ts'
import { dot, localModel, type Model, type QueryVector } from './meaning.ts'

const secondsFor = { question: 5, text: 120 }
const longestQuestion = 6000

let thread: ReturnType<typeof embedderThread> | undefined

const localThread = () => {
  thread ??= embedderThread()
  return thread
}

/** Ends the thread, when nobody will ask it any more. */
export const endEmbedder = async () => {
  await thread?.end()
  thread = undefined
}

/** The settings of this process; only its own, for a question must not fail by another one. */
const ownConfig = () =>
  readConfig(Object.fromEntries(Object.entries(process.env).filter(([name]) => /^EMBEDD/.test(name))))

/** Whether texts are embedded at all. */
export const isEmbedding = () => ownConfig().EMBEDDER !== 'off'

/** The models that texts are kept for; where there is an endpoint, the local one is what stands in for it. */
export function keptModels(): Model[] {
  const endpoint = endpointOf(ownConfig())
  return endpoint ? [endpoint.model, localModel] : [localModel]
}

const localQuestion = async (text: string): Promise<number[] | undefined> => {
  const task = { act: 'embed', texts: [text] } as const
  const [vectors] = await localThread().ask(task, 'question', secondsFor.question)
  return vectors?.[0] && [...vectors[0]]
}

/**
 * What a text means, to be compared with {@link listNearest}; null when embedding is turned off, overloaded or failing:
 * whoever asks goes on with words. `mayLeave`: it was typed on a public page. Drafts are never sent to an endpoint.
 */
export async function embedQuery(text: string, { mayLeave = false } = {}): Promise<QueryVector | null> {
  if (!isEmbedding() || text.trim() === '') return null
  const asked = text.slice(0, longestQuestion)
  const config = ownConfig()
  const endpoint = mayLeave && config.EMBEDDING_QUESTIONS ? endpointOf(config) : undefined
  const [far, local] = await Promise.all([
    endpoint && askEndpoint(endpoint, [asked], 'question').catch(() => undefined),
    localQuestion(asked).catch(() => undefined),
  ])
  const vectors: QueryVector = [
    ...(endpoint && far ? [{ model: endpoint.model.name, vector: far[0]! }] : []),
    ...(local ? [{ model: localModel.name, vector: local }] : []),
  ]
  return vectors.length > 0 ? vectors : null
}

/** Vectors of texts by the local model, after everybody's questions: of each the whole, then its passages. Throws when there are none. */
export const embedTexts = (texts: string[]): Promise<Float32Array[][]> =>
  localThread().ask({ act: 'embed', texts }, 'bulk', secondsFor.text)

/** As {@link embedTexts}, by any model that is kept. Public texts only: they may leave the machine. */
export async function embedPublicTexts(model: Model, texts: string[]): Promise<ArrayLike<number>[][]> {
  if (model.name === localModel.name) return embedTexts(texts)
  const vectors = await askEndpoint(endpointOf(ownConfig())!, texts, 'text')
  return vectors.map(vector => [vector])
}

export type SentencesMet = { yours: number; theirs: number; similarity: number }

/**
 * For each document the pair of sentences, by their places, that mean the nearest; undefined where nothing comes near.
 * Without the sentence encoder, so that hundreds of sentences take milliseconds.
 */
export async function explainMeaning(
  asked: string[],
  documents: string[][],
): Promise<(SentencesMet | undefined)[]> {
  const none = documents.map(() => undefined)
  if (!isEmbedding() || asked.length === 0) return none
  const found = await localThread()
    .ask({ act: 'words', texts: [...asked, ...documents.flat()] }, 'question', secondsFor.question)
    .catch(() => undefined)
  if (!found) return none
  const vectors = found.map(([vector]) => vector!)
  const ofAsked = vectors.splice(0, asked.length)
  return documents.map(sentences => nearestPair(ofAsked, vectors.splice(0, sentences.length)))
}

const leastSimilarity = 0.2

function nearestPair(asked: Float32Array[], found: Float32Array[]): SentencesMet | undefined {
  let best: SentencesMet | undefined
  for (const [yours, a] of asked.entries()) {
    for (const [theirs, b] of found.entries()) {
      const similarity = dot(a, b)
      if (similarity >= (best?.similarity ?? leastSimilarity)) best = { yours, theirs, similarity }
    }
  }
  return best
}
