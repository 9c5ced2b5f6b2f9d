import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, test } from 'vitest'
import type { Db } from '#plumbing/database/database.ts'
import { inRoot } from '#plumbing/root.ts'
import { handClock, testDatabase } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'
import { moveProjectsOn } from './actions.ts'
import { pageNumber } from './import-pipeline-pages.ts'
import { findProject } from './page-queries.ts'

const page263 = readFileSync(inRoot('data/content/pipeline-page-263.txt'), 'utf8')
const slug263 = 'discovery-into-improving-digital-collaboration-between-local-authorities'
const clock = handClock()

let db: Db
beforeEach(async () => {
  db = await testDatabase()
})

const take = (format: string, text: string, name = `${format}.csv`) =>
  takeIn(db, { format, name, text, clock })

const page = (title: string, more = '') => `${title} ALPHA

Project details:

Organisation Leeds City Council
Budget £50K > £100k
Phase start 1 April 2026
${more}
Problem to be solved

Nobody knows which bins were missed.
`

const detailsHead =
  'source_key,title,phase,organisation,department,collaboration_level,budget_band,phase_start,phase_estimated_end,tags'
const details = (key: string, title: string) =>
  `${detailsHead}\n${key},${title},BETA,Leeds City Council,Waste,Share Ideas,£10k,2026-04-01,2027-01-31,bins\n`

describe('page 263 and its line among the details', () => {
  test('are one project with every section, whichever came first', async () => {
    const project = await findProject(db, slug263)
    expect(project).toMatchObject({
      organisation: {
        name: 'Ministry of Housing, Communities and Local Government',
        name_as_published: 'MHCLG',
      },
      department: 'Digital Directorate',
      phase: 'discovery',
      state: 'finished',
      starts_on: '2019-03-18',
      ends_on: '2019-06-28',
      budget_min: 50_000,
      budget_max: 100_000,
      budget_as_published: '£50K > £100k',
      collaboration_level: 'Share Ideas',
    })
    for (const section of [
      project.why,
      project.problem,
      project.users_and_needs,
      project.early_market_engagement,
      project.prior_work,
      project.existing_team,
      project.additional_info,
    ])
      expect(section).toMatch(/\w{3}/)
    expect(project.sources.map(({ url }) => url)).toEqual([
      'https://pipeline.localgov.digital/wiki/263',
      'https://pipeline.localgov.digital/wiki/263',
    ])
  })

  test('stay one when the page is saved under a name without its number', async () => {
    const { counts } = await take('pipeline-page', page263, 'collaboration.txt')
    expect(counts).toMatchObject({ added: 1, refused: 0 })
    const { count } = await db
      .selectFrom('project')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('title', 'like', 'Discovery into improving%')
      .executeTakeFirstOrThrow()
    expect(count).toBe(1)
  })
})

test('the page is believed and the details fill in, in either order', async () => {
  await take('pipeline-projects', details('pipeline:901', 'Better bins'))
  await take('pipeline-page', page('Better bins'), 'pipeline-page-901.txt')
  await take('pipeline-page', page('Better lamps'), 'pipeline-page-902.txt')
  await take('pipeline-projects', details('pipeline:902', 'Better lamps'))
  for (const slug of ['better-bins', 'better-lamps']) {
    const project = await findProject(db, slug)
    expect(project).toMatchObject({
      phase: 'alpha',
      department: 'Waste',
      problem: 'Nobody knows which bins were missed.',
      ends_on: '2027-01-31',
      budget_min: 50_000,
      tags: ['bins'],
      state: 'live',
    })
    expect(project.sources).toHaveLength(2)
  }
})

test('what a source no longer says is gone, and its address stays', async () => {
  await take('pipeline-page', page('Better bins', 'Phase estimated end 30 June 2026'), 'page-903.txt')
  expect((await findProject(db, 'better-bins')).state).toBe('finished')
  const { counts } = await take('pipeline-page', page('Bins that are better'), 'page-903.txt')
  expect(counts).toMatchObject({ added: 0, changed: 1 })
  expect(await findProject(db, 'better-bins')).toMatchObject({
    title: 'Bins that are better',
    ends_on: null,
    state: 'live',
  })
})

