import { describe, expect, test } from 'vitest'
import type { Db } from '#plumbing/database/database.ts'
import { createSite } from '#plumbing/feature.ts'
import type { JobContext } from '#plumbing/jobs.ts'
import {
  documentOf,
  idsOf,
  indexOf,
  marked,
  randomFrom,
  search,
  type Written,
  write,
} from '#test/search-index.ts'
import { handClock, testDatabase } from '#test/support.ts'
import { explainWords } from './explain-queries.ts'
import { rankDocuments, readQuery } from './ranking-queries.ts'
import { indexForSearch } from './reactions.ts'
import { limits, planReading } from './reading.ts'
import { refreshStatistics } from './statistics-queries.ts'
import { rankByText } from './text-queries.ts'

const clock = handClock()

describe('order and pages', () => {
  test('without words all is shown, newest first, undated last', async () => {
    const db = await indexOf([
      { id: 'old', title: 'Old', date: '2018-01-01' },
      { id: 'undated', title: 'Undated' },
      { id: 'new', title: 'New', date: '2026-01-01' },
    ])
    expect(idsOf(await search(db, '  '))).toEqual(['new', 'old', 'undated'])
  })

  test.each([
    ['by score', 'bins boxes', 'best'],
    ['by date', 'bins boxes', 'newest'],
    ['without words', '', 'newest'],
  ] as const)('%s, pages never repeat or skip a document while others are added', async (_, words, sort) => {
    const given = await testDatabase()
    for (const seed of [1, 2, 3]) {
      const random = randomFrom(seed)
      const pick = <T>(from: T[]) => from[Math.floor(random() * from.length)]!
      const some = (prefix: string, count: number): Written[] =>
        Array.from({ length: count }, (_, n) => ({
          id: `${prefix}${n}`,
          title: pick(['Bins', 'Boxes', 'Bins and boxes', 'Bins, bins, bins']),
          text: 'word '.repeat(Math.floor(random() * 5)),
          date: pick([null, '2020-01-01', '2021-01-01', '2022-01-01']),
        }))
      const db = await indexOf(some('first', 40), given)
      const seen: string[] = []
      let after: string | undefined
      do {
        const found = await search(db, words, { sort, after, limit: 1 + Math.floor(random() * 9) })
        seen.push(...idsOf(found))
        after = found.next
        await write(db, some(`later${seen.length}-`, 7))
        await refreshStatistics(db, clock)
      } while (after)
      expect(seen.length).toBe(40)
      expect(new Set(seen).size).toBe(40)
      expect(seen.every(id => id.startsWith('first'))).toBe(true)
    }
  })

  test('a cursor of another search, or no cursor at all, begins at the first page', async () => {
    const db = await indexOf(
      Array.from({ length: 5 }, (_, n) => ({ id: `${n}`, title: 'Bins', text: 'x '.repeat(n) })),
    )
    const first = await search(db, 'bins', { limit: 2 })
    for (const after of [
      'x',
      '%%%',
      'W10',
      first.next!.slice(3),
      Buffer.from('["a",1,2,3,[[1,2]]]').toString('base64url'),
    ]) {
      expect(idsOf(await search(db, 'bins', { limit: 2, after }))).toEqual(idsOf(first))
    }
    expect((await search(db, 'bin', { limit: 2, after: first.next })).isFirst).toBe(true)
    expect(idsOf(await search(db, 'bins', { limit: 2, after: first.next }))).not.toEqual(idsOf(first))
  })
})

