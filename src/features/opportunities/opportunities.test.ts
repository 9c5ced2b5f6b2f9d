import { expect, test } from 'vitest'
import { localModel } from '#features/meaning/meaning.ts'
import { enqueue } from '#plumbing/jobs.ts'
import { insertProblem } from '#test/published-problem.ts'
import { testApp } from '#test/support.ts'

const councils = ['surrey-county-council', 'leeds-city-council', 'adur-district-council']

type App = Awaited<ReturnType<typeof testApp>>

/** A passage that points in one of a few directions, a little to the side. */
const vectorOf = (direction: number, aside: number) =>
  `[${Array.from({ length: localModel.dimensions }, (_, at) => (at === direction ? 0.98 : at === 100 + aside ? 0.199 : 0)).join(',')}]`

async function give(app: App, kind: string, id: string, direction: number, aside: number) {
  await app.db
    .insertInto('embedding')
    .values({
      kind,
      subject_id: id,
      model: localModel.name,
      chunk: 0,
      vector: vectorOf(direction, aside),
      text_hash: 'made',
      embedded_at: app.clock.now(),
    })
    .execute()
}

async function raise(app: App, by: string, title: string, direction: number, aside: number) {
  const slug = `${title.toLowerCase().replaceAll(' ', '-')}-${aside}`
  const problem = await insertProblem(app.db, app.clock, { by, slug, title })
  await give(app, 'problem', problem.id, direction, aside)
  return problem
}

let nights = 0
async function night(app: App) {
  await enqueue(app.db, app.clock, 'find-common-needs', `night-${nights++}`, {})
  await app.drain()
}

/** Missed bins in three councils. */
async function commonNeed(app: App) {
  for (const [at, by] of councils.entries()) await raise(app, by, 'Crews miss bins', 1, at)
  await night(app)
  return app.db.selectFrom('opportunity').selectAll().orderBy('id').execute()
}

const published = async (app: App) => {
  const [found] = await commonNeed(app)
  const curator = await app.signedIn({ duties: ['curator'] })
  const path = `/opportunities/${found!.slug}`
  await curator.post(`${path}/publication`, { title: 'Nobody knows why a bin was missed', summary: '' })
  return { curator, path }
}

test('what three organisations have is proposed to curators, and to nobody else', async () => {
  const app = await testApp()
  const [found, ...others] = await commonNeed(app)
  expect(others).toEqual([])
  expect(found).toMatchObject({ state: 'proposed', title: 'Crews miss bins' })
  expect(found!.label).toEqual(expect.arrayContaining(['crew', 'bin']))
  const path = `/opportunities/${found!.slug}`
  const officer = await app.signedIn({ of: 'leeds-city-council' })
  expect((await officer.get(path)).statusCode).toBe(404)
  expect((await app.get('/opportunities')).body).not.toContain('Crews miss bins')
  const curator = await app.signedIn({ duties: ['curator'] })
  expect((await curator.get('/opportunities')).body).toContain('Crews miss bins')
  const { body } = await curator.get(path)
  for (const name of ['Surrey County Council', 'Leeds City Council', 'Adur District Council'])
    expect(body).toContain(name)
})

test('what two have, or one has three times, is no common need', async () => {
  const app = await testApp()
  for (const at of [0, 1, 2]) await raise(app, councils[at % 2]!, 'Crews miss bins', 1, at)
  await night(app)
  expect(await app.db.selectFrom('opportunity').selectAll().execute()).toEqual([])
})

test('what a live project covers is no common need, and it is once the project ended', async () => {
  const app = await testApp()
  const project = await app.db
    .selectFrom('project')
    .innerJoin('work', 'work.id', 'project.id')
    .select('project.id')
    .where('work.is_listed', '=', true)
    .orderBy('project.id')
    .executeTakeFirstOrThrow()
  const standing = (state: 'live' | 'finished') =>
    app.db.updateTable('project').set({ state }).where('id', '=', project.id).execute()
  await standing('live')
  await give(app, 'project', project.id, 1, 9)
  expect(await commonNeed(app)).toEqual([])
  await standing('finished')
  await night(app)
  const [found] = await app.db.selectFrom('opportunity').selectAll().execute()
  const curator = await app.signedIn({ duties: ['curator'] })
  expect((await curator.get(`/opportunities/${found!.slug}`)).body).toContain('What exists to reuse')
})

