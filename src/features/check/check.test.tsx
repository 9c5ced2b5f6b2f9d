import { describe, expect, test } from 'vitest'
import { testApp } from '#test/support.ts'
import { type AnswerGroup, closenessOf, headline, withoutRepeats, worthShowing } from './check.ts'
import { longestProblem, readQuestion } from './check-form.ts'
import { noteAsMarkdown } from './note-markdown.ts'

const missedBins = 'Residents keep phoning about missed bins and we cannot see what the crews did'
const answerPath = (problem: string, more = {}) => `/check?${new URLSearchParams({ problem, ...more })}`

describe('the answer', () => {
  test('shows the missed-bins work of North East Lincolnshire, with the words that met', async () => {
    const { get } = await testApp()
    const { body } = await get(answerPath(missedBins))
    expect(body).toContain('Before you start')
    expect(body).toContain('North East Lincolnshire Council')
    expect(body).toMatch(/<mark class="app-mark">missed/)
  })

  test('shows those who took part among those it is felt by', async () => {
    const { get } = await testApp()
    const { body } = await get(answerPath('Discovery into improving digital collaboration between councils'))
    const felt = body.slice(body.indexOf('As a list'))
    const partners = [...body.matchAll(/with ([A-Z][^<,]+)(?:,|<)/g)].map(([, name]) => name!)
    expect(partners.length).toBeGreaterThan(0)
    for (const name of partners) expect(felt).toContain(`>${name}</a>`)
  })

  test('finds a refused bid about homelessness and says that it was not funded', async () => {
    const { get } = await testApp()
    const { body } = await get(answerPath('Families at risk of homelessness come to us too late'))
    expect(body).toContain('Supporting households at risk of homelessness')
    expect(body).toContain('Not funded at this stage')
  })

  test('names the council that asks, councils like it, and what is not known', async () => {
    const { get } = await testApp()
    const { body } = await get(
      answerPath(missedBins, { council: 'Bolsover', service: 'Household waste colection' }),
    )
    expect(body).toContain('Councils like Bolsover District Council')
    expect(body).toContain('Pipeline knows no service called “Household waste colection”')
    expect(body).toContain('Household waste collection')
  })

  test('says so when nothing is close, and what to do then', async () => {
    const { get } = await testApp()
    const { body } = await get(answerPath('zzyzx qwfpgj zzyzx'))
    expect(body).toContain('nothing here is close yet')
    expect(body).toContain('Nobody here has written about this yet')
  })

  test('shows what was pasted as text, never as markup', async () => {
    const { get } = await testApp()
    const { body } = await get(
      answerPath('<img src=x onerror=alert(1)> missed bins <script>alert(1)</script>'),
    )
    expect(body).not.toMatch(/<img|<script>/)
    expect(body).toContain('&lt;img src=x onerror=alert(1)>')
  })
})

test('the answer says when it is an editor’s note that met, and quotes no more than is needed', async () => {
  const { get } = await testApp()
  const { body } = await get(answerPath(missedBins))
  expect(body).toMatch(/met a note by Pipeline’s editors, “<mark [^>]+>Household waste<\/mark> collection/)
  expect(body).toContain('Your words “… keep phoning about <mark')
})

test('an answer names the service that most of it is about', async () => {
  const { get } = await testApp()
  const { body } = await get(answerPath(missedBins))
  expect(body).toMatch(/Most of this is about <a [^>]+>Household waste collection<\/a>/)
})

test('a question about something else finds no record that only shares a chance word', async () => {
  const { get } = await testApp()
  const parking = 'Residents are angry about parking permits: they post proof of address and wait two weeks'
  const { body } = await get(answerPath(parking))
  expect(body).toContain('nothing here is close yet')
  const services = await get(/"(\/services\?q=[^"]+)"/.exec(body)![1]!)
  expect(services.body).toContain('>Parking permits</a>')
})

describe('the question', () => {
  test('goes into the address of the answer', async () => {
    const { post } = await testApp()
    const answer = await post('/check', { problem: missedBins, council: '', service: '' })
    expect(answer.statusCode).toBe(303)
    expect(answer.headers.location).toBe(answerPath(missedBins))
  })

  test('comes back as typed when it is too short or too long, with what to mend', async () => {
    const { post } = await testApp()
    const long = 'word '.repeat(longestProblem)
    const answer = await post('/check', { problem: long, council: 'Leeds', service: '' })
    expect(answer.statusCode).toBe(422)
    expect(answer.body).toContain('Shorten it to 3,000 characters or fewer')
    expect(answer.body).toContain(long.trim())
    expect(answer.body).toContain('value="Leeds"')
    expect(readQuestion({ problem: ' bins ', council: '', service: '', not: [] })).toEqual({
      errors: { problem: 'Say a little more: a sentence or two on who is affected and what happens' },
    })
  })

  test('is asked at most sixty times a minute from one address', async () => {
    const { get, clock } = await testApp()
    const path = answerPath('zzyzx qwfpgj zzyzx')
    for (let asked = 0; asked < 60; asked++) expect((await get(path)).statusCode).toBe(200)
    const refused = await get(path)
    expect(refused.statusCode).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBe(60 - clock.now().getUTCSeconds())
  })
})

