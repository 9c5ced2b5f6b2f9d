import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { operator } from '#plumbing/actor.ts'
import { importFile } from '#plumbing/import.ts'
import { fileOfText } from '#plumbing/import-file.ts'
import { trust } from '#test/published-problem.ts'
import { bringPubliccode, publiccode } from '#test/sharing.ts'
import { handClock, testApp } from '#test/support.ts'
import { site } from '../../features.ts'

const leeds = 'leeds-city-council'
const bad = readFileSync('test/publiccode/broken/many-at-once.yml', 'utf8')

async function withSharer(clock = handClock()) {
  const app = { ...(await testApp({ clock })), clock }
  await trust(app.db, app.clock, leeds)
  return { ...app, sharer: await app.signedIn({ of: leeds }) }
}

test('a file is looked at first, then taken in; brought again it changes what is there', async () => {
  const { get, db, sharer } = await withSharer()
  const file = await bringPubliccode(sharer)
  expect((await get('/reuse')).body).toContain('Nobody has shared anything yet')
  const { body } = await sharer.get(file)
  expect(body).toContain('Slots at a recycling centre')
  expect(body).toContain('Line 60: legal.repoOwner is deprecated')
  const { headers } = await sharer.post(`${file}/taking-in`, {})
  expect(headers.location).toMatch(/^\/reuse\/slotkeeper/)
  expect((await get('/reuse/slotkeeper')).body).toContain('AGPL-3.0-or-later')

  const newer = publiccode.replace('"1.4.2"', '"1.5.0"').replace('slotkeeper.git', 'Slotkeeper')
  const other = newer.replace('district/Slotkeeper', 'district/slotkeeper/')
  const again = await bringPubliccode(sharer, other)
  expect((await sharer.get(again)).body).toContain('which you share')
  await sharer.post(`${again}/taking-in`, {})
  expect((await get('/reuse/slotkeeper')).body).toContain('1.5.0')
  expect(await db.selectFrom('asset').select('id').execute()).toHaveLength(1)
  expect(await db.selectFrom('asset_file').select('id').execute()).toHaveLength(0)
})

test('nothing that names a person is kept, and no claim of who uses it', async () => {
  const { db, sharer } = await withSharer()
  await bringPubliccode(sharer)
  const kept = async () =>
    JSON.stringify([
      await db.selectFrom('asset_file').select('read').execute(),
      await db.selectFrom('asset').selectAll().execute(),
    ])
  expect(await kept()).not.toContain('Ada Example')
  expect(await kept()).not.toContain('usedBy')
  expect(await kept()).toContain('Example Software Limited')
})

test('of a broken file all that is wrong is said at its line, and nothing can be taken in', async () => {
  const { sharer, db } = await withSharer()
  const file = await bringPubliccode(sharer, bad)
  const { body } = await sharer.get(file)
  for (const words of ['Line 13: usedBy must be a list', 'Line 30: maintenance.contacts is missing'])
    expect(body).toContain(words)
  const [kept] = await db.selectFrom('asset_file').select('read').execute()
  expect(JSON.stringify(kept)).not.toContain('A district council')
  expect((await sharer.post(`${file}/taking-in`, {})).statusCode).toBe(409)
  await sharer.post(`${file}/removal`, {})
  expect(await db.selectFrom('asset_file').select('id').execute()).toEqual([])
})

test('a file that waits is seen by its own organisation only', async () => {
  const { signedIn, sharer } = await withSharer()
  const file = await bringPubliccode(sharer)
  const stranger = await signedIn({ of: 'surrey-county-council' })
  expect((await stranger.get(file)).statusCode).toBe(404)
  expect((await stranger.post(`${file}/taking-in`, {})).statusCode).toBe(404)
  expect((await stranger.post(`${file}/removal`, {})).statusCode).toBe(404)
})

test('a file that nobody takes in is forgotten after a day', async () => {
  const { clock, db, sharer } = await withSharer()
  await bringPubliccode(sharer)
  clock.forward(25 * 3_600_000)
  const { forgetFiles } = await import('./schedules.ts')
  await forgetFiles.run(db, { clock } as never)
  expect(await db.selectFrom('asset_file').select('id').execute()).toEqual([])
})

test('the command line reads without an organisation, and takes in with one', async () => {
  const { db, clock } = await testApp()
  const run = async (text: string, options: { whose?: string; dryRun?: boolean }) => {
    const lines: object[] = []
    const source = { name: 'publiccode.yml', asOf: '2026-11-22' }
    const file = fileOfText('publiccode.yml', text)
    const given = { format: 'publiccode', file, source, actor: operator, ...options }
    const counts = await importFile(db, site, clock, { ...given, onLine: line => lines.push(line) })
    return { counts, lines }
  }
  const looked = await run(publiccode, { dryRun: true })
  expect(looked.counts).toMatchObject({ added: 1, refused: 0 })
  expect(looked.lines).toMatchObject([
    { outcome: 'added', read: { name: 'Slotkeeper', dependsOn: { hardware: [{ name: 'Barrier' }] } } },
  ])
  expect((await run(bad, { dryRun: true })).lines).toContainEqual({
    line: 13,
    outcome: 'refused',
    remarks: ['usedBy must be a list'],
    read: { key: 'usedBy', stands: 'A district council' },
  })
  expect((await run(publiccode, {})).counts.refused).toBe(1)
  expect((await run(publiccode, { whose: leeds })).counts.added).toBe(1)
  expect((await run(publiccode, { whose: leeds })).counts.unchanged).toBe(1)
  expect((await run(publiccode.replace('stable', 'beta'), { whose: leeds })).counts.changed).toBe(1)
  expect(await db.selectFrom('asset').select('id').execute()).toHaveLength(1)
  await expect(run(publiccode, { whose: 'Nowhere Council' })).rejects.toThrow('There is no organisation')
})
