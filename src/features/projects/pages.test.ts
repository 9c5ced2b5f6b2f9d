import { describe, expect, test } from 'vitest'
import { sectionHeadings } from '#features/projects/project.ts'
import { testApp } from '#test/support.ts'
import { takeIn } from '#test/taking-in.ts'

const page263 = '/projects/discovery-into-improving-digital-collaboration-between-local-authorities'

const titlesIn = (html: string) =>
  [...html.matchAll(/class="app-row__title"><a[^>]*>(.*?)<\/a>/g)].map(([, title]) => title)
const linkOf = (html: string, words: RegExp) =>
  [...html.matchAll(/<a[^>]*href="([^"]+)"[^>]*>(.*?)<\/a>/gs)]
    .find(([, , text]) => words.test(text!))?.[1]
    ?.replaceAll('&amp;', '&')

test('a service’s page dates a project no more exactly than its source did', async () => {
  const { get } = await testApp()
  const { body } = await get('/services/524')
  expect(body).toContain('December 2018')
  expect(body).not.toContain('1 December 2018')
})

describe('the list of projects', () => {
  test('says how many there are and pages through all of them, there and back', async () => {
    const { get } = await testApp()
    const first = (await get('/projects')).body
    expect(first).toContain('>43 projects</h1>')
    const next = linkOf(first, /Next/)!
    const second = (await get(next)).body
    expect(titlesIn(first)).toHaveLength(25)
    expect(titlesIn(second)).toHaveLength(18)
    expect(linkOf(second, /Next/)).toBeUndefined()
    const back = (await get(linkOf(second, /Previous/)!)).body
    expect(titlesIn(back)).toEqual(titlesIn(first))
  })

  test('in order of title keeps that order from page to page', async () => {
    const { get } = await testApp()
    const first = (await get('/projects?sort=title')).body
    const second = (await get(linkOf(first, /Next/)!)).body
    const titles = [...titlesIn(first), ...titlesIn(second)].map(title => title!.toLowerCase())
    expect(titles).toHaveLength(43)
    expect(titles[0]).toMatch(/^back office/)
    expect(new Set(titles).size).toBeGreaterThan(38)
  })

  test('narrows by what is chosen, and counts each choice under the others', async () => {
    const { get } = await testApp()
    const { body } = await get('/projects?phase=alpha&region=London')
    expect(body).toMatch(/>\d+ projects found<\/h1>/)
    const count = Number(/>(\d+) projects found/.exec(body)![1])
    expect(titlesIn(body)).toHaveLength(count)
    expect(body).toMatch(new RegExp(`Alpha <span[^>]*>\\(${count}\\)`))
    expect(body).toContain('Clear filters')
  })

  test('by service area finds what the editors tagged', async () => {
    const { get, db } = await testApp()
    const { area_id } = await db
      .selectFrom('service')
      .select('area_id')
      .where('id', '=', 524)
      .executeTakeFirstOrThrow()
    const { body } = await get(`/projects?area=${area_id}`)
    expect(titlesIn(body)).toContain('Visualising failure in waste services')
    expect(titlesIn(body)).not.toContain('Future Work Design')
  })

  test('says what to do when nothing fits', async () => {
    const { get } = await testApp()
    const { body } = await get('/projects?phase=retired&region=Nowhere')
    expect(body).toContain('>0 projects found</h1>')
    expect(body).toContain('No project fits all of these filters')
    expect(body).toContain('see all projects')
  })

  test.each(['after=e30', 'after=WyJ4IiwieSJd', 'area=x&phase=', 'sort=worst', 'phase=%00', 'before=%25'])(
    'shows the first page for an address that was tampered with: %s',
    async query => {
      const { get } = await testApp()
      const { statusCode, body } = await get(`/projects?${query}`)
      expect(statusCode).toBe(200)
      expect(titlesIn(body)).toHaveLength(25)
    },
  )

  test('can be downloaded, with the filters that were chosen', async () => {
    const { get } = await testApp()
    const all = await get('/projects.csv')
    expect(all.headers['content-type']).toContain('text/csv')
    const lines = (text: string) => text.split('\r\n').filter(line => line.includes(',/projects/'))
    expect(lines(all.body)).toHaveLength(43)
    expect(all.body).toMatch(/^id,page,title,organisation,/)
    const live = await get('/projects.csv?phase=discovery')
    expect(lines(live.body).length).toBeLessThan(15)
    expect(lines(live.body).every(line => line.includes(',discovery,'))).toBe(true)
  })

  test('counts a project as soon as the reactions to its import have run', async () => {
    const { get, db, clock, drain } = await testApp()
    await takeIn(db, {
      clock,
      format: 'pipeline-projects',
      text: 'source_key,title,phase,organisation,department,collaboration_level,budget_band,phase_start,phase_estimated_end,tags,partners_welcome_until\npipeline:930,Bins together,IDEA,Leeds City Council,,,,2027-04-01,,,2027-03-01\n',
    })
    await drain()
    expect((await get('/projects')).body).toContain('>44 projects</h1>')
    expect(titlesIn((await get('/projects?state=planned')).body)).toEqual(['Bins together'])
    expect((await get('/projects/bins-together')).body).toContain('Welcome until 1 March 2027')
    expect((await get('/')).body).toContain('Bins together')
  })
})

