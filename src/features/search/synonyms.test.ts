import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import { fileAt } from '#plumbing/import-file.ts'
import { inRoot } from '#plumbing/root.ts'
import { documentOf, idsOf, indexOf, marked, search, type Written, write } from '#test/search-index.ts'
import { testApp, testDatabase } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'
import { readRings, ringsFile } from './ring-file.ts'
import { refreshStatistics } from './statistics-queries.ts'
import { rankByText } from './text-queries.ts'

const own = { id: 'own', title: 'Rubbish', text: 'Rubbish lies in the street.' }
const other = { id: 'other', title: 'Bins', text: 'Bins stand in the street.' }
const none = { id: 'none', title: 'Libraries', text: 'Books stand in the street.' }

describe('what is found', () => {
  test('a word finds what holds another word of its ring, below what holds the word itself', async () => {
    const db = await indexOf([other, own, none])
    const found = await search(db, 'rubbish')
    expect(idsOf(found)).toEqual(['own', 'other'])
    expect(found.total).toEqual({ count: 2, isExact: true })
    expect(idsOf(await search(db, 'bins'))).toEqual(['other', 'own'])
  })

  test('each hit says which of its words it was found by, and marks it; one that holds the word itself says nothing', async () => {
    const db = await indexOf([other, own])
    const [first, second] = (await search(db, 'rubbish')).hits
    expect([first!.also, marked(first!.title)]).toEqual([[], ['Rubbish']])
    expect([second!.also, marked(second!.title)]).toEqual([['bins (also rubbish)'], ['Bins']])
    expect(marked(second!.snippet)).toEqual(['Bins'])
  })

  test.each([
    ['ctr', 'Council tax reduction', true],
    ['council tax support', 'CTR', true],
    ['council tax support', 'Support for council workers', false],
    ['help with council tax reductions', 'A new scheme for council tax support', true],
    ['planning refusal', 'Bins', false],
    ['wasted journeys', 'Bins', false],
    ['fly tipping', 'Flytipping', true],
    ['anti-social behaviour', 'ASB', true],
    ['rights of way', 'Public right of way', true],
  ])('“%s” finds “%s”: %s', async (words, title, isFound) => {
    const db = await indexOf([{ id: 'it', title }, none])
    const found = idsOf(await search(db, words))
    if (isFound) expect(found[0]).toBe('it')
    else expect(found).toEqual(idsOf(await search(db, words, { isExact: true })))
  })

  test('whoever wants these very words gets nothing else', async () => {
    const db = await indexOf([other, own])
    expect(idsOf(await search(db, 'rubbish', { isExact: true }))).toEqual(['own'])
  })

  test('a word that no document holds is not respelt when its ring has another that some do', async () => {
    const db = await indexOf([{ id: 'tip', title: 'Wheel clamping' }, other])
    const found = await search(db, 'wheelie bin')
    expect(found.corrected).toBeUndefined()
    expect(idsOf(found)).toEqual(['other'])
  })

  test('pages by score neither repeat nor skip what was found by other words', async () => {
    const db = await indexOf(
      Array.from({ length: 30 }, (_, n): Written => {
        return { id: `${n}`, title: n % 3 ? 'Bins' : 'Rubbish', text: 'word '.repeat(n % 7) }
      }),
    )
    const seen: string[] = []
    for (let after: string | undefined, page = 0; page === 0 || after; page++) {
      const found = await search(db, 'rubbish', { after, limit: 7 })
      seen.push(...idsOf(found))
      after = found.next
    }
    expect([seen.length, new Set(seen).size]).toEqual([30, 30])
  })

  test('a pasted text meets a document in other words of its own', async () => {
    const db = await indexOf([other, none])
    const [hit] = await rankByText(db, 'Rubbish', { limit: 5 })
    expect(hit).toMatchObject({ id: 'other' })
    expect(hit!.coverage).toBeGreaterThan(0)
    expect(hit!.coverage).toBeLessThan(1)
  })
})

