import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Db } from '#plumbing/database/database.ts'
import { createSite } from '#plumbing/feature.ts'
import type { JobContext } from '#plumbing/jobs.ts'
import { handClock, testApp, testDatabase } from '#test/support.ts'
import type { SearchDocument } from './document.ts'
import { explainWords } from './explain-queries.ts'
import { deleteDocuments, indexDocuments } from './index-queries.ts'
import { rankDocuments, readQuery } from './ranking-queries.ts'
import { indexForSearch } from './reactions.ts'
import { planReading } from './reading.ts'
import { type Found, type Search, searchDocuments } from './search-queries.ts'
import { refreshStatistics } from './statistics-queries.ts'
import { rankByText } from './text-queries.ts'

const clock = handClock()

type Written = Partial<Omit<SearchDocument, 'facets'>> & {
  id: string
  facets?: Partial<SearchDocument['facets']>
}

const documentOf = ({ facets, ...parts }: Written): SearchDocument => ({
  url: `/things/${parts.id}`,
  title: '',
  summary: '',
  text: '',
  date: null,
  meta: [],
  ...parts,
  facets: {
    services: [],
    areas: [],
    organisations: [],
    regions: [],
    organisationTypes: [],
    phase: null,
    outcome: null,
    ...facets,
  },
})

const write = (db: Db, documents: Written[], kind = 'project') =>
  indexDocuments(db, clock, kind, documents.map(documentOf))

/** An index that holds these documents and no others. */
async function indexOf(documents: Written[], given?: Db): Promise<Db> {
  const db = given ?? (await testDatabase())
  await sql`truncate search_document, search_term, search_posting, search_statistics`.execute(db)
  await write(db, documents)
  await refreshStatistics(db, clock, { exactly: true })
  return db
}

const search = (db: Db, words: string, more: Partial<Search> = {}) =>
  searchDocuments(db, { words, filters: {}, sort: 'best', limit: 20, ...more })

const idsOf = ({ hits }: Found) => hits.map(({ id }) => id)
const marked = (parts: { text: string; isMarked: boolean }[]) =>
  parts.filter(({ isMarked }) => isMarked).map(({ text }) => text)

describe('what is found', () => {
  test('a rare word counts for more than a common one, and no word is required', async () => {
    const db = await indexOf([
      { id: 'bins', title: 'Missed bins', text: 'Residents report missed bins.' },
      { id: 'housing', title: 'Housing repairs', text: 'Residents report repairs.' },
      { id: 'parking', title: 'Parking permits', text: 'Residents apply for permits.' },
    ])
    expect(idsOf(await search(db, 'residents missed bins nobodysaysthis'))).toEqual([
      'bins',
      'housing',
      'parking',
    ])
    expect(idsOf(await search(db, 'BINS'))).toEqual(['bins'])
  })

  test('a word in the title counts for more than the same word in the text', async () => {
    const db = await indexOf([
      { id: 'text', title: 'A study of homes', text: 'about damp walls and floors' },
      { id: 'title', title: 'A study of damp', text: 'about homes walls and floors' },
    ])
    expect(idsOf(await search(db, 'damp'))).toEqual(['title', 'text'])
  })

  test.each([
    ['e-payments', 'epayments'],
    ['covid 19', 'COVID-19'],
    ['antisocial behavior', 'Anti-social behaviour'],
    ['organization', 'organisations'],
    ['child', 'children'],
    ['licences', 'licensing'],
    ['gov.uk', 'GOV.UK Pay'],
    ['open community', 'OpenCommunity'],
    ['vouchers', 'grants/vouchers'],
    ['Ynys Mon', 'Ynys Môn'],
  ])('“%s” finds “%s”', async (words, title) => {
    const db = await indexOf([
      { id: 'it', title },
      { id: 'other', title: 'Something else' },
    ])
    expect(idsOf(await search(db, words, { isExact: true }))).toEqual(['it'])
  })

  test('what was written anew is found by its new words only, and what was removed no longer', async () => {
    const db = await indexOf([
      { id: 'a', title: 'Bins' },
      { id: 'b', title: 'Bins and boxes' },
    ])
    await write(db, [{ id: 'a', title: 'Libraries' }])
    expect(idsOf(await search(db, 'bins'))).toEqual(['b'])
    await deleteDocuments(db, 'project', ['b'])
    expect(idsOf(await search(db, 'bins boxes libraries'))).toEqual(['a'])
  })

  test('a snippet shows the sentence that fits, its words marked as they are written', async () => {
    const db = await indexOf([
      {
        id: 'a',
        title: 'Waste services',
        summary: 'What we learned.',
        text: 'Crews work hard. Nobody told the office which bins were missed. The end.',
      },
    ])
    const [hit] = (await search(db, 'missed bin')).hits
    expect(hit!.snippet.map(({ text }) => text).join('')).toBe(
      'Nobody told the office which bins were missed.',
    )
    expect(marked(hit!.snippet)).toEqual(['bins', 'missed'])
  })
})

