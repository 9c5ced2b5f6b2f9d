import { z } from 'zod'
import type { Config } from '#plumbing/config.ts'
import { dot, type Model, unit } from './meaning.ts'

export type Endpoint = { url: string; key?: string; named: string; model: Model }

/** What an OpenAI-compatible service is asked for each kind of text: how long it is waited for. */
const secondsFor = { question: 2, text: 60 }
const restSeconds = 30
const longestText = 24_000

/** The endpoint of the settings; none unless its address, model and dimensions are all given. */
export function endpointOf(config: Config): Endpoint | undefined {
  const { EMBEDDING_URL: url, EMBEDDING_MODEL: named, EMBEDDING_DIMENSIONS: dimensions } = config
  if (!url || !named || !dimensions) return undefined
  return {
    url: `${url.replace(/\/+$/, '')}/embeddings`,
    key: config.EMBEDDING_KEY,
    named,
    model: { name: `endpoint:${named}:${dimensions}`, dimensions },
  }
}

const answerOf = ({ dimensions }: Model, texts: number) =>
  z.object({
    data: z
      .array(z.object({ index: z.number().int(), embedding: z.array(z.number()).length(dimensions) }))
      .length(texts),
  })

/** More than any service writes for a number, and for what it says beside them. */
const most = { bytesOfNumber: 40, bytesBeside: 100_000 }

/** The answer, as long as it is no longer than it can be: one without end would fill the memory. */
async function readJson(answer: Response, numbers: number): Promise<unknown> {
  const chunks: Uint8Array[] = []
  let left = numbers * most.bytesOfNumber + most.bytesBeside
  for await (const chunk of answer.body ?? []) {
    left -= chunk.length
    if (left < 0) throw new Error('The embedding service answered without end.')
    chunks.push(chunk)
  }
  return JSON.parse(Buffer.concat(chunks).toString())
}

/** Neither nothing, nor numbers too great or too small to be reckoned with. */
const hasDirection = (vector: number[]) => Math.abs(dot(vector, vector) - 1) < 0.001

/** The service that failed last, and until when questions leave it alone. */
let resting = { url: '', until: 0 }

/**
 * Vectors of texts by a service elsewhere, one for each. Throws when it is slow, refuses or answers something else; after
 * a question failed, questions leave it alone for half a minute.
 */
export async function askEndpoint(endpoint: Endpoint, texts: string[], of: keyof typeof secondsFor) {
  const { url, key, named, model } = endpoint
  if (of === 'question' && resting.url === url && Date.now() < resting.until)
    throw new Error('The embedding service failed just now.')
  try {
    const answer = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json', ...(key ? { authorization: `Bearer ${key}` } : {}) },
      body: JSON.stringify({ model: named, input: texts.map(text => text.slice(0, longestText)) }),
      signal: AbortSignal.timeout(secondsFor[of] * 1000),
    })
    if (!answer.ok) throw new Error(`The embedding service answered ${answer.status}.`)
    const given = await readJson(answer, texts.length * model.dimensions)
    const { data } = answerOf(model, texts.length).parse(given)
    const vectors = data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => unit(embedding))
    if (!vectors.every(hasDirection)) throw new Error('The embedding service answered an empty vector.')
    return vectors
  } catch (error) {
    if (of === 'question') resting = { url, until: Date.now() + restSeconds * 1000 }
    throw error
  }
}
