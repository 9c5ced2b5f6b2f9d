// The site as `npm start` runs it, in one process, on a database filled with made projects. The line "embed" on standard input begins
// a re-embedding of everything; any other says how much is done.
import { createInterface } from 'node:readline'
import { sql } from 'kysely'
import pino from 'pino'
import { renewVectors } from '#features/meaning/embedding-queries.ts'
import { embedQueue } from '#features/meaning/jobs.ts'
import { embeddablesOf, localModel } from '#features/meaning/meaning.ts'
import { systemClock } from '#plumbing/clock.ts'
import type { CommandContext } from '#plumbing/command.ts'
import { readConfig } from '#plumbing/config.ts'
import { openDatabase } from '#plumbing/database/database.ts'
import { enqueueAll } from '#plumbing/jobs.ts'
import { bringUpToDate, seed } from '../src/commands/prepare.ts'
import { start } from '../src/commands/start.ts'
import { site } from '../src/features.ts'
import { addProjectsTo } from './fill-database.ts'

const projects = Number(process.env.PROJECTS)
const passagesOfProject = 4
const atOnce = 1000
const kinds = embeddablesOf(site).map(({ kind }) => kind)

const config = readConfig(process.env)
const database = await openDatabase({ databaseUrl: config.DATABASE_URL, dataDir: config.DATA_DIR })
const { db } = database
const context: CommandContext = {
  config,
  site,
  clock: systemClock,
  log: pino({ level: config.LOG_LEVEL, base: null }),
  open: async () => database,
  say: line => process.stdout.write(`${line}\n`),
  print: line => process.stdout.write(`${line}\n`),
}

/** Vectors in every direction, as if all had been read: a real reading of everything would take half an hour. */
async function insertMadeVectors() {
  const { rows } = await sql<{
    made: string
  }>`select pg_get_indexdef('embedding_local_en_2'::regclass) as made`.execute(db)
  const [index] = rows
  await sql`drop index embedding_local_en_2`.execute(db)
  await sql`
    insert into embedding (kind, subject_id, model, chunk, vector, text_hash, embedded_at)
    select kind, id, ${localModel.name}, chunk, l2_normalize(
      (select array_agg(random() - 0.5) from generate_series(1, ${sql.lit(localModel.dimensions)}) where chunk >= 0 and id > '')::real[]::halfvec), 'made', now()
    from (select distinct subject_kind as kind, subject_id as id from activity where subject_kind = any(${kinds}::text[])) as subject
      cross join lateral generate_series(0, case kind when 'project' then ${sql.lit(passagesOfProject)} else 0 end) as chunk`.execute(
    db,
  )
  await sql`set maintenance_work_mem = '512MB'`.execute(db)
  await sql.raw(index!.made).execute(db)
  await database.housekeep()
}

const countOf = async (statement: ReturnType<typeof sql<{ count: number }>>) =>
  (await statement.execute(db)).rows[0]!.count

async function fill() {
  await bringUpToDate(context, database)
  await seed(context, database)
  if ((await countOf(sql`select count(*) as count from project`)) < projects)
    await addProjectsTo(database, projects)
  if ((await countOf(sql`select count(*) as count from embedding`)) < projects) await insertMadeVectors()
  // What an earlier run left undone.
  await sql`delete from job where queue = ${embedQueue} and done_at is null`.execute(db)
}

/** As much of everything as the schedule asks for at once. */
async function beginEmbedding() {
  const { rows } = await sql<{ kind: string; id: string }>`
    select kind, subject_id as id from embedding where chunk = 0 order by md5(subject_id) limit ${atOnce}`.execute(
    db,
  )
  await renewVectors(db, systemClock, [localModel.name])
  const begun = systemClock.now().toISOString()
  await enqueueAll(
    db,
    systemClock,
    rows.map(subject => ({
      queue: embedQueue,
      key: `${subject.kind} ${subject.id} ${begun}`,
      payload: subject,
    })),
  )
}

async function sayDone() {
  const { rows } = await sql<{ embedded: number; waiting: number }>`
    select (select count(*) from embedding join embedding_renewal as renewal on renewal.model = embedding.model
        where chunk = 0 and embedded_at > asked_at) as embedded,
      (select count(*) from job where done_at is null and dead_at is null and run_at <= now()) as waiting`.execute(
    db,
  )
  context.say(`done: ${JSON.stringify(rows[0])}`)
}

// Filling asks nobody what texts mean.
process.env.EMBEDDER = 'off'
await fill()
delete process.env.EMBEDDER
createInterface({ input: process.stdin }).on('line', line =>
  line === 'embed' ? beginEmbedding() : sayDone(),
)
await start.run(context, { values: {}, words: [] })
await database.close()
process.exit()