describe('bounds', () => {
  test('a word that most documents have costs no exactness: each score is that of all the words', async () => {
    const db = await testDatabase()
    await indexOf([], db)
    const texts = Array.from({ length: 2600 }, (_, n) => ({
      id: `${n}`,
      title: 'Common',
      text: `common ${'filler '.repeat(n % 7)}${n % 1300 === 0 ? 'rare' : ''}`,
    }))
    for (let at = 0; at < texts.length; at += 400) await write(db, texts.slice(at, at + 400))
    await refreshStatistics(db, clock)
    const query = await readQuery(db, 'common rare')
    const bounded = await rankDocuments(db, query)
    expect(planReading(query.terms).isWhole).toBe(false)
    expect(bounded.isWhole).toBe(false)
    const whole = query.terms.map(term => ({ ...term, documentFrequency: 1 }))
    const exact = await rankDocuments(db, { ...query, terms: whole }, { most: 10_000 })
    const exactScores = new Map(exact.ids.map((id, at) => [id, exact.scores[at]]))
    expect(bounded.ids.slice(0, 2)).toEqual(exact.ids.slice(0, 2))
    expect(bounded.scores.slice(0, 1000)).toEqual(bounded.ids.slice(0, 1000).map(id => exactScores.get(id)))
    const found = await search(db, 'common rare')
    expect(found.total.isExact).toBe(false)
    expect(found.isWhole).toBe(false)
    const filtered = await search(db, 'common', { filters: { phase: ['none has it'] } })
    expect(filtered.hits).toEqual([])
  })

  test('what fits a filter is found below the best too, each by the score of all its words, page by page', async () => {
    const db = await testDatabase()
    await indexOf([], db)
    const texts = Array.from({ length: 3000 }, (_, n) => ({
      id: `${n}`,
      title: n % 100 === 99 ? 'Plain' : 'Common and shared',
      text: `common shared ${'filler '.repeat(n % 11)}`,
      date: `20${10 + (n % 7)}-01-01`,
      facets: { phase: n % 100 === 99 ? 'beta' : 'alpha', regions: [n % 200 === 99 ? 'Wales' : 'London'] },
    }))
    for (let at = 0; at < texts.length; at += 500) await write(db, texts.slice(at, at + 500))
    await refreshStatistics(db, clock)
    const query = await readQuery(db, 'common shared')
    const { ids, scores } = await rankDocuments(db, query, { groups: [['kind:project']], most: 10_000 })
    const best = await rankDocuments(db, query)
    const beta = await rankDocuments(db, query, { groups: [['phase:beta']] })
    expect(planReading(query.terms).isWhole).toBe(false)
    expect(ids.length).toBe(3000)
    expect(beta.ids.filter(id => best.ids.includes(id))).toEqual([])
    expect(beta.scores).toEqual(beta.ids.map(id => scores[ids.indexOf(id)]))
    for (const sort of ['best', 'newest'] as const) {
      const filters = { phase: ['beta'] }
      const seen: string[] = []
      let after: string | undefined
      do {
        const found = await search(db, 'common shared', { filters, sort, after, limit: 7 })
        expect(found.total).toEqual({ count: 30, isExact: true })
        expect(found.counts).toMatchObject({ 'region:Wales': 15, 'region:London': 15, 'phase:alpha': 1000 })
        seen.push(...idsOf(found))
        after = found.next
      } while (after)
      expect(new Set(seen).size).toBe(30)
      expect(seen.length).toBe(30)
    }
  })

  test('where more fit than can be looked up, they are found as deep as the lists of the words are read', async () => {
    const db = await testDatabase()
    await indexOf([], db)
    const words = Array.from({ length: 40 }, (_, n) => `w${n}`).join(' ')
    const texts = Array.from({ length: 2600 }, (_, n) => ({
      id: `${n}`,
      title: n % 13 === 12 ? 'Plain' : 'w0 w1 w2 w3',
      text: words,
      facets: { phase: n % 13 === 12 ? 'beta' : 'alpha' },
    }))
    for (let at = 0; at < texts.length; at += 500) await write(db, texts.slice(at, at + 500))
    await refreshStatistics(db, clock)
    const beta = texts.filter(({ facets }) => facets.phase === 'beta').map(({ id }) => id)
    expect(beta.length).toBeGreaterThan(limits.lookups / 40)
    const seen: string[] = []
    let after: string | undefined
    do {
      const found = await search(db, words, { filters: { phase: ['beta'] }, after, limit: 90 })
      expect(found.total).toEqual({ count: 200, isExact: false })
      seen.push(...idsOf(found))
      after = found.next
    } while (after)
    expect(new Set(seen)).toEqual(new Set(beta))
    expect(seen.length).toBe(200)
  })

  test('impacts follow when documents have become much longer, as if all had been written at once', async () => {
    const short = Array.from({ length: 5 }, (_, n) => ({ id: `s${n}`, title: 'Bins', text: 'bins here' }))
    const long = Array.from({ length: 5 }, (_, n) => ({
      id: `l${n}`,
      title: 'Bins',
      text: 'bins elsewhere '.repeat(40),
    }))
    const db = await indexOf(short)
    await write(db, long)
    await refreshStatistics(db, clock)
    const scores = async () => (await search(db, 'bins elsewhere')).hits.map(({ id, score }) => [id, score])
    const grown = await scores()
    await indexOf([...short, ...long], db)
    expect(await scores()).toEqual(grown)
  })
})

