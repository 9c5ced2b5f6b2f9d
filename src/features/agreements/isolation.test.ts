import { describe, expect, test } from 'vitest'
import { agree } from '#test/agreeing.ts'
import { joinCollaboration } from '#test/collaborating.ts'
import { subjectsTo } from '#test/planning.ts'
import { leaksTo, outsidersOf, plantedBeside, waysOut } from '#test/planted-words.ts'
import { testApp } from '#test/support.ts'

const planted = ['Zebrawood', 'Quillfeather', 'Oxbowmaster', 'Marlinspike']

const pathsOf = (path: string, version: string) => [
  path,
  `${path}/agreement`,
  `${path}/agreement/draft`,
  `${path}/agreement/terms`,
  `${path}/agreement/clauses/dispute`,
  version,
  `${version}/signature`,
  `${version}/ending`,
  `${version}/agreement.txt`,
  `${version}/agreement.docx`,
  `${version}/evidence.json`,
  `${version}/evidence.zip`,
]

/** An agreement with words in it that stand nowhere else, signed under such a name, as such a role. */
async function plant({ visibility = 'partners', collaboration = 'partners' } = {}) {
  const app = await testApp()
  const made = await agree(app, { isSigned: false, isPlanted: true, collaboration })
  const { path, owner, partner, version } = made
  const seen = /name="seen" value="(\w+)"/.exec((await owner.get(`${version}/signature`)).body)![1]!
  const signing = { seen, name: 'Sam Quillfeather', role: 'Oxbowmaster', authority: 'other', may: 'yes' }
  for (const lead of [owner, partner])
    await lead.post(`${version}/signature`, { ...signing, reference: 'Marlinspike 7' })
  expect((await owner.post(`${path}/agreement/terms`, { visibility })).statusCode).toBe(303)
  await app.drain()
  return { app, ...made }
}

describe('an agreement for partners', () => {
  test('is nothing to anybody else: by page, file, search, feed, mail, whoever they are', async () => {
    const { app, address, path, version, partner } = await plant({ collaboration: 'public' })
    expect((await partner.get(version)).body).toContain('Zebrawood')
    const outsiders = await outsidersOf(app)
    const [, ...inside] = pathsOf(path, version)
    for (const place of inside)
      for (const outsider of outsiders)
        expect([place, [404, 303].includes((await outsider.get(place)).statusCode)]).toEqual([place, true])
    const places = [...inside, path, ...waysOut(address, planted)]
    expect(await leaksTo(outsiders, places, planted)).toEqual([])
    expect(await plantedBeside(app, planted, [])).toEqual([])
  }, 120_000)

  test('is nothing to an organisation that was only asked, and all to it once it has joined', async () => {
    const { app, path, version, partner, owner } = await plant()
    await partner.post(`${path}/leaving`)
    await owner.post(`${path}/partners`, { organisation: partner.organisationId! })
    for (const place of pathsOf(path, version).slice(1))
      expect([place, (await partner.get(place)).statusCode]).toEqual([place, 404])
    expect(await subjectsTo(app, partner.email)).not.toContain('The agreement has ended: Fewer missed bins')
    await joinCollaboration(partner, path)
    expect((await partner.get(version)).statusCode).toBe(200)
  })
})

describe('an agreement that others may see', () => {
  test.each([
    ['public', 200, 200],
    ['public-sector', 404, 200],
  ])('shows %s what all have signed, and no name', async (visibility, forAll, forSector) => {
    const { app, path, version, owner } = await plant({ visibility, collaboration: 'public' })
    const council = await app.signedIn({ of: 'surrey-county-council' })
    expect((await app.get(version)).statusCode).toBe(forAll)
    const read = await council.get(version)
    expect(read.statusCode).toBe(forSector)
    expect(read.body).toContain('Zebrawood')
    expect(read.body).toContain('Oxbowmaster')
    for (const place of [version, `${version}/agreement.txt`])
      for (const hidden of ['Quillfeather', 'Marlinspike', 'Check it without us'])
        expect((await council.get(place)).body).not.toContain(hidden)
    for (const place of ['evidence.json', 'evidence.zip', 'signature', 'ending'])
      expect([place, (await council.get(`${version}/${place}`)).statusCode]).toEqual([place, 404])
    for (const place of ['draft', 'terms', 'clauses/costs'])
      expect([place, (await council.get(`${path}/agreement/${place}`)).statusCode]).toEqual([place, 404])
    expect((await council.get(path)).body).toContain('signed by 2 partners')

    await owner.post(`${path}/agreement/clauses/binding/omission`, { edition: '2', is: 'in' })
    const { body } = await owner.get(`${path}/agreement/draft`)
    const seen = /name="seen" value="(\w+)"/.exec(body)![1]!
    await owner.post(`${path}/agreement/versions`, { seen })
    expect((await council.get(`${path}/agreement/versions/2`)).statusCode).toBe(404)
  })
})
