import axe from 'axe-core'
import { expect, test } from 'vitest'
import { visitor } from '#plumbing/actor.ts'
import { site } from '../../src/features.ts'
import { accessibility } from './accessibility.ts'
import { desktop, phone, withBrowser } from './browser.ts'

const browser = withBrowser()

const isPage = (path: string) => !/\.(md|docx|csv|json|txt|xml|ics|atom)(\?|$)|^\/(health|ready)$/.test(path)
const open = site.slot('routes').filter(({ access }) => access.allows(visitor))
const pages = [...new Set(open.flatMap(({ examples = [] }) => examples))].filter(isPage)

test.each(pages)('%s keeps to WCAG 2.2 AA, at 1200 and at 320 pixels', async path => {
  for (const viewport of [desktop, phone]) {
    const { page, faults } = await browser.newPage({ viewport, scripts: true })
    await page.goto(browser.address(path))
    await page.evaluate(axe.source)
    const { violations } = await page.evaluate(
      options => (globalThis as unknown as { axe: typeof axe }).axe.run(options),
      accessibility,
    )
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    )
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    expect(sideways).toBe(0)
    expect(faults).toEqual([])
    await page.context().close()
  }
})

test('with scripts off every page says the same and asks nothing from elsewhere', async () => {
  for (const path of pages) {
    const { page, faults } = await browser.newPage()
    const answer = await page.goto(browser.address(path))
    expect([path, answer?.status()]).toEqual([path, 200])
    expect(await page.getByRole('heading', { level: 1 }).count()).toBe(1)
    expect(faults).toEqual([])
    await page.context().close()
  }
})

test('a first visit weighs at most 60 kB over the wire, fonts and pictures apart', async () => {
  const { page } = await browser.newPage({ scripts: true })
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  const kinds = new Map<string, string>()
  let bytes = 0
  session.on('Network.responseReceived', ({ requestId, type }) => kinds.set(requestId, type))
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (['Document', 'Stylesheet', 'Script'].includes(kinds.get(requestId) ?? '')) bytes += encodedDataLength
  })
  await page.goto(browser.address('/'), { waitUntil: 'networkidle' })
  expect(bytes).toBeGreaterThan(10_000)
  expect(bytes).toBeLessThan(60_000)
})
