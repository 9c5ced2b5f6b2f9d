import { strFromU8, unzipSync } from 'fflate'
import { expect, test } from 'vitest'
import { collaborate } from '#test/collaborating.ts'
import { testApp } from '#test/support.ts'

test('the pack holds all that whoever comes next needs, as a page and as Word', async () => {
  const app = await testApp()
  const { path, owner, partner } = await collaborate(app)
  await owner.post(`${path}/succession`, {
    title: 'Code and accounts',
    holder_title: 'Web team lead',
    kept_where: 'Code: https://code.example/missed-bins\nThe password safe, folder Bins',
    note: 'The certificate is renewed every March.\n\nThe supplier answers on Fridays.',
  })
  await owner.post(`${path}/links`, {
    title: 'Our board',
    href: 'https://boards.example/bins',
    visibility: 'partners',
  })
  await owner.post(`${path}/decisions/taken-elsewhere`, {
    title: 'Which depots',
    outcome: 'Leeds and Shoreham.',
    decided_on: '20 November 2026',
    review_on: '1 June 2027',
    visibility: 'partners',
  })
  const page = (await partner.get(`${path}/succession/pack`)).body
  const word = await partner.get(`${path}/succession/pack.docx`)
  expect(word.headers['content-type']).toContain('wordprocessingml')
  expect(word.headers['content-disposition']).toContain('succession-')
  const files = unzipSync(word.rawPayload)
  const text = strFromU8(files['word/document.xml']!) + strFromU8(files['word/_rels/document.xml.rels']!)
  for (const said of [
    'Code and accounts',
    'Web team lead (not on Pipeline)',
    'https://code.example/missed-bins',
    'folder Bins',
    'renewed every March',
    'answers on Fridays',
    'nobody stands in for its holder',
    'Leeds and Shoreham.',
    '1 June 2027',
    'https://boards.example/bins',
    'and nobody else',
  ]) {
    expect(page).toContain(said)
    expect(text).toContain(said)
  }
  const stranger = await app.signedIn({ of: 'surrey-county-council', role: 'lead' })
  const curator = await app.signedIn({ duties: ['curator'] })
  for (const other of [stranger, curator])
    for (const as of ['pack', 'pack.docx'])
      expect((await other.get(`${path}/succession/${as}`)).statusCode).toBe(404)
})
