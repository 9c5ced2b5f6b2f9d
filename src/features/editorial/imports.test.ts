import { beforeEach, expect, test } from 'vitest'
import type { Db } from '#plumbing/database/database.ts'
import { testDatabase } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'

let db: Db
beforeEach(async () => {
  db = await testDatabase()
})

const take = (format: string, text: string) => takeIn(db, { format, text })

test('a tag of an unknown record or service is refused by line, the good one goes in once', async () => {
  const text = `source_key,lgsl_id,service_name,ground
pipeline:263,829,Contracts management,a test
pipeline:999999,829,Contracts management,a test
pipeline:263,99999,No such service,a test
pipeline:263,bins,No number,a test
`
  const { lines } = await take('service-tags', text)
  expect(lines.map(({ line, outcome, remarks }) => [line, outcome, ...remarks])).toEqual([
    [2, 'added'],
    [3, 'refused', 'pipeline:999999 names no record that is here'],
    [4, 'refused', 'there is no service 99999'],
    [5, 'refused', 'lgsl_id is not a number'],
  ])
  expect((await take('service-tags', text)).counts).toMatchObject({ added: 0, changed: 0, unchanged: 1 })
})

test('a relation needs two known records and a known word, and is an activity of both', async () => {
  const { lines } = await take(
    'relations',
    `source_key,relation,other_source_key,ground
pipeline:263,follows,dos:163,a test
pipeline:263,follows,dos:999999,a test
pipeline:999999,follows,dos:163,a test
pipeline:263,inspired,dos:163,a test
`,
  )
  expect(lines.map(({ line, outcome, remarks }) => [line, outcome, ...remarks])).toEqual([
    [2, 'added'],
    [3, 'refused', 'dos:999999 names no record that is here'],
    [4, 'refused', 'pipeline:999999 names no record that is here'],
    [5, 'refused', 'relation is not one of became, follows, same work'],
  ])
  const ends = await db
    .selectFrom('activity')
    .select(['subject_kind', 'subject_id'])
    .where('kind', '=', 'work.related')
    .orderBy('id', 'desc')
    .limit(2)
    .execute()
  expect(ends.map(({ subject_kind }) => subject_kind).sort()).toEqual(['notice', 'project'])
})