test('the same file twice changes nothing and records nothing', async () => {
  const file = readFileSync(inRoot('data/content/fund_awards.csv'), 'utf8')
  await take('fund-awards', file)
  const activities = () =>
    db
      .selectFrom('activity')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .executeTakeFirstOrThrow()
  const before = await activities()
  const { counts } = await take('fund-awards', file)
  expect(counts).toEqual({ added: 0, changed: 0, unchanged: 36, refused: 0 })
  expect(await activities()).toEqual(before)
})

test('bad lines are refused one by one with the reason, and the good one goes in', async () => {
  const { lines } = await take(
    'pipeline-projects',
    `${details('pipeline:910', 'Good')}bins,Key is wrong,BETA,,,,,,,
pipeline:911,,BETA,,,,,,,
pipeline:912,Phase is wrong,gamma,,,,,,,
pipeline:913,Date is wrong,BETA,,,,,31 February 2020,,
`,
  )
  expect(lines.map(({ line, outcome, remarks }) => [line, outcome, ...remarks])).toEqual([
    [2, 'added'],
    [3, 'refused', 'source_key is not like pipeline:263'],
    [4, 'refused', 'title is empty'],
    [5, 'refused', 'phase “gamma” is not one of idea, discovery, alpha, beta, live, retired'],
    [6, 'refused', 'phase_start “31 February 2020” is not a date'],
  ])
})

test('an award to two councils under one name belongs to both, and an unknown name is kept and reported', async () => {
  const head = 'source_key,round,decision_date,stage,title,title_kind,lead,partners,amount_gbp,note,source'
  const { lines } = await take(
    'fund-awards',
    `${head}\naward:r9:tides,R9,2026-03,alpha,Tides,official,Adur & Worthing Councils,Atlantis Council|Leeds City Council,5000,,https://example.org/tides\n`,
  )
  expect(lines[0]!.remarks).toEqual([
    '“Atlantis Council” is no organisation that Pipeline knows; the name is kept as published',
  ])
  const project = await findProject(db, 'tides')
  expect(project.partners).toMatchObject([
    {
      name: 'Worthing Borough Council',
      slug: 'worthing-borough-council',
      name_as_published: 'Adur & Worthing Councils',
    },
    { name: 'Atlantis Council', slug: null, name_as_published: 'Atlantis Council' },
    { name: 'Leeds City Council', slug: 'leeds-city-council', name_as_published: 'Leeds City Council' },
  ])
  expect(project.funding).toMatchObject([
    { round: 'R9', amount_pounds: 5000, decided_on: '2026-03-01', decided_precision: 'month' },
  ])
})

test('a saved page is numbered by its address or file name, not by any figure in it', () => {
  expect(pageNumber('see http://pipeline.localgov.digital/wiki/263', 'x.txt')).toBe('263')
  expect(pageNumber('', 'data/content/pipeline-page-263.txt')).toBe('263')
  expect(pageNumber('', 'saved/263.txt')).toBe('263')
  expect(pageNumber('', 'bins-2019.txt')).toBeUndefined()
})

test('a project is over when the day after its end comes, with a record of it', async () => {
  await take('pipeline-projects', details('pipeline:920', 'Better bins'))
  expect((await findProject(db, 'better-bins')).state).toBe('live')
  await moveProjectsOn(db, handClock('2027-02-01T01:00:00Z'))
  const project = await findProject(db, 'better-bins')
  expect(project.state).toBe('finished')
  const kinds = await db.selectFrom('activity').select('kind').where('subject_id', '=', project.id).execute()
  expect(kinds.map(({ kind }) => kind)).toEqual(['project.imported', 'project.moved-on'])
})
