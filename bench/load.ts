import { Agent, request } from 'node:http'

export type Load = { requests: number; seconds: number; bytes: number; slowest: number }

/** What a browser sends: a cookie when someone is signed in, a form when it is to change something. */
export type Ask = { path: string; cookie?: string; form?: URLSearchParams }

type Answer = { status: number; bytes: number; to?: string; body(): string }

// Each request comes from another network address, as through a proxy: a limit per address is not what is measured.
const addressOf = (number: number) => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`

let people = 0

/** Asks once. The body is as sent, not decompressed. */
export function ask(agent: Agent, origin: string, { path, cookie, form }: Ask): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      'accept-encoding': form ? 'identity' : 'gzip, deflate, br, zstd',
      accept: 'text/html',
      'x-forwarded-for': addressOf(people++),
      ...(cookie && { cookie }),
      ...(form && { 'content-type': 'application/x-www-form-urlencoded' }),
    }
    request(origin + path, { agent, headers, method: form ? 'POST' : 'GET' }, response => {
      const parts: Buffer[] = []
      response.on('data', (part: Buffer) => parts.push(part))
      response.on('end', () => {
        const bytes = parts.reduce((sum, part) => sum + part.length, 0)
        const { statusCode, headers } = response
        resolve({
          status: statusCode!,
          bytes,
          to: headers.location,
          body: () => Buffer.concat(parts).toString(),
        })
      })
      response.on('error', reject)
    })
      .on('error', reject)
      .end(form?.toString())
  })
}

/**
 * Asks for the pages in turn over so many connections, each asking again as soon as it is answered, until `isEnough`.
 * Throws on any answer but 200: an error page is quick to make.
 */
export async function load(
  origin: string,
  asks: Ask[],
  connections: number,
  isEnough: (asked: number, seconds: number) => boolean,
): Promise<Load> {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const started = performance.now()
  const seconds = () => (performance.now() - started) / 1000
  let asked = 0
  let bytes = 0
  let slowest = 0
  const person = async () => {
    while (!isEnough(asked, seconds())) {
      const one = asks[asked++ % asks.length]!
      const before = seconds()
      const answer = await ask(agent, origin, one)
      if (answer.status !== 200) throw new Error(`${origin}${one.path} answered ${answer.status}.`)
      bytes += answer.bytes
      slowest = Math.max(slowest, seconds() - before)
    }
  }
  try {
    await Promise.all(Array.from({ length: connections }, person))
  } finally {
    agent.destroy()
  }
  return { requests: asked, seconds: seconds(), bytes, slowest }
}
