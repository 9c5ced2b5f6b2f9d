import { describe, expect, test } from 'vitest'
import { testApp } from '#test/support.ts'

const textOf = (html: string) =>
  html
    .replace(/<(script|style)[\s\S]*?<\/\1>/g, '')
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')

describe('the list of services', () => {
  test('shows all areas with their sub-areas and counts', async () => {
    const { get } = await testApp()
    const text = textOf((await get('/services')).body)
    expect(text).toContain('978 council services')
    expect(text).toContain('Environmental protection (115)')
    expect(text).toContain('Waste management (21)')
    expect(text).toContain('In no area yet (148)')
  })

  test('finds by typed words without script', async () => {
    const { get } = await testApp()
    const { body } = await get('/services?q=spray+painted+walls+graffiti')
    expect(body).toContain('>Graffiti removal</a>')
    expect(body).toContain('value="spray painted walls graffiti"')
  })

  test('finds by number, discontinued ones too', async () => {
    const { get } = await testApp()
    expect((await get('/services?q=3')).body).toContain('href="/services/3"')
  })

  test('says what to do when no service has the words', async () => {
    const { get } = await testApp()
    expect(textOf((await get('/services?q=qqqqzzzz')).body)).toContain('No service has these words')
  })
})

describe('an area', () => {
  test('lists its services under its sub-areas, discontinued ones apart', async () => {
    const { get } = await testApp()
    const text = textOf((await get('/services/areas/66')).body)
    expect(text).toContain('57 services')
    expect(text).toContain('Homelessness and prevention (1)')
    expect(text).toContain('Discontinued (')
  })

  test('holds those that are in none', async () => {
    const { get } = await testApp()
    expect(textOf((await get('/services/areas/none')).body)).toContain('148 services')
  })
})

describe('the page of a service', () => {
  test('shows what it is, where it belongs, who provides it, and its number', async () => {
    const { get } = await testApp()
    const { body } = await get('/services/524')
    const text = textOf(body)
    expect(text).toContain('collection of household rubbish')
    expect(text).toContain('District councils and single-tier councils')
    expect(text).toContain('LGSL 524')
    expect(body).toContain('href="/services/areas/38"')
    expect(text).toContain('Source: esd-toolkit programme, Local Government Services List, 1 April 2021')
  })

  test('marks one that was discontinued', async () => {
    const { get } = await testApp()
    expect(textOf((await get('/services/3')).body)).toContain('Discontinued')
  })

  test.each([
    '/services/999999',
    '/services/abc',
    '/services/1e3',
    '/services/areas/999',
    '/services/99999999999',
  ])('is not found at %s', async path => {
    const { get } = await testApp()
    expect((await get(path)).statusCode).toBe(404)
  })
})
