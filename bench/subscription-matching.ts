import { type Insertable, sql } from 'kysely'
import { criterionOf } from '#features/search/criterion.ts'
import { matter } from '#features/search/criterion-queries.ts'
import type { Filters, SearchDocument } from '#features/search/document.ts'
import { indexDocuments } from '#features/search/index-queries.ts'
import { refreshStatistics } from '#features/search/statistics-queries.ts'
import { keepEarlier, tellOfChanges } from '#features/subscriptions/matching-queries.ts'
import type { SubscriptionTable } from '#features/subscriptions/tables.ts'
import { systemClock } from '#plumbing/clock.ts'
import { type Db, openDatabase } from '#plumbing/database/database.ts'
import { allMigrations, migrate } from '#plumbing/database/migrate.ts'
import { newId } from '#plumbing/id.ts'
import { startCluster } from './cluster.ts'
import { drawRank, madeDocument, randomFrom, wordOfRank } from './made-documents.ts'
import { clusterOf, timeOfCluster } from './processor-time.ts'

const sizes = [10_000, 100_000]
const things = 2000
const rounds = 200
const roundsOfAll = 20

const random = randomFrom(20_261_122)
const oneOf = <Value>(values: Value[]): Value => values[Math.floor(random() * values.length)]!

/** Documents of a national mix: each of one region, one in three of a service. */
const documents: SearchDocument[] = Array.from({ length: things }, (_, at) =>
  madeDocument(random, String(at)),
)
const valuesOf = (facet: 'regions' | 'services' | 'organisations') => [
  ...new Set(documents.flatMap(({ facets }) => [facets[facet] ?? []].flat().map(String))),
]
const known = {
  region: valuesOf('regions'),
  service: valuesOf('services'),
  organisation: valuesOf('organisations'),
}

/** What people keep: two in five words within a region, one in five words alone, the rest a service or an organisation. */
function drawCriterion() {
  const kind = random()
  const words = Array.from({ length: kind < 0.6 ? 1 + Math.floor(random() * 2) : 0 }, () => drawRank(random))
  const clauses = [...new Set(words)].map(rank => ({
    names: [wordOfRank(rank)],
    documents: 1_000_000 / rank,
  }))
  const filters: Filters =
    kind < 0.4
      ? { region: [oneOf(known.region)] }
      : kind < 0.6
        ? {}
        : kind < 0.8
          ? { service: [oneOf(known.service)], region: random() < 0.5 ? [oneOf(known.region)] : [] }
          : { organisation: [oneOf(known.organisation)] }
  return criterionOf(clauses, filters)!
}

async function addSubscriptions(db: Db, count: number) {
  const at = new Date('2026-01-01T00:00:00Z')
  for (let made = 0; made < count; made += 1000) {
    const rows = Array.from({ length: 1000 }, () => ({ ids: [newId(), newId(), newId()] as const }))
    await db
      .insertInto('person')
      .values(rows.map(({ ids: [id] }) => ({ id, email: `${id}@example.gov.uk`, created_at: at })))
      .execute()
    await db
      .insertInto('recipient')
      .values(rows.map(({ ids: [person_id, id] }) => ({ id, person_id, created_at: at })))
      .execute()
    const subscriptions = rows.map(({ ids: [, recipient_id, id] }): Insertable<SubscriptionTable> => {
      const { query, anchors } = drawCriterion()
      return {
        id,
        recipient_id,
        title: id,
        address: `/search?${id}`,
        criterion: query,
        anchors,
        level: 'new',
        frequency: 'daily',
        created_at: at,
        changed_at: at,
      }
    })
    await db.insertInto('subscription').values(subscriptions).execute()
  }
  await sql`vacuum analyze`.execute(db)
}

const cluster = startCluster()
const { db, close } = await openDatabase({ databaseUrl: cluster.url, poolSize: 1 })
try {
  await migrate(db, { migrations: allMigrations() })
  for (let at = 0; at < things; at += 200)
    await indexDocuments(db, systemClock, 'project', documents.slice(at, at + 200))
  await refreshStatistics(db, systemClock, { exactly: true })
  const pid = clusterOf((await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]!.pid)

  /** Processor milliseconds a thing of some work in a transaction that is undone. */
  const costOf = async (count: number, work: (trx: Db, id: string) => Promise<number>) => {
    let found = 0
    const before = timeOfCluster(pid)
    for (let at = 0; at < count; at++) {
      const trx = await db.startTransaction().execute()
      found += await work(trx, String((at * 7) % things))
      await trx.rollback().execute()
    }
    return { milliseconds: (timeOfCluster(pid) - before) / count, found: found / count }
  }
  const byAnchors = async (trx: Db, id: string) => {
    const changeIds = [newId()]
    const at = new Date()
    await keepEarlier(trx, { kind: 'project', ids: [id], changeIds })
    await sql`update document_change set earlier = null`.execute(trx)
    return tellOfChanges(trx, changeIds, at)
  }
  const byAsking = async (trx: Db, id: string) => {
    const { rows } = await sql<{ count: number }>`
      select count(*) as count from subscription, (select ${matter} as matter from search_document
        join search_text on document_id = search_document.id where subject_id = ${id}) as item
      where item.matter @@ criterion`.execute(trx)
    return rows[0]!.count
  }

  console.log(
    '| kept searches | told of a thing | ms by anchors | ms by asking all | ratio |\n|---|---|---|---|---|',
  )
  let kept = 0
  for (const size of sizes) {
    await addSubscriptions(db, size - kept)
    kept = size
    await costOf(20, byAnchors)
    const ours = await costOf(rounds, byAnchors)
    const all = await costOf(roundsOfAll, byAsking)
    const ratio = all.milliseconds / ours.milliseconds
    console.log(
      `| ${size} | ${ours.found.toFixed(1)} | ${ours.milliseconds.toFixed(1)} | ${all.milliseconds.toFixed(1)} | ${ratio.toFixed(0)} |`,
    )
  }
} finally {
  await close()
  cluster.stop()
}
