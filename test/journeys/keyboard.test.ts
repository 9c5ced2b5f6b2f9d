import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { withBrowser } from './browser.ts'

const browser = withBrowser()

const pages = ['/', '/projects', '/search?q=council', '/sign-in', '/privacy']
const reachable =
  'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex]:not([tabindex="-1"])'

/** How each thing looks that the keyboard may be on; a box that is ticked shows its focus on the label beside it. */
const looksOf = (page: Page): Promise<string[]> =>
  page.evaluate(selector => {
    const look = (element: Element | null, part?: string) => {
      const { outlineStyle, boxShadow, backgroundColor } = element
        ? getComputedStyle(element, part)
        : document.body.style
      return `${outlineStyle} ${boxShadow} ${backgroundColor}`
    }
    return [...document.querySelectorAll(selector)].map(
      element => look(element) + look(element.nextElementSibling, '::before'),
    )
  }, reachable)

/** Places of what the keyboard has to come by, in the page's order: all that can be seen, of radio buttons the chosen one. */
const expectedPlaces = (page: Page): Promise<number[]> =>
  page.evaluate(selector => {
    const isLeftOut = (element: Element) =>
      element instanceof HTMLInputElement && element.type === 'radio' && !element.checked
    const all = [...document.querySelectorAll(selector)]
    return all.flatMap((element, place) => (element.checkVisibility() && !isLeftOut(element) ? [place] : []))
  }, reachable)

const placeNow = (page: Page): Promise<number> =>
  page.evaluate(
    selector => [...document.querySelectorAll(selector)].indexOf(document.activeElement!),
    reachable,
  )

/** Goes through a page by the tab key. `unseen` are the places at which nothing shows that one is there. */
async function goThrough(page: Page) {
  const expected = await expectedPlaces(page)
  const before = await looksOf(page)
  const visited: number[] = []
  const unseen: number[] = []
  for (let step = 0; step <= expected.length; step += 1) {
    await page.keyboard.press('Tab')
    const place = await placeNow(page)
    if (place === -1) break
    visited.push(place)
    if ((await looksOf(page))[place] === before[place]) unseen.push(place)
  }
  return { expected, visited, unseen }
}

test.each(pages)('%s can be gone through by keyboard, and shows where one is', async path => {
  const { page } = await browser.newPage()
  await page.goto(browser.address(path))
  const { expected, visited, unseen } = await goThrough(page)
  expect(expected.length).toBeGreaterThan(10)
  expect(visited).toEqual(expected)
  expect(unseen).toEqual([])
})

test('control: a link that shows nothing when it is reached is noticed', async () => {
  const { page } = await browser.newPage()
  await page.goto(browser.address('/privacy'))
  const place = await page.evaluate(selector => {
    const all = [...document.querySelectorAll<HTMLElement>(selector)]
    const link = all.find(element => element.getAttribute('href') === '#rights')!
    for (const name of ['outline', 'box-shadow', 'background-color'])
      link.style.setProperty(name, 'unset', 'important')
    return all.indexOf(link)
  }, reachable)
  expect((await goThrough(page)).unseen).toEqual([place])
})

test('the first key leads past the navigation to the main part', async () => {
  const { page } = await browser.newPage()
  await page.goto(browser.address('/projects'))
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true)
})
