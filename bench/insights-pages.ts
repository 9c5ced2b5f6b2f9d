import { sql } from 'kysely'
import pino from 'pino'
import { listDearPages } from '#features/insights/dear-page-queries.ts'
import { replaceKeptPages } from '#features/insights/stored-pages.ts'
import { systemClock } from '#plumbing/clock.ts'
import { readConfig } from '#plumbing/config.ts'
import { type Db, openDatabase } from '#plumbing/database/database.ts'

import { fill } from '#test/seeded-database.ts'
import { createApp } from '../src/app.tsx'
import { site } from '../src/features.ts'
import { startCluster } from './cluster.ts'
import { clusterOf, timeOfCluster } from './processor-time.ts'

const sizes = [5_000, 50_000]
const rounds = 3

/** So many projects, problems and contracts each, with a statement on each problem, over all councils and services. */
async function addMade(db: Db, count: number) {
  await sql`
    create temporary table made as
    select number, gen_random_uuid() as project_id, gen_random_uuid() as problem_id, gen_random_uuid() as stance_id,
      councils.ids[1 + number * 7 % cardinality(councils.ids)] as organisation_id,
      councils.ids[1 + number * 11 % cardinality(councils.ids)] as other_id,
      services.ids[1 + number * 13 % cardinality(services.ids)] as service_id
    from generate_series(1, ${sql.lit(count)}) as number,
      (select array_agg(id order by id) as ids from organisation where kind = 'council' and status = 'current') as councils,
      (select array_agg(id order by id) as ids from service where status = 'live') as services`.execute(db)
  await sql`
    insert into work (id, kind, title, path, organisation_id, phase, dated, created_at, is_listed)
    select project_id, 'project', 'Made project ' || number, '/projects/made-' || number, organisation_id, null, '2026-11', now(), true
    from made`.execute(db)
  await sql`
    insert into project (id, slug, title, title_is_description, organisation_id, organisation_as_published, phase, state,
      other_sections, tags, dated_on, created_at)
    select project_id, 'made-' || number, 'Made project ' || number, false, organisation_id, 'A council',
      (array['idea', 'discovery', 'alpha', 'beta', 'live', 'retired'])[1 + number % 6],
      (array['planned', 'live', 'finished', 'stopped', 'earlier'])[1 + number % 5],
      '[]', '{}', date '2026-11-01' - number % 2000, now() from made`.execute(db)
  await sql`
    insert into work_service (work_id, service_id, ground, source, as_of, created_at)
    select project_id, service_id, 'made', 'made', '2026-11-22', now() from made`.execute(db)
  await sql`
    insert into problem (id, slug, organisation_id, state, visibility, title, happens, service_id, version, created_at,
      published_at, changed_at, closed_at, closing_note)
    select problem_id, 'made-' || number, organisation_id, case when number % 5 = 0 then 'solved' else 'published' end,
      'public', 'Made problem ' || number, 'Made.', service_id, 1, now(), now(), now(),
      case when number % 5 = 0 then now() end, case when number % 5 = 0 then 'Made.' end from made`.execute(
    db,
  )
  await sql`
    insert into stance (id, problem_id, organisation_id, number, confirmed_at, ends_on)
    select stance_id, problem_id, organisation_id, 1, now(), date '2027-11-01' from made
    union all
    select gen_random_uuid(), problem_id, other_id, 1, now(), date '2027-11-01' from made
    where number % 4 = 0 and other_id <> organisation_id`.execute(db)
  await sql`
    insert into stance_version (stance_id, number, act, says, offers, written_at)
    select id, 1, 'taken', 'have-it', '{}', now() from stance`.execute(db)
  await sql`
    insert into contract (id, organisation_id, key, title, service_id, service_from, starts_on, ends_on, is_open_ended,
      value_pounds, source_name, source_as_of, is_confirmed, created_at, changed_at)
    select gen_random_uuid(), organisation_id, 'made-' || number, 'Made contract ' || number, service_id, 'source',
      date '2024-01-01', date '2026-12-01' + number % 1500, false, 50000, 'Made', '2026-11-22', false, now(), now()
    from made`.execute(db)
  await sql`drop table made`.execute(db)
}

