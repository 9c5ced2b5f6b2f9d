import { expect, test } from 'vitest'
import { exportAsCsv } from '#plumbing/export.ts'
import { insertProblem, trust } from '#test/published-problem.ts'
import { raiseProblem } from '#test/raised-problems.ts'
import { handClock, testApp } from '#test/support.ts'
import { stanceTable } from './open-data.ts'
import { writtenStances } from './personal-data.ts'

const at = '/problems/missed-bins'

async function councils(visibility: 'public' | 'public-sector' = 'public') {
  const clock = handClock()
  const app = await testApp({ clock })
  await trust(app.db, clock, 'leeds-city-council', 'surrey-county-council')
  const problem = await insertProblem(app.db, clock, { visibility })
  const officer = await app.signedIn({ of: 'leeds-city-council', name: 'Robin Ashdown' })
  await officer.post(`${at}/stances`, { says: 'have-it', offers: 'co-fund', note: 'In flats.', seen: '0' })
  return { ...app, clock, problem, officer }
}

async function lines(pieces: AsyncIterable<string>): Promise<string[]> {
  let text = ''
  for await (const piece of pieces) text += piece
  return text.trim().split('\r\n')
}

test('an organisation’s page shows where it stands, on public problems only', async () => {
  const { get } = await councils()
  const { body } = await get('/organisations/leeds-city-council')
  expect(body).toContain('Where it stands on problems (1)')
  expect(body).toContain('has it · would co-fund')
  expect(body).toContain('href="/problems/missed-bins/stances/leeds-city-council"')
})

test('the page of a merged council shows what was said for it before', async () => {
  const { db, signedIn, get, clock } = await councils()
  await trust(db, clock, 'allerdale-borough-council')
  const officer = await signedIn({ of: 'allerdale-borough-council' })
  await officer.post(`${at}/stances`, { says: 'have-it', seen: '0' })
  const { body } = await get('/organisations/cumberland-council')
  expect(body).toContain('has it · said by Allerdale Borough Council')
})

test('whoever checks a problem reads beside it how many have it and would pay', async () => {
  const { signedIn, get, drain } = await councils()
  const surrey = await signedIn({ of: 'surrey-county-council' })
  const path = await raiseProblem(surrey)
  await drain()
  const adur = await signedIn({ of: 'leeds-city-council' })
  await adur.post(`${path}/stances`, {
    says: 'fixed-it',
    how: 'Sensors.',
    offers: ['co-fund', 'share'],
    seen: '0',
  })
  const { body } = await get('/check?problem=Nobody+sees+why+a+bin+was+missed')
  expect(body).toContain('1 council has it · 1 fixed it · 1 would co-fund')
})

test('a speaker sees on their page where their organisation stands', async () => {
  const { officer, signedIn } = await councils()
  const { body } = await officer.get('/my')
  expect(body).toContain('Where Leeds City Council stands')
  expect(body).toContain('has it · would co-fund · confirmed on 21 November 2026')
  expect(body).not.toContain('Confirm where you stand')
  const other = await signedIn({ of: 'surrey-county-council' })
  expect((await other.get('/my')).body).not.toContain('has it')
})

test('the public file holds what stands on public problems, and nothing of the others', async () => {
  const { db } = await councils()
  const [header, row, ...more] = await lines(exportAsCsv(db, stanceTable))
  expect(header).toContain('problem,organisation_id,organisation')
  expect(row).toContain('/problems/missed-bins,')
  expect(row).toContain(
    'Leeds City Council,Metropolitan district,,have-it,,,,,,co-fund,In flats.,2026-11-21,,2027-11-21',
  )
  expect(more).toEqual([])
  await db
    .updateTable('problem')
    .set({ visibility: 'public-sector' })
    .where('slug', '=', 'missed-bins')
    .execute()
  expect(await lines(exportAsCsv(db, stanceTable))).toEqual([header])
})

test('someone’s own copy holds what they wrote, and when they are erased the words stay without them', async () => {
  const { db, clock, officer, get } = await councils()
  await db.updateTable('person').set({ is_shown: true }).where('id', '=', officer.personId).execute()
  expect((await get(`${at}/stances`)).body).toContain('Robin Ashdown')
  const rows = await writtenStances.export(db, officer.personId)
  expect(rows).toMatchObject([{ organisation: 'Leeds City Council', act: 'taken', note: 'In flats.' }])
  await writtenStances.erase(db, clock, officer.personId)
  expect(await writtenStances.export(db, officer.personId)).toEqual([])
  for (const page of [`${at}/stances`, `${at}/stances/leeds-city-council`]) {
    const { body } = await get(page)
    expect(body).toContain('In flats.')
    expect(body).toContain('by an officer')
    expect(body).not.toContain('Robin Ashdown')
  }
})

test('nobody finds out by a report that something is said of a problem they may not see', async () => {
  const { db, get, officer } = await councils('public-sector')
  const { id } = await db.selectFrom('stance').select('id').executeTakeFirstOrThrow()
  const path = `/report?kind=stance&id=${id}`
  expect((await get(path)).statusCode).toBe(404)
  expect((await officer.get(path)).statusCode).toBe(200)
})
