import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

/** How the service behaves until it is told otherwise. */
export type Manner =
  | 'well'
  | 'slow'
  | 'refusing'
  | 'nonsense'
  | 'short'
  | 'hanging up'
  | 'endless'
  | 'redirecting'
  | 'tiny'
  | 'huge'

const factors: Partial<Record<Manner, number>> = { tiny: 1e-200, huge: 1e200 }

export const endpointDimensions = 8

/** Bins point one way, badges another: enough of a model to tell whose vectors are used. */
const vectorOf = (text: string) =>
  Array.from({ length: endpointDimensions }, (_, at) =>
    at === 0 ? (/badge/i.test(text) ? 3 : 0.1) : at === 1 ? (/bin|waste/i.test(text) ? 3 : 0.1) : 0.5,
  )

/** An embedding service as OpenAI's, that keeps what it was asked. */
export async function embeddingEndpoint() {
  let manner: Manner = 'well'
  const asked: { text: string; key?: string; model: string }[] = []
  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const { input, model } = JSON.parse(body) as { input: string[]; model: string }
    asked.push(...input.map(text => ({ text, model, key: request.headers.authorization })))
    if (manner === 'hanging up') return request.socket.destroy()
    if (manner === 'slow') await new Promise(resolve => setTimeout(resolve, 4000).unref())
    if (manner === 'refusing') return response.writeHead(429).end('{"error":"too many"}')
    if (manner === 'nonsense') return response.end('<html>Sign in</html>')
    if (manner === 'redirecting' && request.url !== '/elsewhere')
      return response.writeHead(307, { location: '/elsewhere' }).end()
    if (manner === 'endless') {
      const more = () => {
        while (!response.closed && response.write(' '.repeat(10_000)));
      }
      response.on('drain', more)
      return more()
    }
    const factor = factors[manner] ?? 1
    const data = input.map((text, index) => ({
      index,
      embedding: manner === 'short' ? [1] : vectorOf(text).map(value => value * factor),
    }))
    response.end(JSON.stringify({ data: data.toReversed() }))
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return {
    settings: {
      EMBEDDING_URL: `http://127.0.0.1:${port}/v1/`,
      EMBEDDING_KEY: 'secret',
      EMBEDDING_MODEL: 'better-3',
      EMBEDDING_DIMENSIONS: String(endpointDimensions),
      EMBEDDING_QUESTIONS: 'true',
    },
    asked,
    behave: (now: Manner) => {
      manner = now
    },
  }
}
