import { expect, test } from 'vitest'
import { newId } from '#plumbing/id.ts'
import { collaborate } from './collaborating.ts'
import { leaksTo, outsidersOf, plantedBeside, plantedIn, waysOut } from './planted-words.ts'
import { testApp } from './support.ts'

const planted = ['Kestrelwise', 'Quillmark', 'Heronfold', 'Plovermoor', 'Dunlinby', 'Siskinbury', 'Wrenfield']
const forPartners = { visibility: 'partners' }
const allWell = { aims: '3', pace: '3', deciding: '3', language: '3', cover: '3' }

test('what partners share, decide and say of how it goes reaches nobody else, by any way out of the site', async () => {
  const app = await testApp()
  const { path, address, owner, partner } = await collaborate(app, {
    form: { purpose: 'Kestrelwise crews know by noon.', ...forPartners },
  })
  const link = { title: 'Quillmark board', href: 'https://heronfold.example/board', ...forPartners }
  await owner.post(`${path}/links`, link)
  const asked = { title: 'Plovermoor first', words: 'As Dunlinby says.', way: 'consent' }
  await owner.post(`${path}/decisions`, { ...asked, answer_by: '15 January 2027', ...forPartners })
  await partner.post(`${path}/decisions/1/answers`, { answer: 'against', words: 'Siskinbury will not.' })
  const { id: collaboration_id } = await app.db
    .selectFrom('collaboration')
    .select('id')
    .executeTakeFirstOrThrow()
  const round = { id: newId(), collaboration_id, month: '2026-11-01', opened_at: app.clock.now() }
  await app.db.insertInto('health_round').values(round).execute()
  await owner.post(`${path}/health`, { ...allWell, note: 'Wrenfield is late.' })
  await partner.post(`${path}/health`, allWell)
  await app.drain()

  const inside = [
    path,
    `${path}/about`,
    `${path}/partners`,
    `${path}/links`,
    `${path}/decisions`,
    `${path}/decisions/1`,
    `${path}/decisions/1/outcome`,
    `${path}/decisions/1/visibility`,
    `${path}/health`,
  ]
  const seen = await Promise.all(inside.map(async place => (await partner.get(place)).body))
  expect(plantedIn(planted, seen.join())).toEqual(planted)

  const outsiders = await outsidersOf(app)
  for (const place of inside)
    for (const outsider of outsiders)
      expect([place, [303, 404].includes((await outsider.get(place)).statusCode)]).toEqual([place, true])
  expect(await leaksTo(outsiders, [...inside, ...waysOut(address, planted)], planted)).toEqual([])
  expect(await plantedBeside(app, planted, [owner.email, partner.email])).toEqual([])
}, 120_000)

test('control: a word that everyone may read is found on its way out', async () => {
  const app = await testApp()
  const { path, address, owner, partner } = await collaborate(app, { form: { visibility: 'public' } })
  const recorded = { title: 'Quillmark', outcome: 'Heronfold.', decided_on: '20 November 2026' }
  await owner.post(`${path}/decisions/taken-elsewhere`, { ...recorded, visibility: 'public' })
  const readers = [{ get: app.get }]
  const words = ['Quillmark', 'Heronfold']
  expect(await leaksTo(readers, [`${path}/decisions`, ...waysOut(address, words)], words)).toEqual([
    `0 ${path}/decisions: 200 Quillmark`,
  ])
  expect(await plantedBeside(app, words, [owner.email])).toEqual(words)
  expect(await plantedBeside(app, words, [owner.email, partner.email])).toEqual([])
})