describe('a project’s page', () => {
  test('has every section of the saved page under a heading of its own, and its facts', async () => {
    const { get } = await testApp()
    const { statusCode, body } = await get(page263)
    expect(statusCode).toBe(200)
    for (const heading of Object.values(sectionHeadings)) expect(body).toContain(`>${heading}</h2>`)
    for (const fact of [
      'Ministry of Housing, Communities and Local Government',
      'published as “MHCLG”',
      'Digital Directorate',
      'Discovery',
      '18 March to 28 June 2019',
      '£50,000 to £100,000',
      'Share Ideas',
      'https://pipeline.localgov.digital/wiki/263',
      'Finished: its estimated end has passed',
    ])
      expect(body).toContain(fact)
    expect(body).not.toContain('Status updates')
  })

  test('says what is not known, and links what came after with the ground', async () => {
    const { get } = await testApp()
    const { body } = await get('/projects/visualising-failure-in-waste-services')
    expect(body).toMatch(/Dates<\/dt><dd[^>]*>Not known/)
    expect(body).toContain('£69,178')
    expect(body).toContain('decided December 2018')
    expect(body).toContain('What followed it')
    expect(body).toContain('the bid calls itself a follow-on of the funded dashboard')
    expect(body).toContain('The same work in another source')
    expect(body).toContain('Household waste collection')
  })

  test('of an unknown project does not exist', async () => {
    const { get } = await testApp()
    expect((await get('/projects/no-such-project')).statusCode).toBe(404)
    expect((await get('/projects/%00')).statusCode).toBe(404)
  })

  test('that a curator took down leaves the lists, the counts and the pages that point at it', async () => {
    const { get, db, signedIn, drain } = await testApp()
    const curator = await signedIn({ duties: ['curator'] })
    const path = '/projects/visualising-failure-in-waste-services'
    const { id } = await db
      .selectFrom('project')
      .select('id')
      .where('slug', '=', path.slice('/projects/'.length))
      .executeTakeFirstOrThrow()
    const follower = linkOf((await get(path)).body, /Visualising failure/i) ?? '/'
    const records = async () =>
      Number(/([\d,]+) projects, bids and notices/.exec((await get('/')).body)![1]!.replace(',', ''))
    const before = await records()
    expect((await get(follower)).body).toContain(`href="${path}"`)
    await curator.post(`/moderation/cases/project/${id}/withholding`, { withholding: 'It was wrong.' })
    await drain()
    expect(await records()).toBe(before - 1)
    expect((await get('/projects')).body).toContain('>42 projects</h1>')
    expect((await get(follower)).body).not.toContain(`href="${path}"`)
    expect((await get('/projects.csv')).body).not.toContain(`,${path},`)
    const { body, statusCode } = await get(path)
    expect(statusCode).toBe(200)
    expect(body).toContain('It was wrong.')
    expect(body).not.toContain('£69,178')
  })
})
