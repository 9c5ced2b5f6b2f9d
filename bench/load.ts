import { Agent, request } from 'node:http'

export type Load = { requests: number; seconds: number; bytes: number; slowest: number }

type Answer = { status: number; bytes: number }

// Each request comes from another network address, as through a proxy: a limit per address is not what is measured.
const addressOf = (number: number) => `10.${(number >> 16) & 255}.${(number >> 8) & 255}.${number & 255}`

let people = 0

function ask(agent: Agent, url: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const headers = {
      'accept-encoding': 'gzip, deflate, br, zstd',
      accept: 'text/html',
      'x-forwarded-for': addressOf(people++),
    }
    request(url, { agent, headers }, response => {
      let bytes = 0
      response.on('data', (part: Buffer) => {
        bytes += part.length
      })
      response.on('end', () => resolve({ status: response.statusCode!, bytes }))
      response.on('error', reject)
    })
      .on('error', reject)
      .end()
  })
}

/**
 * Asks for the addresses in turn over so many connections, each asking again as soon as it is answered, until `isEnough`.
 * Throws on any answer but 200: an error page is quick to make.
 */
export async function load(
  origin: string,
  paths: string[],
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
      const path = paths[asked++ % paths.length]!
      const before = seconds()
      const answer = await ask(agent, origin + path)
      if (answer.status !== 200) throw new Error(`${origin}${path} answered ${answer.status}.`)
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
