import { type Ask, load } from './load.ts'
import type { PageKind } from './pages.ts'
import { timeOfCluster, timeOfProcess } from './processor-time.ts'
import type { ServerProcess } from './server-process.ts'

/** Milliseconds of processor time and bytes are for one request. */
export type Figures = { server: number; database: number; sum: number; perSecond: number; bytes: number }

const connections = 8
const warmSeconds = 2
const roundSeconds = 2.5

async function measureOnce(
  server: ServerProcess,
  asks: Ask[],
  cluster: number,
  requests: number,
): Promise<Figures> {
  const before = [timeOfProcess(server.pid), timeOfCluster(cluster)] as const
  const done = await load(server.origin, asks, connections, asked => asked >= requests)
  const used = (after: number, start: number) => (after - start) / done.requests
  const ofServer = used(timeOfProcess(server.pid), before[0])
  const ofDatabase = used(timeOfCluster(cluster), before[1])
  return {
    server: ofServer,
    database: ofDatabase,
    sum: ofServer + ofDatabase,
    perSecond: done.requests / done.seconds,
    bytes: done.bytes / done.requests,
  }
}

const middle = (rounds: Figures[]) => rounds.toSorted((a, b) => a.sum - b.sum)[rounds.length >> 1]!

/** The median round of each side, taken in turns so that whatever else the machine does falls on both. */
export async function measure(
  { ours, usual }: PageKind,
  oursAt: ServerProcess,
  usualAt: ServerProcess,
  cluster: number,
  rounds: number,
): Promise<{ ours: Figures; usual: Figures }> {
  const sides = [
    { server: oursAt, asks: ours, taken: [] as Figures[], requests: 0 },
    { server: usualAt, asks: usual, taken: [] as Figures[], requests: 0 },
  ]
  for (const side of sides) {
    const warm = await load(
      side.server.origin,
      side.asks,
      connections,
      (_, seconds) => seconds >= warmSeconds,
    )
    side.requests = Math.ceil((warm.requests / warm.seconds) * roundSeconds)
  }
  for (let round = 0; round < rounds; round++) {
    for (const { server, asks, taken, requests } of sides) {
      taken.push(await measureOnce(server, asks, cluster, requests))
    }
  }
  return { ours: middle(sides[0]!.taken), usual: middle(sides[1]!.taken) }
}