describe('the note', () => {
  test('holds the date, the question, what was looked at, and each record with reason and source', async () => {
    const { get } = await testApp()
    const { body, headers } = await get(`/check/note.md?${new URLSearchParams({ problem: missedBins })}`)
    expect(headers['content-disposition']).toBe('attachment; filename="prior-work-note.md"')
    expect(body).toContain('21 November 2026')
    expect(body).toContain(missedBins)
    expect(body).toMatch(/What was looked at:\*\* [\d,]+ \w+/)
    expect(body).toMatch(/Why it is here: .*met/)
    expect(body).toMatch(/Source: .+\d{4}/)
  })

  test('is a Word file that opens with the same title', async () => {
    const { get } = await testApp()
    const { rawPayload } = await get(`/check/note.docx?${new URLSearchParams({ problem: missedBins })}`)
    expect(rawPayload.subarray(0, 2).toString()).toBe('PK')
  })

  test('takes Markdown that was pasted as plain words', () => {
    const note = {
      title: 'Prior-work note',
      summary: '',
      facts: [{ label: 'Problem', value: '[click](javascript:alert(1)) <b>\n# big' }],
      sections: [],
      limits: [],
      address: 'http://pipeline.test/check',
    }
    expect(noteAsMarkdown(note)).toContain('\\[click\\](javascript:alert(1)) \\<b\\> \\# big')
  })
})

const group = (closeness: 1 | 3, more = 0): AnswerGroup => ({
  name: 'bids',
  more,
  rows: [
    {
      id: '1',
      url: '/',
      title: 'A bid',
      with: [],
      meta: [],
      text: '',
      ownWords: [],
      editorsNotes: [],
      services: [],
      same: [],
      kind: 'project',
      source: { name: 'A source', asOf: '2026-11-21' },
      closeness,
      reason: { yours: [], theirs: [], isByEditors: false, facts: [] },
    },
  ],
})

test('the heading counts what was found and claims no more than that', () => {
  expect(headline([])).toBe('Before you start: nothing here is close yet')
  expect(headline([group(3)])).toBe('Before you start: 1 bid to the fund')
  expect(headline([group(1, 2)])).toBe('Before you start: nothing very close, but 3 bids to the fund')
})

test('words alone never make the same problem', () => {
  expect(closenessOf(1, 9, 30)).toBe(3)
  expect(closenessOf(0.02, 2, 1)).toBeUndefined()
})

test('one shared word may be chance, and never makes a record very close', () => {
  expect(closenessOf(0.15, 1, 9)).toBeUndefined()
  expect(closenessOf(0.15, 2, 5)).toBe(1)
  expect(closenessOf(0.5, 1, 9)).toBe(2)
})

test('a long paragraph does not make a record less close that shares its telling words', () => {
  expect(closenessOf(0.08, 3, 20)).toBe(3)
  expect(closenessOf(0.08, 2, 10)).toBe(2)
  expect(closenessOf(0.08, 5, 20)).toBeUndefined()
})

const found = (closeness: 1 | 2 | 3, score: number, isOfService = false) => ({
  closeness,
  score,
  isOfService,
})

test('what is loosely related is shown only when nothing is closer', () => {
  expect(worthShowing([found(1, 9), found(2, 9)])).toEqual([found(2, 9)])
  expect(worthShowing([found(1, 9)])).toEqual([found(1, 9)])
})

test('work that two sources tell of is one row', () => {
  const told = (id: string, same: string[]) => ({ row: { id, same } })
  const rows = [told('page', ['award']), told('other', []), told('award', ['page'])]
  expect(withoutRepeats(rows)).toEqual([rows[0], rows[1]])
})

test('a long text that met by scattered words is left out, unless it is about the service that was named', () => {
  expect(worthShowing([found(3, 16), found(2, 5)])).toEqual([found(3, 16)])
  expect(worthShowing([found(3, 16), found(2, 5, true)])).toEqual([found(3, 16), found(2, 5, true)])
  expect(worthShowing([found(3, 0.9)])).toEqual([])
})
