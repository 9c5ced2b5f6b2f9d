// Processor time of "what is nearest to this" among 50,000 made things, all of them and narrowed to kinds: on PostgreSQL.
//   BENCH_DATABASE_URL=… node bench/nearest-scale.ts
import { sql } from 'kysely'
import { listNearest } from '#features/meaning/embedding-queries.ts'
import { localModel } from '#features/meaning/meaning.ts'
import { openDatabase } from '#plumbing/database/database.ts'
import { allMigrations, migrate } from '#plumbing/database/migrate.ts'
import { clusterOf, timeOfCluster } from './processor-time.ts'

const things = 50_000
const rounds = 60
const address = new URL(process.env.BENCH_DATABASE_URL!)
const name = `nearest_scale_${process.pid}`

const admin = await openDatabase({ databaseUrl: address.href, poolSize: 1 })
await sql`create database ${sql.ref(name)}`.execute(admin.db)
const { db, close } = await openDatabase({
  databaseUrl: Object.assign(new URL(address), { pathname: `/${name}` }).href,
  poolSize: 1,
})
try {
  await migrate(db, { migrations: allMigrations().filter(({ path }) => /0001-ext|meaning/.test(path)) })
  const [index] = (
    await sql<{ made: string }>`select pg_get_indexdef('embedding_local_en_2'::regclass) as made`.execute(db)
  ).rows
  await sql`set statement_timeout = 0; set maintenance_work_mem = '1GB'; drop index embedding_local_en_2`.execute(
    db,
  )
  // Things lie around 500 matters, as texts do; nine in ten are services and notices, one in fifty a problem.
  await sql`create table matter as select number, (select array_agg(random() - 0.5) from generate_series(1, ${sql.lit(localModel.dimensions)}) where number > 0) as centre
    from generate_series(1, 500) as number`.execute(db)
  await sql`insert into embedding select case when thing % 50 = 0 then 'problem' when thing % 10 = 1 then 'project' else 'notice' end,
    thing::text, ${sql.lit(localModel.name)}, 0, l2_normalize((select array_agg(c + 1.6 * (random() - 0.5) order by o)
      from unnest(centre) with ordinality as u (c, o) where thing > 0)::real[]::halfvec), '', now()
    from generate_series(1, ${sql.lit(things)}) as thing join matter on matter.number = 1 + thing % 500`.execute(
    db,
  )
  await sql.raw(index!.made).execute(db)
  await sql`vacuum analyze embedding`.execute(db)
  const { rows } = await sql<{
    vector: string
  }>`select vector::text as vector from embedding where random() < 0.01 limit ${rounds}`.execute(db)
  const asked = rows.map(({ vector }) => JSON.parse(vector) as number[])
  const cluster = clusterOf(
    (await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)).rows[0]!.pid,
  )
  for (const kinds of [
    ['problem', 'project', 'notice'],
    ['project', 'notice'],
    ['notice'],
    ['problem', 'project'],
    ['problem'],
  ]) {
    for (const limit of [20, 200]) {
      for (const vector of asked.slice(0, 8))
        await listNearest(db, [{ model: localModel.name, vector }], { kinds, limit })
      const before = timeOfCluster(cluster)
      for (const vector of asked)
        await listNearest(db, [{ model: localModel.name, vector }], { kinds, limit })
      const used = (timeOfCluster(cluster) - before) / asked.length
      let recalled = 0
      for (const vector of asked.slice(0, 10)) {
        const near = await listNearest(db, [{ model: localModel.name, vector }], { kinds, limit })
        const exact = await sql<{
          id: string
        }>`select subject_id as id from embedding where kind = any(${kinds}::text[])
          order by (vector <#> ${JSON.stringify(vector)}::halfvec) + 0 limit ${limit}`.execute(db)
        const ids = new Set(near.map(({ id }) => id))
        recalled += exact.rows.filter(({ id }) => ids.has(id)).length / exact.rows.length
      }
      console.log(
        `${kinds.join(', ')}, ${limit} of ${things}: ${used.toFixed(1)} ms of processor, ${(10 * recalled).toFixed(0)} % of the exact answer`,
      )
    }
  }
} finally {
  await close()
  await sql`drop database ${sql.ref(name)} with (force)`.execute(admin.db)
  await admin.close()
}
