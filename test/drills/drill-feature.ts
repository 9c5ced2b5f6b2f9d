import { sql } from 'kysely'
import { z } from 'zod'
import { recordActivities } from '#plumbing/activity.ts'
import { anyone, system } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { defineFeature } from '#plumbing/feature.ts'
import { download } from '#plumbing/http/answer.ts'
import { get, post } from '#plumbing/http/route.ts'
import { newId } from '#plumbing/id.ts'
import type { ImportFormat } from '#plumbing/import.ts'
import { wholeTextOf } from '#plumbing/import-file.ts'
import type { JobKind, Reaction } from '#plumbing/jobs.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'drill.imported': Record<string, never>
  }
}

/** Where the seed of the drill site lies, from the project's folder: one key a line. */
export const seedFile = '.cache/drills/keys.txt'

/** No unique keys: what happens twice must be seen twice. */
export const createDrillTables = (db: Db) =>
  sql`create table if not exists drill_record (key text not null);
    create table if not exists drill_effect (of text not null, kind text not null)`.execute(db)

const sleep = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))

const insertEffects = (trx: Db, kind: string, of: string[]) =>
  sql`insert into drill_effect (of, kind) select unnest(${of}::text[]), ${kind}`.execute(trx)

const keys: ImportFormat<string> = {
  format: 'drill-keys',
  describes: 'keys, one a line',
  async *read(file) {
    const text = await wholeTextOf(file)
    yield* text.split('\n').map((row, at) => ({ line: at + 1, row }))
  },
  key: row => row,
  write: async (trx, rows, { clock }) => {
    await sql`insert into drill_record (key) select unnest(${rows.map(({ row }) => row)}::text[])`.execute(
      trx,
    )
    await recordActivities(
      trx,
      clock,
      rows.map(({ row }) => ({
        kind: 'drill.imported',
        subject: { kind: 'drill', id: row },
        actor: system,
        detail: {},
      })),
    )
    return rows.map(({ row }) => ({ subjectId: row }))
  },
}

const tellEffects: Reaction = {
  name: 'tellEffects',
  to: kind => kind === 'drill.imported',
  batch: 50,
  run: (trx, activities) =>
    insertEffects(
      trx,
      'reaction',
      activities.map(({ id }) => id),
    ).then(() => {}),
}

/**
 * Says when it begins, so that it can be killed in the middle, on either side of its effect. The careless effect is the
 * control: outside the transaction, the same kills must double some.
 */
const slowJob: JobKind<{ key: string }> = {
  queue: 'slow',
  batch: 3,
  leaseSeconds: 1,
  run: async (trx, jobs, { db }) => {
    process.stdout.write(`begin ${jobs.length}\n`)
    await sleep(10)
    const of = jobs.map(({ payload }) => payload.key)
    await insertEffects(trx, 'careful', of)
    await insertEffects(db, 'careless', of)
    await sleep(30)
  },
}

const json = (value: object) => download({ type: 'application/json', body: JSON.stringify(value) })

export default defineFeature({
  name: 'drill',
  activities: ['drill.imported'],
  imports: [keys as ImportFormat],
  seeds: [{ format: 'drill-keys', file: seedFile, source: { name: 'drill', asOf: '2026-11-21' } }],
  reactions: [tellEffects],
  jobs: [slowJob as JobKind],
  routes: [
    get('/drill', { access: anyone }, async ({ db }) =>
      json((await sql<{ n: number }>`select count(*) as n from drill_record`.execute(db)).rows[0]!),
    ),
    post(
      '/drill',
      { access: anyone, form: z.object({ key: z.string() }), fromAnywhere: true },
      async ({ db, clock, form }) => {
        const { key } = form.value!
        await db.transaction().execute(trx => keys.write(trx, [{ line: 1, row: key }], { clock } as never))
        return json({ id: newId() })
      },
    ),
  ],
})