test('a problem that is withheld or not public is no part of a need', async () => {
  const app = await testApp()
  const hidden = await raise(app, councils[0]!, 'Crews miss bins', 1, 7)
  await app.db
    .updateTable('problem')
    .set({ visibility: 'public-sector' })
    .where('id', '=', hidden.id)
    .execute()
  for (const at of [1, 2]) await raise(app, councils[at]!, 'Crews miss bins', 1, at)
  await night(app)
  expect(await app.db.selectFrom('opportunity').selectAll().execute()).toEqual([])
})

test('once published everyone reads it, finds it and takes it as data', async () => {
  const app = await testApp()
  const { path } = await published(app)
  await app.drain()
  const { body } = await app.get(path)
  expect(body).toContain('Nobody knows why a bin was missed')
  expect(body).toContain('3 organisations have this need')
  expect((await app.get('/opportunities')).body).toContain('Nobody knows why a bin was missed')
  expect((await app.get('/search?q=why+bin+missed')).body).toContain(path)
  expect((await app.get('/sitemap.xml')).body).toContain(path)
  expect((await app.get('/opportunities?region=South+East')).body).toContain('1 common need found')
  expect((await app.get('/opportunities?region=London')).body).toContain('No common need fits')
})

test('it stays the same need when a fourth organisation comes, and keeps the words of the curator', async () => {
  const app = await testApp()
  const { path } = await published(app)
  await raise(app, 'kent-county-council', 'Crews miss bins', 1, 5)
  await night(app)
  const { body } = await app.get(path)
  expect(body).toContain('4 organisations have this need')
  expect(body).toContain('Nobody knows why a bin was missed')
  expect(await app.db.selectFrom('opportunity').select('id').execute()).toHaveLength(1)
})

test('a curator takes a thing out and puts a problem in, and the night leaves that as it is', async () => {
  const app = await testApp()
  const { curator, path } = await published(app)
  const other = await raise(app, 'kent-county-council', 'Lamps stay dark', 5, 9)
  const curation = async () => (await curator.get(`${path}/curation`)).body
  const ids = async () =>
    [...(await curation()).matchAll(/name="members"[^>]*value="([0-9a-f-]{36})"/g)].map(([, id]) => id!)
  const [out, ...stay] = await ids()
  expect(stay).toHaveLength(2)
  const refused = await curator.post(`${path}/members`, { members: stay, added: 'Nothing of this name' })
  expect(refused.statusCode).toBe(422)
  expect(refused.body).toContain('value="Nothing of this name"')
  expect(refused.body.match(/name="members"[^>]*checked/g)).toHaveLength(2)
  expect((await curator.post(`${path}/members`, { added: '' })).statusCode).toBe(422)
  await curator.post(`${path}/members`, {
    members: stay,
    added: `https://pipeline.test/problems/${other.slug}`,
  })
  const chosen = [...stay, other.id].toSorted()
  expect(await ids()).toEqual(chosen)
  await raise(app, 'devon-county-council', 'Crews miss bins', 1, 8)
  await night(app)
  expect(await ids()).toEqual(expect.arrayContaining(chosen))
  expect(await ids()).not.toContain(out)
  expect((await app.get(path)).body).toContain('Lamps stay dark')
})

test('what is dismissed is not proposed again; what was public says why', async () => {
  const app = await testApp()
  const { curator, path } = await published(app)
  expect((await curator.post(`${path}/dismissal`, { reason: '' })).statusCode).toBe(422)
  await curator.post(`${path}/dismissal`, { reason: 'Three different things.' })
  await night(app)
  expect((await app.get('/opportunities')).body).not.toContain(path)
  expect((await app.get(path)).body).toContain('Three different things.')
  expect(await app.db.selectFrom('opportunity').select('state').execute()).toEqual([{ state: 'dismissed' }])
})

