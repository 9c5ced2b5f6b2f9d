import { expect, test } from 'vitest'
import { board, boardCards, githubIssues, githubMilestones, planTable } from '#test/brought-plan.ts'
import type { Choices, ReadPlan } from './plan-file.ts'
import { readPlan } from './read-plan.ts'

const noChoices: Choices = { columns: {}, groups: {} }
const read = (content: string, choices = noChoices) =>
  readPlan({ name: 'plan', bytes: new TextEncoder().encode(content), choices, today: '2026-11-22' })

const told = ({ lines }: ReadPlan) =>
  lines.map(line =>
    'refusal' in line
      ? `${line.line}: ${line.refusal}`
      : `${line.key}: ${line.said.title}, ${line.said.due_on}, ${line.said.is_done ? `done ${line.said.done_on}` : 'to do'}`,
  )

test('a table is read under its headings, below its title', async () => {
  const found = await read(planTable)
  expect(told(found)).toEqual([
    'id:1: Crews interviewed, 2026-11-20, done null',
    'id:2: Prototype tested, 2027-03-31, to do',
    '5: “soonish” is no day that can be read',
  ])
  expect(JSON.stringify(found)).not.toContain('Bloggs')
})

test('an export of Planner is read by its own headings', async () => {
  const planner = `Plan name,Bins\nTask ID,Task Name,Bucket Name,Progress,Assigned To,Due date,Completed Date
x1,Crews interviewed,Research,Completed,Jo,15/11/2026,12/11/2026
x2,Prototype tested,Build,In progress,Jo,31/03/2027,`
  expect(told(await read(planner))).toEqual([
    'id:x1: Crews interviewed, 2026-11-15, done 2026-11-12',
    'id:x2: Prototype tested, 2027-03-31, to do',
  ])
})

test('a person says what each column is where its heading does not', async () => {
  const table = 'Lump,Wann\nCrews interviewed,2026-11-15\n'
  expect(told(await read(table))).toEqual(['2: does not say what is to be done'])
  const choices: Choices = { ...noChoices, columns: { Lump: 'title', Wann: 'due_on' } }
  expect(told(await read(table, choices))).toEqual([
    'title:crews interviewed: Crews interviewed, 2026-11-15, to do',
  ])
})

test('lines that say twice the same, nothing, or a day to come for what is done are told so', async () => {
  const found = await read(
    'Milestone,Status,Done on\nA,done,1 December 2026\nA,done,\n,,\n,done,\nB,cancelled,\nC,sideways,\n',
  )
  expect(told(found)).toEqual([
    'title:a: A, null, to do',
    '3: says the same as line 2',
    '5: does not say what is to be done',
    'title:c: C, null, to do',
  ])
  expect(found.aside).toEqual([{ count: 1, because: 'dropped or cancelled' }])
  expect(JSON.stringify(found.lines)).toContain('“sideways” is taken as to do')
})

test('a board gives its cards as its lists say, and nothing of its people', async () => {
  const found = await read(JSON.stringify(board()))
  expect(found.name).toBe('Missed bins')
  expect(told(found)).toEqual([
    'card-1: Crews interviewed, null, done null',
    'card-2: Prototype tested, 2027-06-30, to do',
    'card-4: Perhaps a map, null, to do',
    '5: has no name',
  ])
  expect(found.aside).toEqual([{ count: 1, because: 'archived' }])
  expect(JSON.stringify(found)).not.toMatch(/Bloggs|jobloggs|57dadf98|Secret comment|Described|\.pdf/)
})

test('lists of a board are left aside, or taken for done, as a person says', async () => {
  const choices: Choices = { ...noChoices, groups: { Ideas: 'aside', 'To do': 'done' } }
  const found = await read(JSON.stringify(board()), choices)
  expect(told(found).slice(0, 2)).toEqual([
    'card-1: Crews interviewed, null, done null',
    'card-2: Prototype tested, 2027-06-30, done null',
  ])
  expect(found.aside).toContainEqual({ count: 1, because: 'of lists that are left aside' })
})

test('milestones of GitHub keep their days, and nothing of their people', async () => {
  const found = await read(JSON.stringify(githubMilestones))
  expect(found.name).toBe('council/bins')
  expect(told(found)).toEqual([
    'council/bins milestone 1: Crews interviewed, 2026-11-15, done 2026-11-12',
    'council/bins milestone 2: Prototype tested, 2027-03-31, to do',
  ])
  expect(JSON.stringify(found)).not.toMatch(/Bloggs|jobloggs|jo@council/)
})

test('of issues their milestones are taken, and the issues themselves when a person says so', async () => {
  const found = await read(JSON.stringify(githubIssues))
  expect(told(found)).toEqual(['council/bins milestone 2: Prototype tested, 2027-03-31, to do'])
  expect(found.asked.groups.map(({ name, count, becomes }) => [name, count, becomes])).toEqual([
    ['Milestones', 1, 'as said'],
    ['Issues that belong to a milestone', 1, 'aside'],
    ['Issues without a milestone', 1, 'aside'],
  ])
  expect(found.aside).toContainEqual({ count: 1, because: 'changes to the code (pull requests)' })
  const groups = { 'Issues without a milestone': 'as said' } as const
  expect(told(await read(JSON.stringify([githubIssues]), { ...noChoices, groups }))).toContain(
    'council/bins#12: Fix the log, null, done 2026-11-10',
  )
  const alone = githubIssues.slice(1)
  expect(told(await read(JSON.stringify(alone)))).toEqual([
    'council/bins#12: Fix the log, null, done 2026-11-10',
  ])
})

test.each([
  ['[{"a":', 'not whole'],
  [`${'['.repeat(100_000)}`, 'nested deeper'],
  ['{"cards": 1}', 'neither a Trello board nor'],
  ['[]', 'neither a Trello board nor'],
  ['', 'no table'],
  ['%PDF-1.7', 'is a PDF'],
  ['PK\u0003\u0004 broken', 'Excel'],
])('%# what is no plan is refused in words', async (content, words) => {
  await expect(read(content)).rejects.toMatchObject({ message: expect.stringContaining(words) })
})

test('hostile shapes are told line by line', async () => {
  const cards = [null, 5, 'x', [], {}, { id: {}, name: [], idList: 'l1' }, { id: 'c', name: 7, idList: 'l1' }]
  const found = await read(JSON.stringify(board([...boardCards.slice(0, 1), ...(cards as object[])])))
  expect(told(found)).toEqual([
    'card-1: Crews interviewed, null, done null',
    '3: has no name',
    '4: has no name',
  ])
  const keys = JSON.stringify([
    { ...githubMilestones[0], title: '__proto__', due_on: '99999-01-01', closed_at: 5 },
  ])
  expect(told(await read(keys))).toEqual(['council/bins milestone 1: __proto__, null, done null'])
})

test('more than so many items are refused, with what to do', async () => {
  const many = Array.from({ length: 501 }, (_, at) => ({ ...boardCards[0], id: `c${at}` }))
  await expect(read(JSON.stringify(board(many)))).rejects.toMatchObject({
    message: expect.stringContaining('501 items, and 500 can be brought in'),
  })
})
