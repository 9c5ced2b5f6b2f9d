import { loadavg } from 'node:os'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { sql } from 'kysely'
import { localModel } from '#features/meaning/meaning.ts'
import { findNeeds, keepNeeds } from '#features/opportunities/finding-actions.ts'
import { systemClock } from '#plumbing/clock.ts'
import { type Db, openDatabase } from '#plumbing/database/database.ts'
import { migrate } from '#plumbing/database/migrate.ts'
import { randomFrom } from './made-documents.ts'
import { clusterOf, timeOfCluster, timeOfProcess } from './processor-time.ts'

const ofEachNeed = 8
const organisations = 400
const rowsAtOnce = 500

const unit = (vector: number[]) => {
  const length = Math.hypot(...vector)
  return vector.map(value => value / length)
}

const numbered = (group: number, number: number) =>
  `00000000-000${group}-7000-8000-${number.toString(16).padStart(12, '0')}`

/** Problems of 400 councils; each eight lie around one need, and each needs around one of 300 matters, as texts do. */
async function fill(db: Db, count: number) {
  const random = randomFrom(1)
  const direction = () => unit(Array.from({ length: localModel.dimensions }, () => random() - 0.5))
  const aside = (from: number[], share: number) => {
    const own = direction()
    return unit(from.map((value, at) => value + share * own[at]!))
  }
  const matters = Array.from({ length: 300 }, direction)
  await sql`
    insert into organisation (id, slug, name, short_name, kind, status, source, source_as_of, created_at)
    select format('00000000-0001-7000-8000-%s', lpad(to_hex(number), 12, '0'))::uuid, 'council-' || number,
      'Council ' || number, 'Council ' || number, 'council', 'current', 'made', '2026-11-22', now()
    from generate_series(0, ${sql.lit(organisations - 1)}) as number`.execute(db)
  let need: number[] = []
  for (let at = 0; at < count; at += rowsAtOnce) {
    const rows = Array.from({ length: Math.min(rowsAtOnce, count - at) }, (_, n) => {
      const number = at + n
      if (number % ofEachNeed === 0) need = aside(matters[Math.floor(random() * matters.length)]!, 1.5)
      return {
        id: numbered(2, number),
        slug: `problem-${number}`,
        organisation: numbered(1, Math.floor(random() * organisations)),
        title: `Made title number ${number} of need ${Math.floor(number / ofEachNeed)}`,
        vector: `[${aside(need, 0.7).map(value => value.toFixed(4))}]`,
      }
    })
    const given = sql`jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given
      (id uuid, slug text, organisation uuid, title text, vector text)`
    await sql`
      insert into problem (id, slug, organisation_id, state, visibility, title, happens, version, created_at, published_at, changed_at)
      select id, slug, organisation, 'published', 'public', title, 'Made.', 1, now(), now(), now() from ${given}`.execute(
      db,
    )
    await sql`
      insert into embedding (kind, subject_id, model, chunk, vector, text_hash, embedded_at)
      select 'problem', id::text, ${sql.lit(localModel.name)}, 0, vector::halfvec, '', now() from ${given}`.execute(
      db,
    )
  }
}

async function measureNight(db: Db, count: number, name: string, cluster: number) {
  const delay = monitorEventLoopDelay({ resolution: 5 })
  const before = { at: performance.now(), own: timeOfProcess(process.pid), database: timeOfCluster(cluster) }
  delay.enable()
  const found = await findNeeds(db, systemClock)
  const foundAt = performance.now()
  const counts = await db.transaction().execute(trx => keepNeeds(trx, systemClock, found))
  delay.disable()
  const seconds = (milliseconds: number) => Number((milliseconds / 1000).toFixed(1))
  const isWhole = ({ things }: (typeof found)[number]) =>
    things.length === ofEachNeed && new Set(things.map(({ title }) => title.split(' of ')[1])).size === 1
  console.log(
    JSON.stringify({
      night: name,
      problems: count,
      ...counts,
      needsFoundWhole: `${found.filter(isWhole).length} of ${Math.ceil(count / ofEachNeed)}`,
      seconds: seconds(performance.now() - before.at),
      ofThatWriting: seconds(performance.now() - foundAt),
      processorSeconds: seconds(timeOfProcess(process.pid) - before.own),
      databaseSeconds: seconds(timeOfCluster(cluster) - before.database),
      longestStallMilliseconds: Math.round(delay.max / 1e6),
      megabytesAtMost: Math.round(process.resourceUsage().maxRSS / 1000),
      load: loadavg()[0]!.toFixed(1),
    }),
  )
}

/** Fills a new database, and does what the night does, twice. */
export async function measureNights(address: string, count: number): Promise<void> {
  const name = `common_needs_${process.pid}`
  const admin = await openDatabase({ databaseUrl: address, poolSize: 1 })
  await sql`create database ${sql.ref(name)}`.execute(admin.db)
  const url = Object.assign(new URL(address), { pathname: `/${name}` }).href
  const { db, close, housekeep } = await openDatabase({ databaseUrl: url })
  try {
    await migrate(db)
    // The night does not ask it, and it is slow to fill.
    await sql`drop index embedding_local_en_2`.execute(db)
    await fill(db, count)
    await housekeep()
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(db)
    const cluster = clusterOf(rows[0]!.pid)
    for (const night of ['first', 'second']) await measureNight(db, count, night, cluster)
  } finally {
    await close()
    await sql`drop database ${sql.ref(name)} with (force)`.execute(admin.db)
    await admin.close()
  }
}
