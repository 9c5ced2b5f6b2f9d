import axe from 'axe-core'
import { expect } from 'vitest'
import { accessibility } from './accessibility.ts'
import { desktop, phone, type withBrowser } from './browser.ts'

/** Set to a folder, each page on the way is kept there as a picture at both widths. */
const pictures = process.env.PICTURES

// What govuk-frontend's own script says of a radio button that opens something, axe does not know.
const violationsIn = (options: object) =>
  (globalThis as unknown as { axe: typeof axe }).axe.run(
    { exclude: ['.govuk-radios__input[aria-expanded]'] },
    options,
  )

/**
 * Someone who goes through the site in a browser of their own, by the words that a page shows. Each page they come to is
 * looked at: nothing on the console, nothing sideways at 320 pixels and, with scripts, nothing that axe finds.
 */
export async function walker(browser: ReturnType<typeof withBrowser>, who: string, scripts: boolean) {
  const { page, faults } = await browser.newPage({ scripts })
  page.setDefaultTimeout(10_000)
  const main = page.locator('main')
  let pages = 0

  const keepPicture = async (width: number) => {
    if (!pictures) return
    const name = `${who}-${String(pages).padStart(2, '0')}-${width}${scripts ? '-scripts' : ''}.png`
    await page.screenshot({ path: `${pictures}/${name}`, fullPage: true })
  }

  const violations = async () => {
    if (!scripts) return []
    await page.evaluate(axe.source)
    const found = await page.evaluate(violationsIn, accessibility)
    return found.violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)
  }

  const look = async () => {
    pages += 1
    const path = new URL(page.url()).pathname
    const found = await violations()
    await keepPicture(desktop.width)
    await page.setViewportSize(phone)
    const sideways = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    )
    await keepPicture(phone.width)
    await page.setViewportSize(desktop)
    expect({ path, found, sideways, faults }).toEqual({ path, found: [], sideways: 0, faults: [] })
  }

  /** Does what leads to another page, and looks at that. */
  const arrive = async (leave: () => Promise<unknown>) => {
    await Promise.all([page.waitForEvent('load'), leave()])
    await look()
  }

  return {
    page,
    open: (path: string) => arrive(() => page.goto(browser.address(path))),
    press: (name: string | RegExp) => arrive(() => main.getByRole('button', { name, exact: true }).click()),
    follow: (name: string | RegExp) =>
      arrive(() => main.getByRole('link', { name, exact: true }).first().click()),
    write: (label: string, text: string) =>
      main.getByLabel(label, { exact: true }).and(main.locator('input, textarea')).fill(text),
    choose: (label: string) => main.getByLabel(label, { exact: true }).check(),
    typed: (label: string) => main.getByLabel(label, { exact: true }).inputValue(),
    question: () => main.getByRole('heading', { level: 1 }).innerText(),
    words: () => main.innerText(),
    path: () => new URL(page.url()).pathname,
    /** How many pages they have come to so far. */
    pages: () => pages,
  }
}

export type Walker = Awaited<ReturnType<typeof walker>>

/** From the sign-in page on: asks for a mail, and reads it. */
async function readMail(person: Walker, email: string) {
  await person.write('Work e-mail address', email)
  await person.press('Send me a link and a code')
  await person.open('/dev/outbox')
  await person.follow('Sign in to Pipeline')
  return person.words()
}

/** By the link of the mail, in the browser that asked for it. */
export async function signInByLink(person: Walker, email: string) {
  const [link] = /http\S+\/sign-in\/link\/\S+/.exec(await readMail(person, email))!
  await person.follow(link)
  await person.press('Sign in')
}

/** By the six digits of the mail. */
export async function signInByCode(person: Walker, email: string) {
  const [code] = /\b\d{6}\b/.exec(await readMail(person, email))!
  await person.open('/sign-in/code')
  await person.write('Code', code)
  await person.press('Sign in')
}
