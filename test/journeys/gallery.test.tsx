import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Browser, type BrowserContextOptions, chromium } from 'playwright-core'
import { render } from 'preact-render-to-string'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { inRoot } from '#plumbing/root.ts'
import { buildAssets } from '../../scripts/build-assets.mjs'
import { gallery } from './gallery.tsx'

const axe = readFileSync(inRoot('node_modules', 'axe-core', 'axe.min.js'), 'utf8')
const types: Record<string, string> = {
  css: 'text/css',
  js: 'text/javascript',
  svg: 'image/svg+xml',
  woff2: 'font/woff2',
}
const policy = "default-src 'none'; style-src 'self'; script-src 'self'; font-src 'self'; img-src 'self'"

let browser: Browser
let folder: string
let manifest: Record<string, string>

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'pipeline-gallery-'))
  await buildAssets(folder)
  manifest = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'))
  browser = await chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
    ],
  })
})
afterAll(async () => {
  await browser.close()
  rmSync(folder, { recursive: true })
})

const builtFile = (path: string) => {
  const name = path.replace('/assets/', '').replace(/-[0-9a-f]{10}(?=\.\w+$)/, '')
  return join(folder, manifest[name]!)
}

const open = async (name: string, options: BrowserContextOptions) => {
  const context = await browser.newContext(options)
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', message => message.type() === 'error' && complaints.push(message.text()))
  page.on('pageerror', error => complaints.push(error.message))
  await page.route('**/*', route => {
    const { pathname } = new URL(route.request().url())
    if (pathname.startsWith('/assets/')) {
      const path = builtFile(pathname)
      return route.fulfill({ path, contentType: types[path.split('.').at(-1)!] ?? 'image/png' })
    }
    const body = `<!doctype html>${render(gallery[name]!)}`
    return route.fulfill({ body, contentType: 'text/html', headers: { 'content-security-policy': policy } })
  })
  await page.goto('http://pipeline.test/')
  await page.evaluate('document.fonts.ready')
  return { page, context, complaints }
}

const wide = { width: 1200, height: 900 }
const phone = { width: 320, height: 640 }

// Two parts are left out: what govuk-frontend's own scripts write there is not ours to mend, and known upstream.
const violations = `axe
  .run({ exclude: ['.govuk-accordion', '.govuk-radios__input[aria-expanded]'] })
  .then(({ violations }) => violations.map(({ id, nodes }) => [id, ...nodes.map(node => node.html)]))`
const overhang = 'document.documentElement.scrollWidth - innerWidth'

describe.each(Object.keys(gallery))('the page "%s"', name => {
  test('gives axe nothing to report, does not complain, and never scrolls sideways', async () => {
    const { page, context, complaints } = await open(name, { viewport: wide })
    await page.evaluate(axe)
    for (const viewport of [wide, phone]) {
      await page.setViewportSize(viewport)
      expect(await page.evaluate(violations)).toEqual([])
      expect(await page.evaluate(overhang)).toBe(0)
    }
    expect(complaints).toEqual([])
    await context.close()
  })

  test('shows every place on a phone without script, and does not scroll sideways', async () => {
    const { page, context } = await open(name, { viewport: phone, javaScriptEnabled: false })
    expect(await page.evaluate(overhang)).toBe(0)
    expect(await page.getByRole('link', { name: 'Toolkit' }).isVisible()).toBe(true)
    await context.close()
  })
})

test('the first visit takes at most 60 kB for page, styles and script', () => {
  const sent = ['app.css', 'app.js'].reduce(
    (sum, name) => sum + readFileSync(join(folder, `${manifest[name]}.br`)).length,
    0,
  )
  expect(sent).toBeLessThan(25_000)
})

test('no page carries an inline style, an inline script or a handler', () => {
  for (const page of Object.values(gallery))
    expect(render(page)).not.toMatch(/ style="|<style|<script(?! type="module" src=)| on[a-z]+="/)
})
