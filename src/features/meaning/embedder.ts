import { readConfig } from '#plumbing/config.ts'
import { embedderThread } from './embedder-thread.ts'
import { dot, localModel, type QueryVector } from './meaning.ts'

const secondsFor = { question: 5, text: 120 }
const longestQuestion = 6000

let thread: ReturnType<typeof embedderThread> | undefined

const localThread = () => {
  thread ??= embedderThread()
  return thread
}

/** Whether texts are embedded at all. */
export const isEmbedding = () => readConfig(process.env).EMBEDDER !== 'off'

/**
 * What a text means, to be compared with {@link listNearest}; null when embedding is turned off, overloaded or failing:
 * whoever asks goes on with words.
 */
export async function embedQuery(text: string): Promise<QueryVector | null> {
  if (!isEmbedding() || text.trim() === '') return null
  const task = { act: 'embed', texts: [text.slice(0, longestQuestion)] } as const
  const found = await localThread()
    .ask(task, true, secondsFor.question)
    .catch(() => undefined)
  const vectors = found?.[0]?.map(vector => [...vector]) ?? []
  return vectors.length > 0 ? { model: localModel.name, vectors } : null
}

/** Vectors of texts, a list for each; after everybody's questions. Throws when there are none. */
export const embedTexts = (texts: string[]) =>
  localThread().ask({ act: 'embed', texts }, false, secondsFor.text)

export type SentencesMet = { yours: number; theirs: number; similarity: number }

/**
 * For each document the pair of sentences, by their places, that mean the nearest; undefined where nothing comes near.
 * By the words alone, so that hundreds of sentences take milliseconds.
 */
export async function explainMeaning(
  asked: string[],
  documents: string[][],
): Promise<(SentencesMet | undefined)[]> {
  const none = documents.map(() => undefined)
  if (!isEmbedding() || asked.length === 0) return none
  const found = await localThread()
    .ask({ act: 'words', texts: [...asked, ...documents.flat()] }, true, secondsFor.question)
    .catch(() => undefined)
  if (!found) return none
  const vectors = found.map(([vector]) => vector!)
  const ofAsked = vectors.splice(0, asked.length)
  return documents.map(sentences => nearestPair(ofAsked, vectors.splice(0, sentences.length)))
}

const leastSimilarity = 0.3

function nearestPair(asked: Float32Array[], found: Float32Array[]): SentencesMet | undefined {
  const pairs = asked.flatMap((a, yours) =>
    found.map((b, theirs) => ({ yours, theirs, similarity: dot(a, b) })),
  )
  return pairs
    .filter(({ similarity }) => similarity >= leastSimilarity)
    .reduce<SentencesMet | undefined>(
      (best, pair) => (best && best.similarity >= pair.similarity ? best : pair),
      undefined,
    )
}
