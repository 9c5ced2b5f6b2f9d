import { expect, test } from 'vitest'
import { collaborate } from '#test/collaborating.ts'
import { trust } from '#test/planning.ts'
import { leaksTo, outsidersOf, plantedBeside, plantedIn, waysOut } from '#test/planted-words.ts'
import { testApp } from '#test/support.ts'

const planted = ['Kestrelwise', 'Heronfold', 'Plovermoor', 'Dunlinby']

test('nothing of a plan of succession reaches anyone but the partners, by any way out of the site', async () => {
  const app = await testApp()
  const { path, address, owner, partner } = await collaborate(app, { form: { visibility: 'public' } })
  await trust(app, owner)
  const plan = `${path}/succession`
  const named = await owner.post(plan, {
    title: 'Kestrelwise accounts',
    holder_title: 'Heronfold lead',
    kept_where: 'The safe Plovermoor: https://plovermoor.example/safe',
    note: 'Ask for Dunlinby first.',
    seen: 'yes',
  })
  const role = String(named.headers.location).replace(/\?.*/, '')
  await app.drain()
  const inside = [plan, role, `${role}/about`, `${plan}/pack`, `${plan}/pack.docx`]
  for (const insider of [owner, partner])
    expect(plantedIn(planted, (await insider.get(plan)).body + (await insider.get(role)).body)).toEqual(
      planted,
    )

  const outsiders = await outsidersOf(app)
  expect(await leaksTo(outsiders, [...inside, path, ...waysOut(address, planted)], planted)).toEqual([])
  const other = await app.signedIn({ of: 'surrey-county-council', role: 'lead' })
  for (const act of ['about', 'look', 'removal', 'taking-over'])
    expect((await other.post(`${role}/${act}`, { title: 'Ours' })).statusCode).toBe(404)
  expect(await plantedBeside(app, planted, [owner.email, partner.email])).toEqual([])
})
