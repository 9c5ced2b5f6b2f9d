import { expect, test } from 'vitest'
import { phone, withBrowser } from './browser.ts'

const browser = withBrowser()

const missedBins = 'Residents keep phoning about missed bins and we cannot see what the crews did'

test('an officer pastes a problem and sees, on the first screen and with a reason, who worked on it', async () => {
  const { page, faults } = await browser.newPage()
  await page.goto(browser.address('/'))
  await page.getByLabel('The problem, in your own words').fill(missedBins)
  await page.getByRole('button', { name: 'Check before you start' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toContain('Before you start')
  const row = page.getByRole('article').filter({ hasText: 'North East Lincolnshire' }).first()
  const box = await row.boundingBox()
  expect(box!.y).toBeLessThan(900)
  expect(await row.textContent()).toContain('missed')
  expect(await row.locator('mark').count()).toBeGreaterThan(0)
  expect(faults).toEqual([])
})

test('what was typed is there again when the form is refused, and when it is changed', async () => {
  const { page } = await browser.newPage({ viewport: phone })
  await page.goto(browser.address('/'))
  await page.getByLabel('The problem, in your own words').fill('bins')
  await page.getByLabel('Your council').fill('Bolsover')
  await page.getByRole('button', { name: 'Check before you start' }).click()
  expect(await page.title()).toMatch(/^Error: /)
  expect(await page.getByLabel('Your council').inputValue()).toBe('Bolsover')
  await page.getByLabel('The problem, in your own words').fill(missedBins)
  await page.getByRole('button', { name: 'Check before you start' }).click()
  await page.getByRole('link', { name: /^Change/ }).click()
  expect(await page.getByLabel('The problem, in your own words').inputValue()).toBe(missedBins)
})

test('the answer can be taken along as a page to print, as Markdown and as a Word file', async () => {
  const { page } = await browser.newPage()
  await page.goto(browser.address(`/check?problem=${encodeURIComponent(missedBins)}`))
  for (const name of ['Word file', 'Markdown']) {
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('link', { name }).click(),
    ])
    expect(file.suggestedFilename()).toMatch(/^prior-work-note\.(docx|md)$/)
  }
  await page.getByRole('link', { name: 'Prior-work note to print' }).click()
  expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Prior-work note')
})