const paths = [
  '/insights',
  '/insights/regions/north-west',
  '/insights/regions/greater-manchester-combined-authority',
  '/insights/types/non-metropolitan-district',
  '/insights/service-areas/99',
  '/insights/phases/alpha',
  '/insights?area=99&region=london',
  '/insights/tables/projects-by-phase.csv',
  '/for-suppliers',
  '/for-suppliers?area=99&region=london',
]

/** Milliseconds of a request: by the clock, and of processor time. */
type Figure = { milliseconds: number; processor: number }
type Figures = { counted: Figure[]; kept: Figure[]; countingSeconds: number }

async function measure(databaseUrl: string): Promise<Figures> {
  const database = await openDatabase({ databaseUrl, poolSize: 4 })
  const { db } = database
  const log = pino({ level: 'silent' })
  const config = readConfig({ METRICS_PORT: '0' })
  const app = await createApp({ db, site, clock: systemClock, config, log })
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  const cluster = clusterOf(rows[0]!.pid)
  const processorTime = () => {
    const { user, system } = process.cpuUsage()
    return (user + system) / 1000 + timeOfCluster(cluster)
  }
  const measurePage = async (path: string): Promise<Figure> => {
    const ask = async () => {
      const { statusCode } = await app.inject({ method: 'GET', url: path })
      if (statusCode !== 200) throw new Error(`${path} answered ${statusCode}`)
    }
    await ask()
    const [from, used] = [performance.now(), processorTime()]
    for (let round = 0; round < rounds; round++) await ask()
    return { milliseconds: (performance.now() - from) / rounds, processor: (processorTime() - used) / rounds }
  }
  const counted: Figure[] = []
  for (const path of paths) counted.push(await measurePage(path))
  const used = processorTime()
  const pages = await listDearPages({ db, site, clock: systemClock })
  await db.transaction().execute(trx => replaceKeptPages(trx, pages))
  const countingSeconds = (processorTime() - used) / 1000
  const kept: Figure[] = []
  for (const path of paths) kept.push(await measurePage(path))
  await app.close()
  await database.close()
  return { counted, kept, countingSeconds }
}

process.env.EMBEDDER = 'off'
const cluster = startCluster()
const measured: Figures[] = []
try {
  const admin = await openDatabase({ databaseUrl: cluster.url, poolSize: 1 })
  for (const size of sizes) {
    const name = `insights_${size}`
    await sql.raw(`drop database if exists ${name}`).execute(admin.db)
    await sql.raw(`create database ${name}`).execute(admin.db)
    const databaseUrl = Object.assign(new URL(cluster.url), { pathname: `/${name}` }).href
    const database = await openDatabase({ databaseUrl, poolSize: 2 })
    await fill(database)
    await database.db.connection().execute(db => addMade(db, size))
    await sql.raw('vacuum (analyze)').execute(database.db)
    await database.close()
    measured.push(await measure(databaseUrl))
    await sql.raw(`drop database ${name}`).execute(admin.db)
  }
  await admin.close()
} finally {
  cluster.stop()
}

const [few, many] = measured as [Figures, Figures]
const [small, large] = sizes
console.log(
  `| page | processor ms at ${small} | at ${large} | ratio | ms at ${large} | kept: processor ms at ${large} | ms |`,
)
console.log('|---|---|---|---|---|---|---|')
for (const [at, path] of paths.entries()) {
  const [before, after, kept] = [few.counted[at]!, many.counted[at]!, many.kept[at]!]
  const cells = [after.milliseconds, kept.processor, kept.milliseconds].map(figure => figure.toFixed(0))
  const ratio = (after.processor / before.processor).toFixed(1)
  console.log(
    `| ${path} | ${before.processor.toFixed(0)} | ${after.processor.toFixed(0)} | ${ratio} | ${cells.join(' | ')} |`,
  )
}
console.log(
  `Counting what is kept: ${few.countingSeconds.toFixed(1)} s of processor time at ${small}, ${many.countingSeconds.toFixed(1)} s at ${large}`,
)