test('a proposal that is no longer found goes', async () => {
  const app = await testApp()
  await commonNeed(app)
  await app.db.deleteFrom('embedding').execute()
  await night(app)
  expect(await app.db.selectFrom('opportunity').selectAll().execute()).toEqual([])
})

test('two are merged: one address leads to the other, which has the members of both', async () => {
  const app = await testApp()
  const { curator, path } = await published(app)
  const others = ['kent-county-council', 'devon-county-council', 'essex-county-council']
  for (const [at, by] of others.entries()) await raise(app, by, 'Refuse left behind', 2, 20 + at)
  await night(app)
  const second = await app.db
    .selectFrom('opportunity')
    .select('slug')
    .where('state', '=', 'proposed')
    .executeTakeFirstOrThrow()
  const { headers } = await curator.post(`/opportunities/${second.slug}/merging`, {
    into: path.replace('/opportunities/', ''),
  })
  expect(headers.location).toContain(path)
  expect((await app.get(path)).body).toContain('6 organisations have this need')
  expect((await curator.get(`/opportunities/${second.slug}`)).headers.location).toBe(path)
  await night(app)
  expect((await app.get(path)).body).toContain('6 organisations have this need')
})

/** Three councils with refuse left behind, as the night proposes it beside missed bins; the slugs of both. */
async function twoProposals(app: App) {
  await commonNeed(app)
  const others = ['kent-county-council', 'devon-county-council', 'essex-county-council']
  for (const [at, by] of others.entries()) await raise(app, by, 'Refuse left behind', 2, 20 + at)
  await night(app)
  return ['crews-miss-bins', 'refuse-left-behind'] as const
}

test('a proposal into which another was merged stays when it is no longer found, and the night goes on', async () => {
  const app = await testApp()
  const [bins, refuse] = await twoProposals(app)
  const curator = await app.signedIn({ duties: ['curator'] })
  await curator.post(`/opportunities/${refuse}/merging`, { into: bins })
  await app.db.deleteFrom('embedding').execute()
  await night(app)
  expect((await curator.get(`/opportunities/${refuse}`)).headers.location).toBe(`/opportunities/${bins}`)
  expect((await curator.get(`/opportunities/${bins}`)).body).toContain('6 organisations have this need')
  const dead = app.db.selectFrom('job').select('queue').where('queue', '=', 'find-common-needs')
  expect(await dead.where('done_at', 'is', null).execute()).toEqual([])
})

test('what everyone sees is not merged into what only curators see', async () => {
  const app = await testApp()
  const [bins, refuse] = await twoProposals(app)
  const curator = await app.signedIn({ duties: ['curator'] })
  await curator.post(`/opportunities/${bins}/publication`, { title: 'Crews miss bins', summary: '' })
  const refused = await curator.post(`/opportunities/${bins}/merging`, { into: refuse })
  expect(refused.statusCode).toBe(409)
  expect((await app.get(`/opportunities/${bins}`)).statusCode).toBe(200)
})

test('a call says who is needed, and fills as organisations say that they would join', async () => {
  const app = await testApp()
  const { curator, path } = await published(app)
  const asked = { count_1: '1', kind_1: 'district', count_2: '1', kind_2: 'county', ends_on: '1 March 2027' }
  expect((await curator.post(`${path}/call`, { ...asked, ends_on: '' })).statusCode).toBe(422)
  await curator.post(`${path}/call`, asked)
  const needs = 'Needs one district and one county by 1 March 2027'
  expect((await app.get(path)).body).toContain(needs)
  expect((await app.get('/opportunities')).body).toContain(needs)

  const officer = await app.signedIn({ of: 'adur-district-council' })
  await officer.post(`${path}/answer`)
  const { body } = await officer.get(path)
  expect(body).toContain('Needs one county by 1 March 2027')
  expect(body).toContain('Adur District Council has said that it would join')
  await officer.post(`${path}/answer/withdrawal`)
  expect((await app.get(path)).body).toContain(needs)

  await curator.post(`${path}/call/ending`)
  expect((await officer.post(`${path}/answer`)).statusCode).toBe(404)
})
