import { globSync, readFileSync } from 'node:fs'
import type { PostgresPool } from 'kysely'
import { expect, onTestFinished, test } from 'vitest'
import { sliceFiltered } from '#features/search/facet-queries.ts'
import { readQuery } from '#features/search/ranking-queries.ts'
import { kyselyOver, openDatabase } from '#plumbing/database/database.ts'
import { enqueueSchedules, runDue } from '#plumbing/jobs.ts'
import { root } from '#plumbing/root.ts'
import { site } from '../src/features.ts'
import { publishPlan } from './planning.ts'
import { write } from './search-index.ts'
import { fill } from './seeded-database.ts'
import { silentLog, testApp } from './support.ts'

// Executed by src/features/search/ranking.test.ts and corpus.test.ts: an index as small as the shipped one needs no bounds.
// And by tests of meaning, opportunities and problem-merging: elsewhere nothing is embedded. By ocds.test.ts: nothing that
// ships is planned. By tests of feeds, hooks, subscriptions,
// by those of what is watched and erasure.test.ts: nobody has asked to be told of anything.
// By tests of inbound-mail and mail: no mail has come or left. By tests of handover: nobody has left, or been silent.
// By tests of assets and adoptions: nothing that ships is shared to be reused.
const elsewhere = [
  'src/features/search/ranking-queries.ts',
  'src/features/search/corpus-queries.ts',
  'src/features/accounts/last-heard-queries.ts',
  'src/features/handover/knowing-queries.ts',
  'src/features/inbound-mail/queries.ts',
  'src/features/mail/queries.ts',
  'src/features/meaning/embedding-queries.ts',
  'src/features/meaning/neighbour-queries.ts',
  'src/features/ocds/release-queries.ts',
  'src/features/opportunities/thing-queries.ts',
  'src/features/feeds/feed-queries.ts',
  'src/features/hooks/hook-queries.ts',
  'src/features/subscriptions/digest-queries.ts',
  'src/features/contracts/happening-queries.ts',
  'src/features/contract-horizon/nearing-queries.ts',
  'src/features/stances/happening-queries.ts',
  'src/features/adoptions/happening-queries.ts',
  'src/features/assets/list-queries.ts',
  'src/features/subscriptions/flood-queries.ts',
  'src/features/subscriptions/matching-queries.ts',
  'src/features/subscriptions/member-queries.ts',
  'src/features/subscriptions/person-queries.ts',
  'src/features/subscriptions/text-queries.ts',
]

// Filters, and the second pages that they and the orders lead to.
const further = [
  '/projects?region=North+West&type=Metropolitan+district&area=17',
  '/projects?sort=title',
  `/fund/applications?after=${Buffer.from('[3,"019aa000-0000-7000-8000-000000000000"]').toString('base64url')}`,
  '/notices',
  '/search?q=council',
  '/search?q=%22missed+bins%22',
  '/councils?region=London',
  '/contracts?type=London+borough&area=17&service=850&supplier=dxw',
]

const plain = (sql: string) => sql.replace(/\s+/g, ' ').trim()

/** The statements written by hand in the queries of features: of each its longest piece without a parameter. */
const rawQueries = () =>
  globSync('src/features/**/*queries.ts', { cwd: root }).flatMap(place =>
    piecesOf(place, readFileSync(`${root}/${place}`, 'utf8')),
  )

function piecesOf(place: string, text: string): { place: string; piece: string }[] {
  return [...text.matchAll(/\bsql(?:<[^`]*?>)?`((?:[^`\\]|\\.)*)`/g)].flatMap(([, body]) => {
    // What holds a template within the template is not plain SQL.
    const pieces = body!
      .split(/\$\{[^}]*\}/)
      .map(plain)
      .filter(part => !/=>|sql|`/.test(part))
    const piece = pieces.reduce((a, b) => (b.length > a.length ? b : a), '')
    return piece.length > 20 ? [{ place, piece }] : []
  })
}

function recording(pool: PostgresPool, statements: string[]): PostgresPool {
  const connect = async () => {
    const client = await pool.connect()
    const query = (sql: string, parameters: readonly unknown[]) => {
      statements.push(plain(sql).replace(/\$\d+/g, '?'))
      return client.query(sql, parameters)
    }
    return { query, release: () => client.release() } as typeof client
  }
  return { connect, end: async () => {} } as PostgresPool
}

test('every query written by hand is understood by the engine', async () => {
  const statements: string[] = []
  const database = await openDatabase({ dataDir: 'memory' })
  onTestFinished(() => database.close())
  const db = kyselyOver(recording(database.pool, statements))
  await fill({ ...database, db })
  const app = await testApp({ db })
  const { get, signedIn, clock, config } = app
  const examples = site.slot('routes').flatMap(route => route.examples ?? [])
  for (const path of [...examples, ...further]) {
    const { body } = await get(path)
    const next = / href="([^"]+)" rel="next"/.exec(body)?.[1]
    if (next) await get(next.replaceAll('&amp;', '&'))
  }
  const keeper = await signedIn({ of: 'leeds-city-council', duties: ['curator', 'operator'] })
  for (const path of examples) await keeper.get(path)
  const supplier = await signedIn({ of: 'idox' })
  await supplier.get('/products/idox-public-access/reply')
  const officer = await signedIn({ of: 'leeds-city-council' })
  const { path: plan } = await publishPlan(app, officer, {
    parts: { visibility: { visibility: 'public-sector' } },
  })
  await officer.post(`${plan}/problems`, { problem: 'missed bins' })
  for (const path of ['/problems', '/projects']) await officer.get(path)
  for (const title of ['Missed bins', 'Missed boxes']) await write(db, [{ id: 'missed', title }])
  // A small index is read whole, so no page asks for what a rare filter leaves of a large one.
  const slice = { order: 'best' as const, most: 5 }
  await sliceFiltered(db, await readQuery(db, 'missed bins'), [['kind:project']], slice)
  await keeper.post('/search/synonyms/new', { words: 'parish newsletter\nparish news' })
  const context = { db, site, clock, config, log: silentLog }
  await enqueueSchedules(context)
  await runDue(context)
  const seen = statements.join('\n')
  const missing = rawQueries().filter(
    ({ place, piece }) => !elsewhere.includes(place) && !seen.includes(piece),
  )
  expect(rawQueries().length).toBeGreaterThan(40)
  expect(missing).toEqual([])
}, 120_000)

test('control: a query that nothing runs is found in its file', () => {
  const planted =
    'export const listGhosts = (db: Db) => sql<Ghost>`select name from ghost where id = $' +
    '{1}`.execute(db)'
  expect(piecesOf('ghost-queries.ts', planted)).toEqual([
    { place: 'ghost-queries.ts', piece: 'select name from ghost where id =' },
  ])
})
