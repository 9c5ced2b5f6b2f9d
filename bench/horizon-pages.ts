import { sql } from 'kysely'
import pino from 'pino'
import { listDearFigures } from '#features/contract-horizon/dear-figure-queries.ts'
import { replaceKeptFigures } from '#features/contract-horizon/stored-figures.ts'
import { systemClock } from '#plumbing/clock.ts'
import { readConfig } from '#plumbing/config.ts'
import { type Db, openDatabase } from '#plumbing/database/database.ts'
import { fill } from '#test/seeded-database.ts'
import { createApp } from '../src/app.tsx'
import { site } from '../src/features.ts'
import { startCluster } from './cluster.ts'
import { clusterOf, timeOfCluster } from './processor-time.ts'

const sizes = [5_000, 50_000]
const rounds = 40
const services = 300
const suppliers = 200
const products = 200

/** Made contracts until there are so many: services, suppliers and products as uneven as they are, ends mostly with a quarter. */
async function growTo(db: Db, size: number) {
  await sql`
    insert into organisation (id, slug, name, short_name, kind, status, source, source_as_of, created_at)
    select gen_random_uuid(), 'made-supplier-' || n, 'Made supplier ' || n, 'Made supplier ' || n, 'supplier', 'current',
      'bench', '2026-11-22', now() from generate_series(1, ${suppliers}) as n on conflict do nothing`.execute(
    db,
  )
  await sql`
    insert into product (id, slug, name, source_name, source_as_of, created_at)
    select gen_random_uuid(), 'made-product-' || n, 'Made product ' || n, 'bench', '2026-11-22', now()
    from generate_series(1, ${products}) as n on conflict do nothing`.execute(db)
  await sql`
    insert into contract (id, organisation_id, key, title, supplier_id, service_id, service_from, starts_on, ends_on,
      is_open_ended, value_pounds, source_name, source_as_of, is_confirmed, created_at, changed_at)
    select gen_random_uuid(), council.id, 'made-' || n, 'Made contract ' || n, supplier.id, service.id, 'source',
      made.ends_on - interval '4 years', made.ends_on, false, round((random() * 500000)::numeric, 2), 'bench', '2026-11-22', false,
      now(), now()
    from (
      select n, 1 + floor(random() * 380)::int as council, 1 + floor(power(random(), 2) * ${services})::int as service,
        1 + floor(power(random(), 2) * ${suppliers})::int as supplier,
        (date_trunc('quarter', now() + random() * interval '33 months') + interval '3 months'
          - (case when random() < 0.6 then 1 else floor(random() * 90)::int end) * interval '1 day')::date as ends_on
      from generate_series((select count(*) + 1 from contract where key like 'made-%'), ${size}) as n) as made
    join (select id, row_number() over (order by id) as place from organisation where kind = 'council' and status = 'current') as council
      on council.place = made.council
    join (select id, row_number() over (order by id) as place from service where status = 'live') as service
      on service.place = made.service
    join organisation as supplier on supplier.slug = 'made-supplier-' || made.supplier`.execute(db)
  await sql`
    insert into system (id, organisation_id, product_id, product_as_published, service_as_published, contract_id, state,
      is_earlier, source_name, source_as_of, changed_at)
    select gen_random_uuid(), contract.organisation_id, product.id, product.name, contract.key, contract.id, 'unconfirmed',
      false, 'bench', '2026-11-22', now()
    from (select *, 1 + floor(power(random(), 2) * ${products})::int as made from contract where key like 'made-%'
      and not exists (select from system where system.contract_id = contract.id)) as contract
    join product on product.slug = 'made-product-' || contract.made`.execute(db)
  await sql.raw('vacuum (analyze)').execute(db)
  await sql.raw('checkpoint').execute(db)
}

const cluster = startCluster()
const admin = await openDatabase({ databaseUrl: cluster.url, poolSize: 1 })
const name = `horizon_${process.pid}`
await sql`create database ${sql.ref(name)}`.execute(admin.db)
const database = await openDatabase({
  databaseUrl: Object.assign(new URL(cluster.url), { pathname: `/${name}` }).href,
  poolSize: 2,
})
try {
  await fill(database)
  const { db } = database
  const config = readConfig({ PORT: '0', METRICS_PORT: '0', BASE_URL: 'http://pipeline.test' })
  const app = await createApp({ db, site, clock: systemClock, config, log: pino({ level: 'silent' }) })
  const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
  const clusterPid = clusterOf(rows[0]!.pid)

  let asked = 0
  const get = async (url: string) => {
    asked += 1
    const answer = await app.inject({ url, remoteAddress: `10.1.${asked >> 8}.${asked & 255}` })
    if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}.`)
    return answer.body
  }
  const measure = async (url: string) => {
    for (let n = 0; n < 10; n++) await get(url)
    const own = process.cpuUsage()
    const before = timeOfCluster(clusterPid)
    for (let n = 0; n < rounds; n++) await get(url)
    const { user, system } = process.cpuUsage(own)
    return ((user + system) / 1000 + timeOfCluster(clusterPid) - before) / rounds
  }
  const keep = async () => {
    const kept = await listDearFigures(db, systemClock)
    await db.transaction().execute(trx => replaceKeptFigures(trx, kept))
    return kept.length > 0
  }
  const pages = async () => {
    const body = await get('/horizon')
    const window = /href="(\/horizon\/service-\d+\/[\d-]+)"/.exec(body)![1]!
    return {
      'the horizon by service': '/horizon',
      'by product': '/horizon?by=product',
      'by supplier': '/horizon?by=supplier',
      'by region': '/horizon?by=region',
      'the same, not kept': '/horizon?rows=16',
      'by product, not kept': '/horizon?by=product&rows=16',
      'by supplier, not kept': '/horizon?by=supplier&rows=16',
      'of one region and type': '/horizon?region=South+East&type=Non-metropolitan+district',
      'the page of a window': window,
      'a council’s page': '/organisations/leeds-city-council',
      'who could work with it': '/organisations/leeds-city-council/partners',
    }
  }
  const figures: Record<string, number>[] = []
  for (const size of sizes) {
    await growTo(db, size)
    console.log(`${size} contracts: figures ${(await keep()) ? 'are kept' : 'are counted when asked for'}`)
    const row: Record<string, number> = {}
    for (const [page, url] of Object.entries(await pages())) row[page] = await measure(url)
    figures.push(row)
  }
  const [few, many] = figures as [Record<string, number>, Record<string, number>]
  console.log(`Processor time of a page at ${sizes.join(' and at ')} contracts, PostgreSQL and this process`)
  for (const [page, ms] of Object.entries(few))
    console.log(
      `${page.padEnd(26)} ${ms.toFixed(1).padStart(7)} ms ${many[page]!.toFixed(1).padStart(7)} ms ${(many[page]! / ms).toFixed(2).padStart(6)} ×`,
    )
  await app.close()
} finally {
  await database.close()
  await sql`drop database ${sql.ref(name)} with (force)`.execute(admin.db)
  await admin.close()
  cluster.stop()
}
