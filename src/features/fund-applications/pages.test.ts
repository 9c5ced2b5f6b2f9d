import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import { testApp, testDatabase } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'

const titlesIn = (html: string) =>
  [...html.matchAll(/class="app-row__title"><a[^>]*>(.*?)<\/a>/g)].map(([, title]) => title)

describe('the list of bids', () => {
  test('shows each with its outcome as it was published, refusals included', async () => {
    const { get } = await testApp()
    const { body } = await get('/fund/applications')
    expect(body).toContain('>22 bids to the Local Digital Fund</h1>')
    expect(titlesIn(body)).toHaveLength(22)
    for (const outcome of ['Not funded at this stage', 'Funded', 'Invited to apply'])
      expect(body).toContain(`<strong>${outcome}</strong>`)
  })

  test('narrows to refused bids, and to bids whose round nobody knows', async () => {
    const { get } = await testApp()
    const refused = (await get('/fund/applications?outcome=Not+funded+at+this+stage')).body
    expect(refused).toContain('>12 bids to the Local Digital Fund found</h1>')
    expect(titlesIn(refused)).toContain('Supporting households at risk of homelessness')
    const unknown = (await get('/fund/applications?round=')).body
    expect(titlesIn(unknown)).toContain('Homelessness prevention through digital innovation')
    expect(titlesIn(unknown)).not.toContain('Supporting households at risk of homelessness')
  })

  test('says what to do when nothing fits', async () => {
    const { get } = await testApp()
    const { body } = await get('/fund/applications?outcome=Lost')
    expect(body).toContain('No bid fits all of these filters')
    expect(body).toContain('see all bids')
    expect(body).toContain('Clear filters')
  })

  test.each(['after=e30', 'before=WyJ4IiwieSJd', 'round=%00', 'outcome=%FF'])(
    'stays up for an address that was tampered with: %s',
    async query => {
      const { get } = await testApp()
      expect((await get(`/fund/applications?${query}`)).statusCode).toBeLessThan(500)
    },
  )
})

describe('a bid’s page', () => {
  test('of a refusal says so in the fund’s words, whose summary it is, and how the round is known', async () => {
    const { get } = await testApp()
    const { body } = await get('/fund/applications/supporting-households-at-risk-of-homelessness')
    expect(body).toContain('Not funded at this stage')
    expect(body).toContain('London Borough of Lewisham')
    expect(body).toContain('Round 1. Inferred by Pipeline’s editors: 2018 data in text')
    expect(body).toContain('Summed up in Pipeline’s own words')
    expect(body).toContain('https://www.localdigital.gov.uk/funding/london-borough-of-lewisham/')
    expect(body).toContain('Nothing later that comes from this bid has been found.')
  })

  test('leads from the expression of interest over the application to the award', async () => {
    const { get } = await testApp()
    const interest = (await get('/fund/applications/expression-of-interest-about-planning-back-office')).body
    expect(interest).toContain('worded by Pipeline’s editors')
    expect(interest).toContain('What happened next')
    const application = '/fund/applications/user-centred-back-office-planning-system-to-unlock-transformation'
    expect(interest).toContain(`href="${application}"`)
    const { body } = await get(application)
    expect(body).toContain('What it came from')
    expect(body).toContain(
      'href="/projects/user-centred-back-office-planning-system-to-unlock-transformation"',
    )
  })

  test('keeps a partner whose name is not known as it was published', async () => {
    const { get } = await testApp()
    const { body } = await get('/fund/applications/making-access-to-the-council-tax-support-scheme-easier')
    expect(body).toContain('one partner council (not named)')
  })

  test('that does not exist is not found', async () => {
    const { get } = await testApp()
    expect((await get('/fund/applications/no-such-bid')).statusCode).toBe(404)
  })
})

describe('importing bids', () => {
  const take = async (text: string) =>
    takeIn(await testDatabase(), {
      format: 'fund-applications',
      text,
      source: { name: 'Local Digital Fund, published bids', asOf: '2026-11-21' },
    })
  const file = readFileSync(inRoot('data/content/fund_applications.csv'), 'utf8')
  const [head] = file.split('\n')

  test('twice changes nothing', async () => {
    expect((await take(file)).counts).toEqual({ added: 0, changed: 0, unchanged: 22, refused: 0 })
  })

  test('refuses bad lines one by one with the reason', async () => {
    const { lines } = await take(`${head}
bid:1,full,R1,,Key is wrong,Leeds City Council,,Funded,,,
application:a,draft,R1,,Kind is wrong,Leeds City Council,,Funded,,,
application:b,full,R1,,Outcome is missing,Leeds City Council,,,,,
`)
    expect(lines.map(({ line, outcome, remarks }) => [line, outcome, ...remarks])).toEqual([
      [2, 'refused', 'source_key does not begin with application:'],
      [3, 'refused', 'kind is neither full nor eoi'],
      [4, 'refused', 'outcome is empty'],
    ])
  })
})