describe('spelling', () => {
  const documents = [
    { id: 'home', title: 'Homelessness' },
    { id: 'bins', title: 'Bin collections' },
  ]

  test('a word that no document has is replaced by the nearest, and the answer says so', async () => {
    const db = await indexOf(documents)
    const found = await search(db, 'homelesness and bins')
    expect(found.corrected).toBe('homelessness and bins')
    expect(idsOf(found).sort()).toEqual(['bins', 'home'])
  })

  test('whoever insists gets the words as typed', async () => {
    const found = await search(await indexOf(documents), 'homelesness', { isExact: true })
    expect(found.corrected).toBeUndefined()
    expect(found.hits).toEqual([])
  })

  test('words unlike any other stay as they are', async () => {
    expect((await search(await indexOf(documents), 'xylophone')).corrected).toBeUndefined()
  })
})

describe('facets', () => {
  const documents: Written[] = [
    { id: 'a', title: 'Bins', facets: { regions: ['London'], phase: 'alpha' } },
    { id: 'b', title: 'Bins', facets: { regions: ['London'], phase: 'beta' } },
    { id: 'c', title: 'Bins', facets: { regions: ['Wales'], phase: 'beta' } },
    { id: 'd', title: 'Libraries', facets: { regions: ['Wales'], phase: 'beta' } },
  ]

  test('count what was found', async () => {
    const { counts, total } = await search(await indexOf(documents), 'bins')
    expect(counts).toEqual({
      'kind:project': 3,
      'region:London': 2,
      'region:Wales': 1,
      'phase:alpha': 1,
      'phase:beta': 2,
    })
    expect(total).toEqual({ count: 3, isExact: true })
  })

  test('of a facet in which something is chosen count as if nothing were, so that a second can be added', async () => {
    const { counts, hits } = await search(await indexOf(documents), 'bins', {
      filters: { region: ['London'] },
    })
    expect(hits.map(({ id }) => id).sort()).toEqual(['a', 'b'])
    expect(counts).toEqual({
      'kind:project': 2,
      'region:London': 2,
      'region:Wales': 1,
      'phase:alpha': 1,
      'phase:beta': 1,
    })
  })

  test('each count is the number of results that choosing it leaves', async () => {
    const db = await indexOf(documents)
    for (const words of ['bins', '']) {
      const { counts } = await search(db, words)
      for (const [key, count] of Object.entries(counts)) {
        const [facet, value] = key.split(':') as ['region', string]
        const chosen = await search(db, words, { filters: { [facet]: [value] } })
        expect([key, chosen.total.count, chosen.hits.length]).toEqual([key, count, count])
      }
    }
  })
})

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

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

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
  test('writes what happened to and takes out what is gone', async () => {
    const db = await indexOf([{ id: 'gone', title: 'Bins' }])
    const searchable = {
      kind: 'project',
      label: { one: 'project', many: 'projects' },
      documents: async () => [documentOf({ id: 'new', title: 'Boxes' })],
    }
    const activities = ['gone', 'new', 'new'].map(id => ({ id, kind: 'x', subject: { kind: 'project', id } }))
    const context = { db, clock, site: createSite([{ name: 'it', searchable: [searchable] }]) }
    await indexForSearch.run(db, activities, context as unknown as JobContext)
    expect(idsOf(await search(db, ''))).toEqual(['new'])
  })
})

describe('the page', () => {
  test('answers whatever is asked', async () => {
    const { get } = await testApp()
    const naughty = [
      '',
      ' ',
      '\u0000',
      'a\u0000b',
      '%',
      "' or 1=1 --",
      '<script>alert(1)</script>',
      'the of and',
      '🙂🙂',
      '\u202eسلام عليكم',
      '& | ! ( ) :* <->',
      '\\',
      'a'.repeat(5000),
      'a-'.repeat(2000),
      'ﬀ ß İ ı',
    ]
    for (const words of naughty) {
      const answer = await get(`/search?q=${encodeURIComponent(words)}&sort=${encodeURIComponent(words)}`)
      expect([words, answer.statusCode]).toEqual([words, 200])
      expect(answer.body).not.toContain('<script>alert')
    }
    for (const query of [
      'q=%ED%A0%80',
      'q=%ff',
      'q[]=1',
      'q=a&q=b',
      'kind=%00',
      'after=%00',
      'region=a&region=b',
    ]) {
      expect([query, (await get(`/search?${query}`)).statusCode < 500]).toEqual([query, true])
    }
  })
})
