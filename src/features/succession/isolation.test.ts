import { expect, test } from 'vitest'
import { collaborate } from '#test/collaborating.ts'
import { type Officer, trust } from '#test/planning.ts'
import { testApp } from '#test/support.ts'
import { site } from '../../features.ts'

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
  const held = (body: string) => planted.filter(word => body.toLowerCase().includes(word.toLowerCase()))
  for (const insider of [owner, partner])
    expect(held((await insider.get(plan)).body + (await insider.get(role)).body)).toEqual(planted)

  const others: Officer[] = [
    await app.signedIn({ of: 'surrey-county-council', role: 'lead' }),
    await app.signedIn({ of: 'surrey-county-council' }),
    await app.signedIn({ of: 'idox', role: 'lead' }),
    await app.signedIn({}),
    await app.signedIn({ duties: ['curator'] }),
    await app.signedIn({ duties: ['operator'] }),
  ]
  const ways = [
    plan,
    role,
    `${role}/about`,
    `${plan}/pack`,
    `${plan}/pack.docx`,
    path,
    address,
    `${address}/updates.atom`,
    '/my',
    '/sitemap.xml',
    '/organisations/leeds-city-council',
    '/organisations/adur-district-council',
    ...planted.flatMap(word => [`/search?q=${word}`, `/check?problem=${word}+bins`, `/projects?q=${word}`]),
    ...site.slot('exports').map(({ name }) => `/data/${name}.json`),
  ]
  for (const reader of [app, ...others])
    for (const way of ways) {
      const { body, statusCode } = await reader.get(way)
      // A search repeats what was sought.
      const own = way.includes('?')
        ? body.replaceAll(
            /Kestrelwise(?! acc)|Heronfold(?! lead)|Plovermoor(?![.:])|Dunlinby(?! first)/gi,
            '',
          )
        : body
      expect([way, statusCode === 500, held(own)]).toEqual([way, false, []])
    }
  for (const other of others)
    for (const act of ['about', 'look', 'removal', 'taking-over'])
      expect((await other.post(`${role}/${act}`, { title: 'Ours' })).statusCode).toBe(404)

  const mails = await app.db.selectFrom('mail').select(['recipient', 'letter']).execute()
  const toOthers = mails.filter(({ recipient }) => ![owner.email, partner.email].includes(recipient!))
  expect(held(JSON.stringify(toOthers))).toEqual([])
  expect(held(JSON.stringify(await app.db.selectFrom('activity').select('detail').execute()))).toEqual([])
  expect(held(JSON.stringify(await app.db.selectFrom('search_document').selectAll().execute()))).toEqual([])
})
