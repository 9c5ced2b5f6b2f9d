// How long the list of projects takes while everything is embedded anew, beside how long it takes at rest.
//   node bench/page-while-embedding.ts embedded|server     the server is a PostgreSQL of its own, or BENCH_DATABASE_URL
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { Agent } from 'node:http'
import { loadavg } from 'node:os'
import { createInterface } from 'node:readline'
import { inRoot } from '#plumbing/root.ts'
import { bundle } from './bundle.ts'
import { startCluster } from './cluster.ts'
import { ask } from './load.ts'

const projects = 3000
const perSecond = 20
const warmSeconds = 10
const measuredSeconds = 120
const pages = ['', '?phase=alpha', '?state=live', '?sort=title', '?region=London'].map(
  query => `/projects${query}`,
)

const engine = process.argv[2] === 'server' ? 'server' : 'embedded'
const cluster = engine === 'server' ? startCluster() : undefined
const port = '3911'
const programs = await bundle({ 'embedding-site': 'bench/embedding-site.ts' })
const child = spawn(process.execPath, [programs['embedding-site']], {
  stdio: ['pipe', 'pipe', 'inherit'],
  env: {
    PATH: process.env.PATH,
    NODE_ENV: 'production',
    LOG_LEVEL: 'error',
    METRICS_PORT: '0',
    TRUST_PROXY: 'true',
    PORT: port,
    PROJECTS: String(projects),
    ...(cluster ? { DATABASE_URL: cluster.url } : { DATA_DIR: inRoot('.cache', 'bench', 'embedding-site') }),
  },
})
const ended = once(child, 'exit').then(([code]) => code)
const lines = createInterface({ input: child.stdout }).setMaxListeners(0)
const lineWith = (words: string) =>
  new Promise<string>((resolve, reject) => {
    const hear = (line: string) => {
      if (!line.startsWith(words)) return
      lines.off('line', hear)
      resolve(line)
    }
    lines.on('line', hear)
    ended.then(code => reject(new Error(`the site ended (${code})`)))
  })

/** Asks at an even pace whatever the answers take; gives milliseconds from when each was due, the shortest first. */
async function load(seconds: number): Promise<number[]> {
  const agent = new Agent({ keepAlive: true })
  const began = performance.now()
  const taken = await Promise.all(
    Array.from({ length: seconds * perSecond }, async (_, n) => {
      const due = began + (n * 1000) / perSecond
      await new Promise(resolve => setTimeout(resolve, Math.max(0, due - performance.now())))
      const { status } = await ask(agent, `http://127.0.0.1:${port}`, { path: pages[n % pages.length]! })
      if (status !== 200) throw new Error(`a page answered ${status}`)
      return performance.now() - due
    }),
  )
  agent.destroy()
  return taken.toSorted((a, b) => a - b)
}

const at = (share: number, sorted: number[]) => sorted[Math.ceil(share * sorted.length) - 1]!
function say(when: string, sorted: number[]) {
  const figures = [0.5, 0.95, 0.99, 1].map(share => at(share, sorted).toFixed(1))
  console.log(
    `${engine}, ${when}: p50, p95, p99, slowest ${figures.join(', ')} ms; load ${loadavg()[0]!.toFixed(1)}`,
  )
}
async function countDone(): Promise<{ embedded: number; waiting: number }> {
  const line = lineWith('done: ')
  child.stdin.write('count\n')
  return JSON.parse((await line).slice('done: '.length))
}

try {
  await lineWith('ready at')
  // The first start does all that is due by the clock.
  while ((await countDone()).waiting > 0) await new Promise(resolve => setTimeout(resolve, 1000))
  await load(warmSeconds)
  const rest = await load(measuredSeconds)
  say('at rest', rest)
  child.stdin.write('embed\n')
  const meanwhile = await load(measuredSeconds)
  say('while embedding', meanwhile)
  const done = (await countDone()).embedded
  console.log(
    `${engine}: p99 ${(at(0.99, meanwhile) / at(0.99, rest)).toFixed(2)} times that at rest; ${done} things were embedded meanwhile`,
  )
} finally {
  if (child.exitCode === null) {
    child.kill('SIGKILL')
    await once(child, 'exit')
  }
  cluster?.stop()
}
