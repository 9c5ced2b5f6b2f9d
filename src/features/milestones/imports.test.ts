import { expect, test } from 'vitest'
import { board, boardCards, bringPlan, planTable, sendPlan } from '#test/brought-plan.ts'
import { type App, type Officer, publishPlan } from '#test/planning.ts'
import { handClock, testApp } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'

const day = 86_400_000

async function withProject(clock = handClock()) {
  const app = await testApp({ clock })
  const owner = await app.signedIn({ of: 'leeds-city-council' })
  const { address } = await publishPlan(app, owner)
  return { app, owner, address, clock }
}

const takeInFile = async (owner: Officer, file: string, form = {}) =>
  expect((await owner.post(`${file}/taking-in`, form)).statusCode).toBe(303)

const rowsOf = async (app: App) =>
  (
    await app.db
      .selectFrom('milestone')
      .innerJoin('milestone_version as v', join =>
        join.onRef('v.milestone_id', '=', 'milestone.id').onRef('v.number', '=', 'milestone.version'),
      )
      .select(['title', 'due_on', 'is_done'])
      .where('is_removed', '=', false)
      .orderBy('title')
      .execute()
  ).map(({ title, due_on, is_done }) => `${title}: ${due_on}${is_done ? ', done' : ''}`)

const idOf = async (app: App, title: string) =>
  (
    await app.db
      .selectFrom('milestone_version')
      .select('milestone_id')
      .where('title', '=', title)
      .executeTakeFirstOrThrow()
  ).milestone_id

test('a table is looked at first, taken in, and brought again without doubles', async () => {
  const { app, owner, address } = await withProject()
  const file = await bringPlan(owner, address)
  const { body } = await owner.get(file)
  expect(body).toContain('2 would be added, 0 would change')
  expect(body).toContain('“soonish” is no day that can be read')
  expect(body).not.toContain('Bloggs')
  expect(await rowsOf(app)).toEqual([])
  await takeInFile(owner, file)
  const both = ['Crews interviewed: 2026-11-20, done', 'Prototype tested: 2027-03-31']
  expect(await rowsOf(app)).toEqual(both)
  expect((await owner.get(file)).body).toContain('2 added, 0 changed')
  expect((await app.get(address)).body).toContain('31 March 2027')
  expect(await app.db.selectFrom('milestone_import_file').selectAll().execute()).toEqual([])

  const again = await bringPlan(owner, address)
  expect((await owner.get(again)).body).toContain('0 would be added, 0 would change, 2 stay as they are')
  await owner.post(`${again}/taking-in`)
  expect(await rowsOf(app)).toEqual(both)

  const moved = await bringPlan(
    owner,
    address,
    planTable.replace('31/03/2027', '30/04/2027').replace('Prototype tested', 'Prototype tried'),
  )
  const shown = (await owner.get(moved)).body
  expect(shown).toContain('The day: 31 March 2027 becomes 30 April 2027')
  await takeInFile(owner, moved)
  expect(await rowsOf(app)).toEqual(['Crews interviewed: 2026-11-20, done', 'Prototype tried: 2027-04-30'])
})

test('what a person changed here is kept, and the line says so', async () => {
  const { app, owner, address } = await withProject()
  await takeInFile(owner, await bringPlan(owner, address))
  const id = await idOf(app, 'Prototype tested')
  await owner.post(`${address}/milestones/${id}`, { title: 'Prototype tested', due_on: '1 May 2027' })
  await owner.post(`${address}/milestones/${await idOf(app, 'Crews interviewed')}/removal`)
  const again = await bringPlan(
    owner,
    address,
    planTable.replace('31/03/2027', '30/04/2027').replace('In progress', 'Done'),
  )
  const { body } = await owner.get(again)
  expect(body).toContain('The day stays 1 May 2027, as it was written here; the file says 30 April 2027')
  expect(body).toContain('It was taken out here by hand')
  await takeInFile(owner, again)
  expect(await rowsOf(app)).toEqual(['Prototype tested: 2027-05-01, done'])
})

test('a file is undone as a whole, and what was changed here since stays', async () => {
  const { app, owner, address } = await withProject()
  await owner.post(`${address}/milestones`, { title: 'Crews interviewed' })
  const first = await bringPlan(owner, address)
  expect((await owner.get(first)).body).toContain('It is joined to the milestone of this title')
  await takeInFile(owner, first)
  expect(await rowsOf(app)).toHaveLength(2)
  const second = await bringPlan(owner, address, `${planTable}4,Go live,,1/6/2027,\n5,Party,,2/6/2027,\n`)
  await takeInFile(owner, second)
  await owner.post(`${address}/milestones/${await idOf(app, 'Party')}`, { title: 'Review' })

  expect((await owner.post(`${first}/undoing`)).statusCode).toBe(409)
  expect((await owner.post(`${second}/undoing`)).statusCode).toBe(303)
  expect(await rowsOf(app)).toEqual([
    'Crews interviewed: 2026-11-20, done',
    'Prototype tested: 2027-03-31',
    'Review: null',
  ])
  expect((await owner.post(`${first}/undoing`)).statusCode).toBe(303)
  expect(await rowsOf(app)).toEqual(['Crews interviewed: null', 'Review: null'])
  expect((await app.get(address)).body).not.toContain('Prototype tested')

  const third = await bringPlan(owner, address)
  await takeInFile(owner, third)
  expect(await rowsOf(app)).toEqual([
    'Crews interviewed: 2026-11-20, done',
    'Prototype tested: 2027-03-31',
    'Review: null',
  ])
})