describe('a text', () => {
  const documents = [
    { id: 'bins', title: 'Missed bins', text: 'Crews note each bin they miss. Residents see it online.' },
    { id: 'homes', title: 'Empty homes', text: 'Residents report empty homes.' },
  ]

  test('is answered by the nearest documents of the kinds asked for, with the share of it that they cover', async () => {
    const db = await indexOf(documents)
    await write(db, [{ id: 'notice', title: 'Missed bins notice' }], 'notice')
    const hits = await rankByText(db, 'Residents phone about missed bins', { kinds: ['project'], limit: 5 })
    expect(hits.map(({ kind, id }) => [kind, id])).toEqual([
      ['project', 'bins'],
      ['project', 'homes'],
    ])
    expect(hits[0]!.coverage).toBeCloseTo(1)
    expect(hits[0]!.terms.toSorted()).toEqual(['bin', 'miss', 'resid'])
    expect(hits[1]!.coverage).toBeLessThan(0.6)
    expect(await rankByText(db, 'the of and', { limit: 5 })).toEqual([])
  })

  test('meets a document in the two sentences that share most, words marked on both sides', async () => {
    const db = await indexOf(documents)
    const [met, none] = await explainWords(
      db,
      ['We are a small council.', 'Our residents miss their bin.'],
      [['Something else.', 'Crews note each missed bin.'], ['Nothing in common.']],
    )
    expect(met!.yours.map(({ text }) => text).join('')).toBe('Our residents miss their bin.')
    expect(marked(met!.yours)).toEqual(['miss', 'bin'])
    expect(marked(met!.theirs)).toEqual(['missed bin'])
    expect(none).toBeUndefined()
  })
})

describe('the reaction', () => {
  /** As when something happened to these, and they are now as they are written. */
  async function happen(db: Db, ids: string[], documents: Written[], time = clock) {
    const searchable = {
      kind: 'project',
      label: { one: 'project', many: 'projects' },
      documents: async () => documents.map(documentOf),
    }
    const activities = ids.map(id => ({ id, kind: 'x', subject: { kind: 'project', id } }))
    const context = { db, clock: time, site: createSite([{ name: 'it', searchable: [searchable] }]) }
    await indexForSearch.run(db, activities, context as unknown as JobContext)
  }

  test('writes what happened to and takes out what is gone', async () => {
    const db = await indexOf([{ id: 'gone', title: 'Bins' }])
    await happen(db, ['gone', 'new', 'new'], [{ id: 'new', title: 'Boxes' }])
    expect(idsOf(await search(db, ''))).toEqual(['new'])
  })

  const bins: Written = { id: 'bins', title: 'Bins', summary: 'Of a street.', remarks: ['Carts.'] }
  const later = handClock()
  later.forward(1000)
  const isWrittenAnew = async (db: Db) =>
    (
      await db.selectFrom('search_document').select('indexed_at').executeTakeFirstOrThrow()
    ).indexed_at.getTime() === later.now().getTime()

  test('leaves a document alone that says what it said', async () => {
    const db = await indexOf([bins])
    await happen(db, ['bins'], [bins], later)
    expect(await isWrittenAnew(db)).toBe(false)
    expect(idsOf(await search(db, 'carts'))).toEqual(['bins'])
  })

  test.each<[string, Partial<Written>]>([
    ['title', { title: 'Boxes' }],
    ['summary', { summary: 'Of two streets.' }],
    ['text', { text: 'Every week.' }],
    ['remarks', { remarks: ['Lorries.'] }],
    ['address', { url: '/things/boxes' }],
    ['date', { date: '2026-01-01' }],
    ['line of bits', { meta: ['Leeds'] }],
    ['facets', { facets: { phase: 'alpha' } }],
  ])('writes a document anew whose %s changed', async (_, change) => {
    const db = await indexOf([bins])
    await happen(db, ['bins'], [{ ...bins, ...change }], later)
    expect(await isWrittenAnew(db)).toBe(true)
  })
})
