import { expect, test } from 'vitest'
import { localModel } from '#features/meaning/meaning.ts'
import { enqueue } from '#plumbing/jobs.ts'
import { insertProblem } from '#test/published-problem.ts'
import { type Form, testApp } from '#test/support.ts'

const councils = ['surrey-county-council', 'leeds-city-council', 'adur-district-council']

/** Three councils each with a problem of its own, and a curator. */
async function problemsOf() {
  const app = await testApp()
  const titles = ['Crews miss bins', 'Bins left behind', 'Bins not emptied']
  const problems: { id: string; slug: string }[] = []
  for (const [at, by] of councils.entries())
    problems.push(await insertProblem(app.db, app.clock, { by, slug: `bins-${at}`, title: titles[at] }))
  const curator = await app.signedIn({ duties: ['curator'] })
  const send = (fields: Form) => curator.post('/opportunities/new', { act: 'propose', ...fields })
  const written = async (...of: number[]) => {
    const { headers } = await send({
      title: 'Bins are missed',
      summary: 'Nobody knows why.',
      problems: of.map(at => problems[at]!.id),
    })
    return String(headers.location).replace(/\/curation.*/, '')
  }
  const known = () => app.db.selectFrom('opportunity').selectAll().orderBy('id').execute()
  return { ...app, problems, curator, send, written, known }
}

let nights = 0
type Problems = Awaited<ReturnType<typeof problemsOf>>

async function night({ db, clock, drain }: Problems) {
  await enqueue(db, clock, 'find-common-needs', `written ${nights++}`, {})
  await drain()
}

async function embed({ db, clock, problems }: Problems) {
  for (const [at, { id }] of problems.entries()) {
    const vector = `[${Array.from({ length: localModel.dimensions }, (_, n) => (n === 1 ? 0.98 : n === 100 + at ? 0.199 : 0)).join(',')}]`
    const made = { model: localModel.name, chunk: 0, text_hash: 'made', embedded_at: clock.now() }
    await db
      .insertInto('embedding')
      .values({ kind: 'problem', subject_id: id, vector, ...made })
      .execute()
  }
}

const ticked = (body: string) =>
  [...body.matchAll(/value="([0-9a-f-]{36})"[^>]*checked/g)].map(([, id]) => id)

test('a curator finds problems by title or address, one after the other, and nothing typed is lost', async () => {
  const { problems, send } = await problemsOf()
  const typed = { act: 'look', title: 'Bins are missed', summary: 'Nobody knows why.' }
  const first = await send({ ...typed, looked: 'crews miss bins' })
  expect(first.statusCode).toBe(200)
  expect(ticked(first.body)).toEqual([problems[0]!.id])
  const near = await send({ ...typed, looked: 'bins', problems: [problems[0]!.id] })
  expect(near.body).toContain('Add any of these')
  expect(near.body).toContain(problems[1]!.id)
  expect(ticked(near.body)).toEqual([problems[0]!.id])
  const addressed = await send({
    ...typed,
    looked: 'https://pipeline.test/problems/bins-2?from=list',
    problems: [problems[0]!.id, problems[1]!.id],
  })
  expect(ticked(addressed.body)).toHaveLength(3)
  for (const { body } of [first, near, addressed]) {
    expect(body).toContain('value="Bins are missed"')
    expect(body).toContain('Nobody knows why.</textarea>')
  }
  const nothing = await send({ ...typed, looked: 'zebra crossings', problems: [problems[0]!.id] })
  expect(nothing.statusCode).toBe(422)
  expect(nothing.body).toContain('value="zebra crossings"')
  expect(ticked(nothing.body)).toEqual([problems[0]!.id])
})

test('it is kept as a proposal, and then published, called for and merged like one that was found', async () => {
  const { get, curator, written, known } = await problemsOf()
  const path = await written(0, 1)
  expect((await get(path)).statusCode).toBe(404)
  expect((await curator.get('/opportunities')).body).toContain(path)
  const wording = { title: 'Bins are missed', summary: 'Nobody knows why.' }
  await curator.post(`${path}/publication`, wording)
  const { body } = await get(path)
  expect(body).toContain('2 organisations have this need')
  expect(body).toContain('A curator wrote this need')
  await curator.post(`${path}/call`, { count_1: '1', kind_1: 'county', ends_on: '1 March 2027' })
  expect((await get(path)).body).toContain('Needs one county by 1 March 2027')
  const second = await written(1, 2)
  expect(second).toBe(`${path}-2`)
  await curator.post(`${second}/merging`, { into: path.replace('/opportunities/', '') })
  expect((await get(path)).body).toContain('3 organisations have this need')
  expect((await get('/data/common-needs.csv')).body).toContain('bins-0')
  expect((await known()).map(({ is_written, label }) => [is_written, label.includes('bin')])).toEqual([
    [true, true],
    [true, true],
  ])
})

test('without a line, or with problems of one organisation only, it comes back filled in', async () => {
  const { db, clock, problems, send, known } = await problemsOf()
  const other = await insertProblem(db, clock, { slug: 'bins-again', title: 'Bins again' })
  const own = [problems[0]!.id, other.id]
  const { statusCode, body } = await send({ title: '', summary: 'Nobody knows why.', problems: own })
  expect(statusCode).toBe(422)
  expect(body).toContain('Say in a line what the need is')
  expect(body).toContain('Choose problems of at least two organisations')
  expect(body).toContain('Nobody knows why.</textarea>')
  expect(ticked(body).toSorted()).toEqual(own.toSorted())
  expect((await send({ title: 'x'.repeat(151), problems: problems.map(({ id }) => id) })).statusCode).toBe(
    422,
  )
  expect(await known()).toEqual([])
})

test('only what everyone finds can be in it, and only curators write', async () => {
  const { db, problems, send, signedIn } = await problemsOf()
  await db
    .updateTable('problem')
    .set({ visibility: 'public-sector' })
    .where('id', '=', problems[1]!.id)
    .execute()
  const looked = await send({ act: 'look', looked: 'bins-1' })
  expect(looked.statusCode).toBe(422)
  const { body } = await send({ title: 'Bins', problems: [problems[0]!.id, problems[1]!.id, 'x', ''] })
  expect(ticked(body)).toEqual([problems[0]!.id])
  const officer = await signedIn({ of: 'leeds-city-council', role: 'lead' })
  expect((await officer.get('/opportunities/new')).statusCode).toBe(404)
  expect((await officer.post('/opportunities/new', { act: 'look' })).statusCode).toBe(404)
})

test('the night leaves it as it is, and proposes nothing beside it', async () => {
  const app = await problemsOf()
  await embed(app)
  const path = await app.written(0, 1)
  const before = await app.known()
  await night(app)
  expect(await app.known()).toEqual(before)
  await night(app)
  const members = await app.db.selectFrom('opportunity_member').select('subject_id').execute()
  expect(members).toHaveLength(2)
  expect((await app.curator.get(path)).body).toContain('2 organisations have this need')
})

test('the night still proposes what a need that was written holds little of', async () => {
  const app = await problemsOf()
  await embed(app)
  const others = ['kent-county-council', 'devon-county-council', 'essex-county-council']
  for (const [at, by] of others.entries())
    app.problems.push(
      await insertProblem(app.db, app.clock, { by, slug: `more-${at}`, title: 'Crews miss bins' }),
    )
  await app.db.deleteFrom('embedding').execute()
  await embed(app)
  await app.written(0, 1)
  await night(app)
  expect((await app.known()).map(({ is_written }) => is_written)).toEqual([true, false])
})
