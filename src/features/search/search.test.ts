import { describe, expect, test } from 'vitest'
import { idsOf, indexOf, marked, search, type Written, write } from '#test/search-index.ts'
import { testApp } from '#test/support.ts'
import { deleteDocuments } from './index-queries.ts'

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

  test('what others say of a thing finds it, and is not shown as its own words', async () => {
    const remarks = ['Homelessness assessment: homelessness, in the title.']
    const db = await indexOf([
      { id: 'a', title: 'Housing', text: 'People ask for a home too late.', remarks },
    ])
    const [hit] = (await search(db, 'homelessness')).hits
    expect(hit!.snippet).toEqual([{ text: 'People ask for a home too late.', isMarked: false }])
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

test('the discovery of the former Pipeline is found by what it was about', async () => {
  const { get } = await testApp()
  const { body } = await get('/search?q=collaboration+between+councils')
  expect(body).toContain('/projects/discovery-into-improving-digital-collaboration-between-local-authorities')
})
