// What a search costs the processor at 5,000 and at 50,000 documents: this process and the database's together.
import { sql } from 'kysely'
import { makeSearchTables } from '#features/search/corpus-queries.ts'
import { upsertDocuments } from '#features/search/index-queries.ts'
import { insertShippedRings } from '#features/search/ring-queries.ts'
import { type Search, searchDocuments } from '#features/search/search-queries.ts'
import { insertPostings, refreshFrequencies, refreshLengths } from '#features/search/statistics-queries.ts'
import { systemClock } from '#plumbing/clock.ts'
import { type Db, openDatabase } from '#plumbing/database/database.ts'
import { startCluster } from './cluster.ts'
import { drawRank, drawWords, madeDocument, randomFrom, wordOfRank } from './made-documents.ts'
import { clusterOf, timeOfCluster } from './processor-time.ts'

const sizes = [5_000, 50_000]
const atOnce = 500
const rounds = 200

async function fill(db: Db, size: number) {
  await insertShippedRings(db, systemClock, rings)
  const random = randomFrom(7)
  const numbers: number[][] = []
  for (let at = 0; at < size; at += atOnce) {
    const documents = Array.from({ length: atOnce }, (_, n) => madeDocument(random, `${at + n}`))
    numbers.push(await upsertDocuments(db, systemClock, 'project', documents))
  }
  const statistics = await refreshLengths(db, systemClock)
  for (const ids of numbers) await insertPostings(db, statistics, ids)
  await refreshFrequencies(db, systemClock)
}

/** A word that some seek: neither one that everybody writes nor one that hardly anybody knows. */
function soughtWord(random: () => number): string {
  for (;;) {
    const rank = drawRank(random)
    if (rank > 30 && rank < 20_000) return wordOfRank(rank)
  }
}

/** Rings of four words that many documents hold; about one sought word in eight is among them, as in searches for services. */
const rings = Array.from({ length: 60 }, (_, n) => [1, 2, 3, 4].map(m => wordOfRank(40 + n * 31 + m * 7)))

type Kind = { name: string; of(random: () => number): Pick<Search, 'words' | 'filters' | 'isExact'> }

const kinds: Kind[] = [
  { name: 'one word', of: random => ({ words: soughtWord(random), filters: {} }) },
  {
    name: 'three words',
    of: random => ({ words: [1, 2, 3].map(() => soughtWord(random)).join(' '), filters: {} }),
  },
  {
    name: 'three words, each in a ring',
    of: random => ({
      words: [1, 2, 3].map(() => rings[Math.floor(random() * rings.length)]![0]).join(' '),
      filters: {},
    }),
  },
  {
    name: 'the same without the rings',
    of: random => ({
      words: [1, 2, 3].map(() => rings[Math.floor(random() * rings.length)]![0]).join(' '),
      filters: {},
      isExact: true,
    }),
  },
  {
    name: 'three words, two filters',
    of: random => ({
      words: [1, 2, 3].map(() => soughtWord(random)).join(' '),
      filters: { region: ['London'], phase: ['alpha', 'beta'] },
    }),
  },
  {
    name: 'three words, a service',
    of: random => ({
      words: [1, 2, 3].map(() => soughtWord(random)).join(' '),
      filters: { service: [`${Math.floor(random() * 900)}`] },
    }),
  },
  { name: 'a pasted paragraph of 60 words', of: random => ({ words: drawWords(random, 60), filters: {} }) },
  {
    name: 'the three commonest words',
    of: () => ({ words: [1, 2, 3].map(wordOfRank).join(' '), filters: {} }),
  },
  { name: 'no words: newest', of: () => ({ words: '', filters: {} }) },
]

async function measure(db: Db, clusterPid: number, kind: Kind): Promise<number> {
  const run = async (times: number, seed: number) => {
    const random = randomFrom(seed)
    for (let n = 0; n < times; n++) await searchDocuments(db, { sort: 'best', limit: 20, ...kind.of(random) })
  }
  await run(30, 1)
  const own = process.cpuUsage()
  const before = timeOfCluster(clusterPid)
  await run(rounds, 2)
  const { user, system } = process.cpuUsage(own)
  return ((user + system) / 1000 + timeOfCluster(clusterPid) - before) / rounds
}

const cluster = startCluster()
const figures: number[][] = []
try {
  const admin = await openDatabase({ databaseUrl: cluster.url, poolSize: 1 })
  for (const size of sizes) {
    const name = `search_scale_${size}`
    await sql.raw(`drop database if exists ${name}`).execute(admin.db)
    await sql.raw(`create database ${name}`).execute(admin.db)
    const databaseUrl = Object.assign(new URL(cluster.url), { pathname: `/${name}` }).href
    const { db, close } = await openDatabase({ databaseUrl, poolSize: 1 })
    await makeSearchTables(db)
    await sql`set statement_timeout = 0`.execute(db)
    await fill(db, size)
    await sql.raw('vacuum (analyze)').execute(db)
    await sql.raw('checkpoint').execute(db)
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
    const clusterPid = clusterOf(rows[0]!.pid)
    const row: number[] = []
    for (const kind of kinds) row.push(await measure(db, clusterPid, kind))
    figures.push(row)
    await close()
  }
  for (const size of sizes) await sql.raw(`drop database search_scale_${size}`).execute(admin.db)
  await admin.close()
} finally {
  cluster.stop()
}

const [few, many] = figures as [number[], number[]]
const line = (name: string, a: number, b: number) =>
  console.log(
    `${name.padEnd(32)} ${a.toFixed(1).padStart(6)} ms ${b.toFixed(1).padStart(8)} ms ${(b / a).toFixed(2).padStart(6)} ×`,
  )
console.log(`Processor time of a search at ${sizes.join(' and at ')} documents, PostgreSQL and this process`)
for (const [n, { name }] of kinds.entries()) line(name, few[n]!, many[n]!)
const mean = (row: number[]) => row.reduce((a, b) => a + b, 0) / row.length
line('all kinds alike', mean(few), mean(many))
