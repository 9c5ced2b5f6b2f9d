import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { CommandContext } from '#plumbing/command.ts'
import type { Db } from '#plumbing/database/database.ts'
import { badges, bins, refuse, thingsWithText } from '#test/things-with-text.ts'
import { embedCommand } from './commands.ts'
import { searchNearest } from './embedding-queries.ts'
import { embedQuery, embedTexts, explainMeaning, listNearest } from './index.ts'
import { localModel } from './meaning.ts'

const near = async (db: Db, text: string, except?: { kind: string; id: string }) =>
  listNearest(db, (await embedQuery(text))!, { kinds: ['thing'], limit: 5, except })

const vectorOfOnes = `'[${Array.from({ length: localModel.dimensions }, () => 1)}]'`

const rows = async (db: Db) =>
  (
    await sql<{ id: string; at: Date; chunk: number }>`
      select subject_id as id, embedded_at as at, chunk from embedding order by subject_id, chunk`.execute(db)
  ).rows

test('the same in other words is the nearest, and what it is compared with can be left out', async () => {
  const { db, say } = await thingsWithText()
  await say(bins, badges)
  const [first, second] = await near(db, refuse)
  expect([first?.id, second?.id]).toEqual(['bins', 'badges'])
  expect(first!.similarity).toBeGreaterThan(second!.similarity + 0.1)
  expect((await near(db, refuse, { kind: 'thing', id: 'bins' })).map(({ id }) => id)).toEqual(['badges'])
  expect(await listNearest(db, (await embedQuery(refuse))!, { kinds: ['project'], limit: 5 })).toEqual([])
})

test('what reads as it did is not embedded again, what changed is, and what was withdrawn is forgotten', async () => {
  const { db, clock, say } = await thingsWithText()
  await say(bins, badges)
  const [, before] = await rows(db)
  clock.forward(60_000)
  await say(bins, { ...badges, text: bins.text, title: bins.title })
  const [changed, same] = await rows(db)
  expect(same).toEqual(before)
  expect(changed!.at.getTime()).toBe(before!.at.getTime() + 60_000)
  const [first, second] = await near(db, refuse)
  expect(first!.similarity).toBe(second!.similarity)
  await say({ id: 'badges' })
  expect((await rows(db)).map(({ id }) => id)).toEqual(['bins'])
})

test('a long text is kept whole and in passages, and is found by what stands at its end', async () => {
  const { db, say } = await thingsWithText()
  const filling = Array.from(
    { length: 40 },
    (_, n) => `The committee met for the ${n}th time and noted the minutes.`,
  )
  await say({ ...bins, text: `${filling.join(' ')} ${bins.text}` }, badges)
  expect((await rows(db)).filter(({ id }) => id === 'bins').length).toBeGreaterThan(3)
  expect((await near(db, refuse))[0]?.id).toBe('bins')
  await say(bins)
  expect((await rows(db)).map(({ id, chunk }) => `${id} ${chunk}`)).toEqual(['badges 0', 'bins 0'])
})

test('what is missing after a restore is embedded by itself', async () => {
  const { db, say, runSchedules } = await thingsWithText()
  await say(bins, badges)
  await sql`delete from embedding`.execute(db)
  await runSchedules()
  expect((await rows(db)).map(({ id }) => id)).toEqual(['badges', 'bins'])
})

test('the command goes on where it was stopped, and with --again begins anew', async () => {
  const { say, ...context } = await thingsWithText()
  const { db, clock } = context
  await say(bins, badges)
  await sql`delete from embedding where subject_id = 'bins'`.execute(db)
  const run = async (again?: boolean) => {
    clock.forward(60_000)
    const said: string[] = []
    const parts = {
      open: async () => ({ db, housekeep: async () => {} }),
      say: (line: string) => said.push(line),
    }
    await embedCommand.run({ ...context, ...parts } as unknown as CommandContext, {
      values: { again },
      words: [],
    })
    return said.at(-1)
  }
  expect(await run()).toBe('thing: 2 of 2 looked at, 1 embedded')
  expect(await run()).toBe('thing: 2 of 2 looked at, 0 embedded')
  expect(await run(true)).toBe('thing: 2 of 2 looked at, 2 embedded')
  expect((await rows(db)).every(({ at }) => at.getTime() === clock.now().getTime())).toBe(true)
})

test('a question comes before what is done in bulk', async () => {
  await thingsWithText()
  await embedQuery('Bins')
  const done: string[] = []
  const bulk = embedTexts(Array.from({ length: 12 }, () => bins.text)).then(() => done.push('bulk'))
  await embedQuery(refuse)
  done.push('question')
  await bulk
  expect(done).toEqual(['question', 'bulk'])
})

test('of two texts the sentences that met are told by their places', async () => {
  await thingsWithText()
  const [met, none] = await explainMeaning(
    ['We are a small council.', 'Rubbish was not collected.'],
    [['Badges take long.', 'Nobody emptied the bins and waste was left in the street.'], []],
  )
  expect(met).toMatchObject({ yours: 1, theirs: 1 })
  expect(none).toBeUndefined()
})

test('where embedding is turned off nothing is kept or asked', async () => {
  const { db, say, runSchedules } = await thingsWithText({ EMBEDDER: 'off' })
  await say(bins)
  await runSchedules()
  expect(await rows(db)).toEqual([])
  expect(await embedQuery(refuse)).toBeNull()
  expect(await explainMeaning([refuse], [[bins.text]])).toEqual([undefined])
})

test('the plan that PostgreSQL keeps for all questions can use the index of the model', async () => {
  const { db } = await thingsWithText()
  let statement = ''
  const heard = db.withPlugin({
    transformQuery: ({ node, queryId }) => {
      statement = db.getExecutor().compileQuery(node, queryId).sql
      return node
    },
    transformResult: async ({ result }) => result,
  })
  const [asked] = (await embedQuery(refuse))!
  await searchNearest(heard, asked!, { kinds: ['thing'], limit: 5 }, 'by the index')
  const plan = await db.transaction().execute(async trx => {
    await sql`set local plan_cache_mode = force_generic_plan; set local enable_sort = off`.execute(trx)
    await sql.raw(`prepare asked as ${statement}`).execute(trx)
    const kept = await sql<{ parameters: string[] }>`
      select parameter_types::text[] as parameters from pg_prepared_statements where name = 'asked'`.execute(
      trx,
    )
    const given = kept.rows[0]!.parameters.map(type =>
      type === 'text' ? `''` : type === 'bigint' ? '15' : vectorOfOnes,
    )
    const { rows } = await sql
      .raw<{ 'QUERY PLAN': string }>(`explain execute asked(${given.join(', ')})`)
      .execute(trx)
    await sql`deallocate asked`.execute(trx)
    return rows.map(row => row['QUERY PLAN']).join('\n')
  })
  expect(plan).toContain('Index Scan using embedding_local_en_2')
})
