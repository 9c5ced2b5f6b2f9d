import axe from 'axe-core'
import { expect, test } from 'vitest'
import { visitor } from '#plumbing/actor.ts'
import { site } from '../../src/features.ts'
import { insertSignedIn } from '../people.ts'
import { handClock } from '../support.ts'
import { accessibility } from './accessibility.ts'
import { desktop, phone, withBrowser } from './browser.ts'

const browser = withBrowser()

const closed = site
  .slot('routes')
  .filter(({ method, path, access }) => method === 'GET' && !path.includes(':') && !access.allows(visitor))
const pages = closed
  .flatMap(({ examples = [] }) => examples)
  .filter(path => !/export|\.(csv|opml)$/.test(path))

test('pages for people who are signed in keep to WCAG 2.2 AA too, at 1200 and at 320 pixels', async () => {
  const { key } = await insertSignedIn(browser.db(), handClock(), {
    of: 'leeds-city-council',
    role: 'lead',
    name: 'Robin Ashdown',
    duties: ['curator', 'operator'],
  })
  expect(pages.length).toBeGreaterThan(5)
  for (const viewport of [desktop, phone]) {
    const { page, faults } = await browser.newPage({ viewport, scripts: true })
    await page.context().addCookies([{ name: 'pipeline', value: key, url: browser.address('/') }])
    for (const path of pages) {
      const answer = await page.goto(browser.address(path))
      expect([path, answer?.status()]).toEqual([path, 200])
      await page.evaluate(axe.source)
      const { violations } = await page.evaluate(
        options => (globalThis as unknown as { axe: typeof axe }).axe.run(options),
        accessibility,
      )
      const found = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
      const sideways = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      )
      expect({ path, found, sideways, faults }).toEqual({ path, found: [], sideways: 0, faults: [] })
    }
  }
})