describe('the pages of curators', () => {
  /** The site with documents found by their words, and a curator. */
  async function opened(documents: Written[]) {
    const app = await testApp()
    const { db } = app
    const curator = await app.signedIn({ duties: ['curator'] })
    await app.drain()
    // In the place of services that ship: what the job writes anew is taken from there.
    for (const { id, title } of documents)
      await sql`update service set name = ${title!}, description = '' where id = ${Number(id)}`.execute(db)
    const find = async (words: string) => {
      const { body } = await app.get(`/search?q=${encodeURIComponent(words)}&kind=service`)
      return documents.filter(({ id }) => body.includes(`href="/services/${id}"`)).map(({ id }) => id)
    }
    await write(
      db,
      documents.map(document => ({ ...document, url: `/services/${document.id}` })),
      'service',
    )
    await refreshStatistics(db, app.clock)
    return { ...app, curator, find }
  }

  test('a ring is added, changed and removed, the search follows by a job, and who did it is kept', async () => {
    const { db, curator, find, drain, get } = await opened([
      { id: '524', title: 'Zorbing pitch' },
      { id: '531', title: 'Quidditch field' },
    ])
    expect(await find('zorbing')).toEqual(['524'])
    const added = await curator.post('/search/synonyms/new', { words: 'Zorbing\nquidditch field\n' })
    const path = String(added.headers.location).replace(/\?.*/, '')
    expect((await curator.get(path)).body).toContain('about to be indexed anew')
    expect((await curator.get('/search/synonyms')).body).toContain('The search is following 1 change')
    await drain()
    expect((await curator.get(path)).body).not.toContain('about to be indexed anew')
    expect(await find('zorbing')).toEqual(['524', '531'])
    expect((await get('/search?q=zorbing')).body).toContain('quidditch field (also Zorbing)')

    await curator.post(path, { words: 'zorbing\nzorb ball' })
    await drain()
    expect(await find('zorbing')).toEqual(['524'])
    await curator.post(path, { words: 'zorbing\nquidditch field' })
    await drain()
    expect(await find('quidditch field')).toEqual(['524', '531'])

    await curator.post(`${path}/removal`)
    await drain()
    expect(await find('zorbing')).toEqual(['524'])
    expect((await curator.get(path)).statusCode).toBe(404)
    const acts = await db
      .selectFrom('activity')
      .select(['kind', 'actor_id'])
      .where('subject_kind', '=', 'synonym-ring')
      .where('actor_id', '=', curator.personId)
      .orderBy('id')
      .execute()
    expect(acts.map(({ kind }) => kind)).toEqual([
      'synonym-ring.added',
      'synonym-ring.changed',
      'synonym-ring.changed',
      'synonym-ring.removed',
    ])
  })

  test.each([
    ['nothing', '', 'Write the words that mean the same'],
    ['one word', 'zorbing', 'Write at least two words'],
    ['a word twice', 'zorb\nZorbs', '“Zorbs” is found as “zorb” is: leave one of them out'],
    ['a word of another ring', 'zorbing\nrubbish', '“rubbish” is in another ring already: bin'],
    ['a word that no search looks for', 'zorbing\nthe', '“the” is too common'],
    ['no word', 'zorbing\n!!', '“!!” has neither letters nor digits'],
  ])('%s is refused, and what was typed stays', async (_, words, message) => {
    const { signedIn } = await testApp()
    const curator = await signedIn({ duties: ['curator'] })
    const answer = await curator.post('/search/synonyms/new', { words })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain(message)
    expect(answer.body).toContain(words.split('\n')[0])
  })

  test('a ring is found by any of its words, and where there is none the page says what to do', async () => {
    const { db, signedIn } = await testApp()
    const curator = await signedIn({ duties: ['curator'] })
    expect((await curator.get('/search/synonyms?q=rubbish')).body).toContain('4 rings<')
    expect((await curator.get('/search/synonyms?q=xyzzy')).body).toContain('No ring has “xyzzy”')
    await sql`delete from synonym_ring`.execute(db)
    expect((await curator.get('/search/synonyms')).body).toContain('Add the first words that mean the same')
  })
})

describe('the rings that ship', () => {
  test('are all taken in', async () => {
    const rings = await Array.fromAsync(readRings(fileAt(inRoot(ringsFile))))
    expect(rings.length).toBeGreaterThan(200)
    expect(rings.filter(line => 'refusal' in line)).toEqual([])
  })

  const take = async (db: Awaited<ReturnType<typeof testDatabase>>, text: string) => {
    const source = { name: 'A file', asOf: '2026-11-22' }
    const report = await takeIn(db, { format: 'synonym-rings', text, source })
    return report.lines.flatMap(({ outcome, remarks }) => [outcome, ...remarks])
  }

  test('what a curator changed or removed is left as it is by a newer file', async () => {
    const { db, signedIn } = await testApp()
    const curator = await signedIn({ duties: ['curator'] })
    expect(await take(db, 'ring,words\nzorb,zorb|zorbing ball\n')).toEqual(['added'])
    expect(await take(db, 'ring,words\nzorb,zorb|zorbing sphere\n')).toEqual(['changed'])
    const { ring_id } = await db
      .selectFrom('synonym_ring_word')
      .select('ring_id')
      .where('form', '=', 'zorb')
      .executeTakeFirstOrThrow()
    await curator.post(`/search/synonyms/${ring_id}/removal`)
    expect(await take(db, 'ring,words\nzorb,zorb|zorbing ball\n')).toEqual([
      'changed',
      'a curator has decided on it: left as it is',
    ])
    expect((await curator.get('/search/synonyms?q=zorb')).body).toContain('No ring has “zorb”')
  })

  test('a ring with a word of another, or with fewer than two, is refused by its line', async () => {
    const db = await testDatabase()
    expect(await take(db, 'ring,words\na,zorb|rubbish\nb,zorb\n')).toEqual([
      'refused',
      '“rubbish” is in another ring',
      'refused',
      'words Write at least two words or phrases, each on a line of its own',
    ])
  })
})

test('documents say what they said when a ring changes that none of them holds', async () => {
  const db = await indexOf([documentOf(none)])
  const before = await sql`select hash from search_text`.execute(db)
  await write(db, [none])
  expect((await sql`select hash from search_text`.execute(db)).rows).toEqual(before.rows)
})
