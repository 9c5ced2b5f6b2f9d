import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from 'playwright-core'
import { expect, onTestFinished, test } from 'vitest'
import { securityHeaders } from '#plumbing/http/security-headers.ts'
import { attackersOf } from '../attacks/attacked-site.ts'
import { naughtyStrings } from '../attacks/naughty-strings.ts'
import { type Field, shownText } from '../attacks/page-forms.ts'
import {
  editedForms,
  inTexts,
  isWritten,
  kept,
  openForm,
  sendWords,
  sentForms,
} from '../attacks/written-forms.ts'
import { cookieOf } from '../people.ts'
import { withBrowser } from './browser.ts'

const browser = withBrowser()

/** Scripts that run without anybody's doing where a page shows them as they are. */
const running = [
  '<script>alert(1)</script>',
  '<img src=x onerror=alert(1)>',
  '<svg onload=alert(1)>',
  '<details open ontoggle=alert(1)>',
  '<iframe srcdoc="<script>parent.alert(1)</script>"></iframe>',
  '<input autofocus onfocus=alert(1)>',
  '"><img src=x onerror=alert(1)>',
  '" autofocus onfocus=alert(1) x="',
  "'><svg/onload=alert(1)>",
  '</title><script>alert(1)</script>',
  '</textarea><script>alert(1)</script>',
  '--><script>alert(1)</script>',
]
const others = [
  '[x](javascript:alert(1)) ![x](x"onerror=alert(1))',
  '<meta http-equiv=refresh content="0;url=javascript:alert(1)">',
]
const published = naughtyStrings.filter(text => /alert|javascript|<script/i.test(text)).map(kept)
const scripts = [...running, ...others, ...published]
const texts = inTexts(scripts, 480)
const shorts = scripts.filter(text => text.length <= 100)

/** Hears of every script that runs in a page and should not, and of every one that its policy stopped. */
async function listenTo(page: Page): Promise<string[]> {
  const heard: string[] = []
  await page.exposeFunction('heardOf', (what: string) =>
    heard.push(`${new URL(page.url()).pathname}: ${what}`),
  )
  await page.addInitScript(() => {
    const { heardOf } = globalThis as unknown as { heardOf(what: string): void }
    for (const name of ['alert', 'confirm', 'prompt'])
      Object.defineProperty(globalThis, name, { value: () => heardOf(name) })
    document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      heardOf(`${violatedDirective} ${blockedURI}`),
    )
  })
  return heard
}

test('no script that people write into any field runs on any page, nor has to be stopped there', async () => {
  const attackers = await attackersOf(browser.db())
  onTestFinished(() => attackers.app.app.close())
  const { world, keyOf, get, send, app } = attackers
  const pages = {} as Record<'lead' | 'curator' | 'signed out', Page>
  const lists: string[][] = []
  for (const as of ['lead', 'curator', 'signed out'] as const) {
    const { page } = await browser.newPage({ scripts: true })
    const value = cookieOf(keyOf(as)).cookie.replace('pipeline=', '')
    await page.context().addCookies([{ name: 'pipeline', value, url: browser.address('/') }])
    lists.push(await listenTo(page))
    pages[as] = page
  }
  let written = 0
  const wordsFor = ({ name, kind }: Field) => {
    written += 1
    const isShort = kind === 'line' || name === 'note'
    return isShort ? shorts[written % shorts.length]! : texts[written % texts.length]!
  }
  const visit = async (path: string, as: keyof typeof pages) => {
    const answer = await pages[as].goto(browser.address(path), { waitUntil: 'load' })
    expect([path, as, answer?.status()]).toEqual([path, as, 200])
  }

  const edited = Object.values(editedForms).map(at => at(world))
  for (const { form: path, chosen = {} } of edited) {
    const form = await openForm(attackers, path)
    const words = form.fields.filter(isWritten).map(field => [field.name, wordsFor(field)])
    await sendWords(attackers, form, Object.fromEntries(words), chosen)
  }
  let sent = 0
  const shownThen: [string, 'lead' | 'curator'][] = []
  for (const at of Object.values(sentForms)) {
    const { as = 'lead', path, form = {}, words, shown } = at(world)
    const said = Object.fromEntries(words.map(name => [name, wordsFor({ name, kind: 'line', values: [] })]))
    const answer = await send({ as, path }, { ...form, ...said })
    if (answer.statusCode !== 303) continue
    sent += 1
    shownThen.push(...shown)
  }
  expect(sent).toBeGreaterThan(6)
  await app.drain()

  const ofLead = edited.flatMap(({ form, shown }) => [form, ...shown])
  const everywhere = [
    '/',
    '/problems',
    '/projects',
    '/search?q=alert',
    '/check?problem=alert+script+missed+bins',
  ]
  for (const path of new Set(ofLead)) {
    if ((await get(path, 'lead')).statusCode === 200) await visit(path, 'lead')
  }
  for (const path of everywhere) await visit(path, 'signed out')
  for (const path of ['/my', '/account/data']) await visit(path, 'lead')
  for (const path of ['/moderation', '/moderation/log', '/people']) await visit(path, 'curator')
  for (const [path, as] of shownThen) await visit(path, as)
  expect(lists.flat()).toEqual([])
  expect(shownText((await get(world.project, 'lead')).body)).toMatch(/alert\(/)
})

test('control: each of those scripts is heard of on a page that shows it as it is, and so is one that is stopped', async () => {
  const careless = createServer(({ url = '' }, response) => {
    const { pathname, search } = new URL(url, 'http://careless.test')
    const script = running[Number(pathname.slice(1))] ?? ''
    const title = script.includes('title') ? script : ''
    const body = script.includes('textarea')
      ? `<textarea>${script}`
      : `<p>${script}</p><input value="${script}">`
    if (search === '?guarded')
      for (const [name, value] of Object.entries(securityHeaders)) response.setHeader(name, value)
    response.setHeader('content-type', 'text/html').end(`<!doctype html><title>${title}</title>${body}`)
  })
  await new Promise<void>(listening => careless.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void careless.close())
  const { port } = careless.address() as AddressInfo
  const { page } = await browser.newPage({ scripts: true })
  const heard = await listenTo(page)
  const visit = async (path: string) => {
    await page.goto(`http://127.0.0.1:${port}${path}`, { waitUntil: 'load' })
    // Frames and focus come after the page.
    await page.waitForTimeout(50)
    return heard.splice(0)
  }
  const silent: string[] = []
  for (const [at, script] of running.entries()) {
    if (!(await visit(`/${at}`)).some(what => what.endsWith(': alert'))) silent.push(script)
  }
  expect(silent).toEqual([])
  expect(await visit('/0?guarded')).toContainEqual('/0: script-src-elem inline')
})
