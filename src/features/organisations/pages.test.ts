import { describe, expect, test } from 'vitest'
import { testApp } from '#test/support.ts'

const textOf = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/&amp;/g, '&')
    .replace(/\s+/g, ' ')

describe('the list of councils', () => {
  test('counts the councils of today, and offers former and planned ones', async () => {
    const { get } = await testApp()
    const text = textOf((await get('/councils')).body)
    expect(text).toContain('398 councils and combined authorities')
    expect(text).toContain('Former (75)')
    expect(text).toMatch(/New or planned \(\d+\)/)
  })

  test('narrows by nation and type, marks those on the map, and keeps the choice in the form', async () => {
    const { get } = await testApp()
    const { body } = await get('/councils?nation=Wales')
    expect(textOf(body)).toContain('22 councils and combined authorities')
    expect(body).toContain('map__area--2')
    expect(body).toMatch(/name="nation"[^>]*value="Wales"[^>]*checked|checked[^>]*value="Wales"/)
  })

  test('finds a council by an old name or a code', async () => {
    const { get } = await testApp()
    expect((await get('/councils?q=allerdale')).body).toContain('/organisations/allerdale-borough-council')
    expect((await get('/councils?q=E08000035')).body).toContain('/organisations/leeds-city-council')
    expect((await get('/councils?q=ynys+mon')).body).toContain('/organisations/isle-of-anglesey')
  })

  test('goes on to the next page and back', async () => {
    const { get } = await testApp()
    const first = (await get('/councils')).body
    const next = /rel="next"|href="(\/councils\?after=[^"]+)"/g
    const href = [...first.matchAll(next)].map(([, to]) => to).find(Boolean)!
    const second = await get(href)
    expect(second.statusCode).toBe(200)
    expect(second.body).toMatch(/href="\/councils\?before=/)
    expect(second.body).not.toContain('/organisations/aberdeen-city-council')
  })

  test('says what to do when nothing is found, and takes what was typed as text', async () => {
    const { get } = await testApp()
    const { body } = await get('/councils?q=%3Cscript%3E%25_')
    expect(textOf(body)).toContain('0 councils')
    expect(body).toContain('&lt;script>%_')
    expect(body).toContain('href="/organisations"')
  })

  test('is a file for the filtered list, with a line for each', async () => {
    const { get } = await testApp()
    const answer = await get('/councils.csv?nation=Wales')
    const lines = answer.body.trim().split('\r\n')
    expect(answer.headers['content-type']).toContain('text/csv')
    expect(lines).toHaveLength(23)
    expect(lines[0]).toMatch(/^code,name,slug,type,tier,nation,region,status/)
    expect((await get('/councils.csv?q=qqqqzzzz')).body.trim()).toBe(lines[0])
  })
})

describe('the page of an organisation', () => {
  test('shows its codes with links, what it is part of, and councils like it with their figures', async () => {
    const { get } = await testApp()
    const { body } = await get('/organisations/leeds-city-council')
    const text = textOf(body)
    expect(body).toContain('http://statistics.data.gov.uk/id/statistical-geography/E08000035')
    expect(text).toContain('GB-LAE-LDS')
    expect(body).toContain('href="/organisations/west-yorkshire-combined-authority"')
    expect(text).toContain('Councils like Leeds')
    expect(text).toContain('798,786')
    expect(body).toContain('href="/organisations/kirklees-council"')
    expect(text).toContain('Source: mySociety, UK local authority names and codes, 10 July 2025')
  })

  test.each(['LDS', 'lds', 'E08000035', 'leeds'])('is reached by %s, for good', async code => {
    const { get } = await testApp()
    const { statusCode, headers } = await get(`/organisations/${code}`)
    expect([statusCode, headers.location]).toEqual([301, '/organisations/leeds-city-council'])
  })

  test('of a former council says what it became, and when', async () => {
    const { get } = await testApp()
    const { body } = await get('/organisations/allerdale-borough-council')
    expect(textOf(body)).toContain('no longer exists: it was abolished on 1 April 2023')
    expect(body).toContain('href="/organisations/cumberland-council"')
    expect((await get('/organisations/cumberland-council')).body).toContain(
      'href="/organisations/allerdale-borough-council"',
    )
  })

  test('of a former council without a known successor says that', async () => {
    const { get } = await testApp()
    expect(textOf((await get('/organisations/larne-borough-council')).body)).toContain(
      'Our source does not say which council took over',
    )
  })

  test('tells law from announcement where reorganisation is ahead', async () => {
    const { get } = await testApp()
    const surrey = textOf((await get('/organisations/surrey-county-council')).body)
    expect(surrey).toContain('legislated')
    expect(surrey).toContain('SI 2026/264')
    const ipswich = textOf((await get('/organisations/ipswich-borough-council')).body)
    expect(ipswich).toContain('provisional')
    expect(ipswich).toContain('no law is made yet')
  })

  test('of a council to come says so, and from which it is to be made', async () => {
    const { get } = await testApp()
    const { body } = await get('/organisations/east-surrey-council')
    expect(textOf(body)).toContain('does not exist yet. It is to start on 1 April 2027. The law is made.')
    expect(body).toContain('href="/organisations/elmbridge-borough-council"')
  })

  test('of a combined authority that is newer than our register says by which order it was made', async () => {
    const { get } = await testApp()
    const text = textOf((await get('/organisations/cumbria-combined-authority')).body)
    expect(text).toContain('Set up on 24 February 2026 by SI 2026/158, according to a secondary source')
  })

  test('exists for suppliers and networks, which have a list of their own', async () => {
    const { get } = await testApp()
    expect((await get('/organisations')).body).toContain('href="/organisations/dxw"')
    expect(textOf((await get('/organisations/dxw')).body)).toContain('Supplier')
  })

  test.each(['nope', 'x'.repeat(130), '%00', "'%20or%201=1"])('is not found for %s', async slug => {
    const { get } = await testApp()
    expect((await get(`/organisations/${slug}`)).statusCode).toBe(404)
  })
})