test('a Trello board is brought in by lists, and what may be personal only when a person stands by it', async () => {
  const { app, owner, address } = await withProject()
  const cards = [...boardCards, { ...boardCards[0], id: 'card-9', name: 'Ring Jo on 020 7946 0000' }]
  const file = await bringPlan(owner, address, JSON.stringify(board(cards)), 'bins.json')
  const { body } = await owner.get(file)
  expect(body).toContain('Trello board: Missed bins')
  expect(body).toContain('may be personal or confidential')
  await owner.post(`${file}/choices`, { 'group-2': 'aside' })
  await takeInFile(owner, file)
  expect(await rowsOf(app)).toEqual(['Crews interviewed: null, done', 'Prototype tested: 2027-06-30'])
  const again = await bringPlan(owner, address, JSON.stringify(board(cards)), 'bins.json')
  await takeInFile(owner, again, { personal: 'yes' })
  expect(await rowsOf(app)).toContain('Ring Jo on 020 7946 0000: null, done')
})

test('columns are chosen by hand, and no two the same', async () => {
  const { app, owner, address } = await withProject()
  const file = await bringPlan(owner, address, 'Lump,Wann\nCrews interviewed,15/11/2026\n')
  const refused = await owner.post(`${file}/choices`, { 'column-0': 'title', 'column-1': 'title' })
  expect([
    refused.statusCode,
    refused.body.includes('Two columns cannot both be “What is to be done”'),
  ]).toEqual([422, true])
  await owner.post(`${file}/choices`, { 'column-0': 'title', 'column-1': 'due_on' })
  await takeInFile(owner, file)
  expect(await rowsOf(app)).toEqual(['Crews interviewed: 2026-11-15'])
})

test('what cannot be read, is nothing, or comes too often is refused in words', async () => {
  const { owner, address } = await withProject()
  for (const [content, words] of [
    ['[{"a":', 'not whole'],
    ['['.repeat(50_000), 'nested deeper'],
    ['%PDF-1.7', 'is a PDF'],
  ] as const) {
    const sent = await sendPlan(owner, address, content)
    expect([sent.statusCode, sent.body.includes(words)]).toEqual([422, true])
  }
  const none = await owner.post(`${address}/milestones/imports`, {})
  expect(none.body).toContain('Choose the file of your plan')
})

test('nobody but the owner brings, sees, takes in, forgets or undoes a file', async () => {
  const { app, owner, address } = await withProject()
  const stranger = await app.signedIn({ of: 'surrey-county-council', role: 'lead', duties: ['curator'] })
  const file = await bringPlan(owner, address)
  expect((await sendPlan(stranger, address, planTable)).statusCode).toBe(404)
  expect((await stranger.get(`${address}/milestones/imports/new`)).statusCode).toBe(404)
  expect((await stranger.get(file)).statusCode).toBe(404)
  for (const act of ['choices', 'taking-in', 'removal', 'undoing'])
    expect((await stranger.post(`${file}/${act}`)).statusCode).toBe(404)
  expect((await owner.post(`${file}/removal`)).statusCode).toBe(303)
  expect((await owner.get(file)).statusCode).toBe(404)
})

test('a file that nobody takes in is forgotten after a day, and what a person did can be exported and forgotten', async () => {
  const clock = handClock()
  const { app, owner, address } = await withProject(clock)
  const taken = await bringPlan(owner, address)
  await takeInFile(owner, taken)
  const waiting = await bringPlan(owner, address)
  clock.forward(day + 1)
  const { forgetPreviews } = await import('./schedules.ts')
  await forgetPreviews.run(app.db, { clock } as never)
  expect((await owner.get(waiting)).statusCode).toBe(404)
  expect((await owner.get(taken)).statusCode).toBe(200)

  const { personalMilestones } = await import('./personal-data.ts')
  const own = await personalMilestones.export(app.db, owner.personId)
  expect(own).toContainEqual(expect.objectContaining({ did: 'wrote or brought a milestone' }))
  expect(own).toContainEqual(expect.objectContaining({ did: 'brought a file of milestones' }))
  await personalMilestones.erase(app.db, clock, owner.personId)
  expect(await personalMilestones.export(app.db, owner.personId)).toEqual([])
  expect(await rowsOf(app)).toHaveLength(2)
})

test('the command line takes the same files in, twice as once, and foresees it in a dry run', async () => {
  const { app, owner, address, clock } = await withProject()
  const run = async (text: string, dryRun = false, whose = address.split('/').at(-1)) => {
    const { counts, lines } = await takeIn(app.db, { format: 'milestones', text, whose, dryRun, clock })
    const told = lines.map(({ line, outcome, remarks }) => `${line} ${outcome} ${remarks.join('; ')}`.trim())
    return { ...counts, lines: told }
  }
  expect(await run(planTable, true)).toMatchObject({ added: 2, refused: 1 })
  expect(await rowsOf(app)).toEqual([])
  expect((await run(planTable)).lines).toEqual([
    '3 added',
    '4 added',
    '5 refused “soonish” is no day that can be read',
  ])
  expect(await run(planTable)).toMatchObject({ added: 0, changed: 0, unchanged: 2 })
  const id = await idOf(app, 'Prototype tested')
  await owner.post(`${address}/milestones/${id}`, { title: 'Prototype tested', due_on: '1 May 2027' })
  const moved = await run(planTable.replace('31/03/2027', '30/04/2027'))
  expect(moved.lines[1]).toContain('the day stays 1 May 2027, as it was written here')
  expect(await run(JSON.stringify(board()))).toMatchObject({ added: 3, refused: 1 })
  await expect(run(planTable, false, 'no-such-project')).rejects.toThrow('There is no project')
  await expect(run(planTable, false, '')).rejects.toThrow('Say whose milestones they are')
})
