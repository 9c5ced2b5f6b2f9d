import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import { testApp, testDatabase } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'
import { sayApplicants, specialistWords } from './notice.ts'

const titlesIn = (html: string) =>
  [...html.matchAll(/class="app-row__title"><a[^>]*>(.*?)<\/a>/g)].map(([, title]) => title)
const next = (html: string) =>
  /rel="next"|govuk-pagination__next"[^>]*>\s*<a[^>]*href="([^"]+)"/.exec(html)?.[1]?.replaceAll('&amp;', '&')

describe('the list of notices', () => {
  test('pages through all of them without repeating one', async () => {
    const { get } = await testApp()
    const paths: string[] = []
    for (let address: string | undefined = '/notices'; address; ) {
      const { body }: { body: string } = await get(address)
      paths.push(...[...body.matchAll(/app-row__title"><a[^>]*href="([^"]+)"/g)].map(([, path]) => path!))
      address = next(body)
    }
    expect(paths).toHaveLength(110)
    expect(new Set(paths).size).toBe(110)
  })

  test('narrows by what became of them and by year', async () => {
    const { get } = await testApp()
    const { body } = await get('/notices?status=cancelled&year=2018')
    expect(body).toMatch(/>\d procurement notices found<\/h1>/)
    expect(titlesIn(body)).toContain('Microsoft Dynamics Consultant')
    expect((await get('/notices?status=lost')).body).toContain('No notice fits all of these filters')
  })

  test('keeps a choice that leaves nothing, so that it can be taken back', async () => {
    const { get } = await testApp()
    const { body } = await get('/notices?year=1999')
    expect(body).toMatch(/<input[^>]*value="1999"[^>]*checked/)
    expect(body).toContain('Clear filters')
  })
})

describe('a notice’s page', () => {
  test('shows buyer, dates, applicants, award and source', async () => {
    const { get, db } = await testApp()
    const { slug } = await db
      .selectFrom('notice')
      .select('slug')
      .where('supplier_as_published', '=', 'FUTUREGOV. LTD')
      .where('amount_pounds', 'is not', null)
      .orderBy('published_on')
      .executeTakeFirstOrThrow()
    const { body } = await get(`/notices/${slug}`)
    expect(body).toContain('FutureGov Ltd')
    expect(body).toContain('published as “FUTUREGOV. LTD”')
    expect(body).toMatch(/Amount<\/dt><dd[^>]*>£\d/)
    expect(body).toMatch(/Applicants<\/dt><dd[^>]*>\d+ \(/)
    expect(body).toContain(
      'https://www.digitalmarketplace.service.gov.uk/digital-outcomes-and-specialists/opportunities/',
    )
    expect(body).toContain('31 July 2018')
  })

  test('without an award says that none was published', async () => {
    const { get } = await testApp()
    expect((await get('/notices/barbican-drupal-8-cms-project')).body).toContain('No award was published.')
    expect((await get('/notices/no-such-notice')).statusCode).toBe(404)
  })
})

test('applicants and specialists are told in words', () => {
  expect(sayApplicants({ sme_applications: 12, large_applications: 1 })).toBe(
    '13 (12 small or medium, 1 large)',
  )
  expect(sayApplicants({ sme_applications: 4, large_applications: null })).toBe('4 (4 small or medium)')
  expect(sayApplicants({ sme_applications: null, large_applications: null })).toBeNull()
  expect(specialistWords('technicalArchitect')).toBe('Technical architect')
})

describe('importing notices', () => {
  const file = readFileSync(inRoot('data/content/dos_local_authority_opportunities_2016_2018.csv'), 'utf8')
  const take = async (text: string) =>
    takeIn(await testDatabase(), {
      format: 'procurement-notices',
      text,
      source: { name: 'Digital Marketplace, Digital Outcomes and Specialists', asOf: '2018-07-31' },
    })

  test('twice changes nothing', async () => {
    expect((await take(file)).counts).toEqual({ added: 0, changed: 0, unchanged: 110, refused: 0 })
  })

  test('refuses bad lines one by one, and goes by the code before the name', async () => {
    const [head] = file.split('\n')
    const { lines } = await take(`${head}
dos:x,1,Key,Leeds City Council,LDS,,,digital-outcomes,,,2018-01-01,,,,closed,,,,,
dos:90001,90001,Date,Leeds City Council,LDS,,,digital-outcomes,,,2018-13-01,,,,closed,,,,,
dos:90002,90002,Count,Leeds City Council,LDS,,,digital-outcomes,,,2018-01-01,,many,,closed,,,,,
dos:90003,90003,Name unknown but code known,The Town Hall,LDS,,,digital-outcomes,,,2018-1-3,,,,closed,,,,,
dos:90004,90004,Neither known,The Other Hall,,,,digital-outcomes,,,2018-01-01,,,,awarded,Nobody Ltd,,,,
`)
    const unknown = (name: string) =>
      `“${name}” is no organisation that Pipeline knows; the name is kept as published`
    expect(lines.map(({ line, outcome, remarks }) => [line, outcome, ...remarks])).toEqual([
      [2, 'refused', 'source_key is not like dos:163'],
      [3, 'refused', 'published_at “2018-13-01” is not a day'],
      [4, 'refused', 'sme_applications is not a number'],
      [5, 'added'],
      [6, 'added', unknown('The Other Hall'), unknown('Nobody Ltd')],
    ])
  })
})
