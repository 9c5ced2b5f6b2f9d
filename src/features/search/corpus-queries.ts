import { sql } from 'kysely'
import { type Clock, systemClock } from '#plumbing/clock.ts'
import { type Db, openDatabase } from '#plumbing/database/database.ts'
import { allMigrations, migrate } from '#plumbing/database/migrate.ts'
import { fileAt } from '#plumbing/import-file.ts'
import { inRoot } from '#plumbing/root.ts'
import { asScore } from './bm25.ts'
import { asDocument, type CorpusLine } from './corpus.ts'
import { upsertDocuments } from './index-queries.ts'
import { rankDocuments, readQuery } from './ranking-queries.ts'
import { readRings, ringsFile } from './ring-file.ts'
import { insertShippedRings } from './ring-queries.ts'
import { insertPostings, refreshFrequencies, refreshLengths } from './statistics-queries.ts'

const kind = 'document'
const atOnce = 250

const needed = /^src\/(plumbing\/migrations\/0001-extensions|features\/search\/migrations\/.*)\.sql$/

/** Makes the tables of the search, and nothing else, in an empty database. */
export const makeSearchTables = (db: Db) =>
  migrate(db, { migrations: allMigrations().filter(({ path }) => needed.test(path)) })

/** A database in memory that holds nothing but the search, with the synonym rings that ship. */
export async function openSearchOnly() {
  const database = await openDatabase({ dataDir: 'memory' })
  await makeSearchTables(database.db)
  const shipped = await Array.fromAsync(readRings(fileAt(inRoot(ringsFile))))
  await insertShippedRings(
    database.db,
    systemClock,
    shipped.flatMap(line => ('row' in line ? [line.row.words] : [])),
  )
  return database
}

/** Indexes a corpus in an empty index. */
export async function insertCorpus(
  db: Db,
  clock: Clock,
  lines: CorpusLine[],
  onProgress?: (done: number) => void,
) {
  const numbers: number[][] = []
  for (let at = 0; at < lines.length; at += atOnce) {
    numbers.push(await upsertDocuments(db, clock, kind, lines.slice(at, at + atOnce).map(asDocument)))
  }
  const statistics = await refreshLengths(db, clock)
  for (const [at, ids] of numbers.entries()) {
    await insertPostings(db, statistics, ids)
    onProgress?.(Math.min((at + 1) * atOnce, lines.length))
  }
  await refreshFrequencies(db, clock)
  await sql`analyze`.execute(db)
}

/** The best documents of a corpus for a text: id and score, best first. */
export async function rankCorpus(
  db: Db,
  text: string,
  limit: number,
  { isExact = false } = {},
): Promise<{ id: string; score: number }[]> {
  const { ids, scores } = await rankDocuments(db, await readQuery(db, text, { isExact }), { most: limit })
  const { rows } = await sql<{ id: number; subject: string }>`
    select id, subject_id as subject from search_document where id = any(${ids}::integer[])`.execute(db)
  const subjects = new Map(rows.map(({ id, subject }) => [id, subject]))
  return ids.map((id, at) => ({ id: subjects.get(id)!, score: asScore(scores[at]!) }))
}
