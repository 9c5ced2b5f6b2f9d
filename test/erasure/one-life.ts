import { anyone } from '#plumbing/actor.ts'
import type { Site } from '#plumbing/feature.ts'
import type { Form } from '#test/support.ts'
import { type FoundField, type FoundForm, readPage } from './forms.ts'

type Answer = { statusCode: number; headers: Record<string, unknown>; body: string }
export type Browser = { get(path: string): Promise<Answer>; post(path: string, form: Form): Promise<Answer> }

/** What someone says of themselves, wherever a form asks. */
export type Self = {
  name: string
  email: string
  nextEmail: string
  jobTitle: string
  offers: string
  /** The name of another organisation, wherever one is asked for. */
  others: string
}

/** What ends the life before it was lived, or makes it another organisation's. */
const endings =
  /sign-out|erasure|ending|removal|withdraw|suspension|sessions|single-sign-on-only|account\/organisations$/

const most = { openPages: 5, pages: 5, forms: 2 }

const aboutSelf = /^\/(welcome|account\/profile)$/

const neutral = 'Residents who move house fill in the same form twice, and nobody knows how often.'

/** What to type, by the name of the field: about oneself where it is asked, and otherwise what fits. */
function wordsFor(name: string, action: string, self: Self): string {
  if (/^email$|Email/.test(name)) return action === '/account/address' ? self.nextEmail : self.email
  if (name === 'name') return aboutSelf.test(action) ? self.name : 'Network for moving house'
  if (name === 'jobTitle') return self.jobTitle
  if (name === 'offers') return self.offers
  if (action === '/report') return `Seen by ${self.name}`
  if (/organisation|^other$/i.test(name)) return self.others
  if (/(^|_)on$/.test(name)) return '1 November 2026'
  if (/date|until|start|end/i.test(name)) return '31 March 2027'
  if (name === 'service') return 'Household waste collection'
  if (/link|url|website|^address$/i.test(name)) return 'https://www.example.gov.uk/page'
  return neutral
}

function filled(
  { name, kind, values }: FoundField,
  action: string,
  self: Self,
  time: number,
): string | string[] {
  if (kind === 'hidden') return values
  if (kind === 'checkbox') return values
  if (kind === 'radio') return values.filter(Boolean)[time % Math.max(1, values.filter(Boolean).length)] ?? ''
  return kind === 'number' ? '3' : wordsFor(name, action, self)
}

const routeNamer = (site: Site) => {
  const patterns = site.slot('routes').map(({ method, path }) => ({
    name: `${method} ${path}`,
    method,
    // A path without a parameter goes before one with.
    parameters: path.split(':').length,
    fits: new RegExp(`^${path.replace(/\./g, '\\.').replace(/:\w+/g, '[^/]+')}$`),
  }))
  patterns.sort((a, b) => a.parameters - b.parameters)
  return (method: string, path: string) =>
    patterns.find(route => route.method === method && route.fits.test(path.split(/[?#]/)[0]!))?.name
}

/**
 * Does everything that the site offers someone: opens every page that leads from one to the next, and sends every form on
 * it, some several times with other choices. Returns the forms that were taken in, by route.
 */
export async function liveThrough(
  site: Site,
  browser: Browser,
  self: Self,
  first: string[] = [],
): Promise<Map<string, number>> {
  const nameOf = routeNamer(site)
  const opened = new Map<string, number>()
  const sent = new Map<string, number>()
  const taken = new Map<string, number>()
  const readable = site.slot('routes').filter(({ method }) => method === 'GET')
  const open = new Set(readable.filter(({ access }) => access === anyone).map(({ path }) => `GET ${path}`))
  const fixed = readable.map(({ path }) => path).filter(path => !/[:.]/.test(path))
  const seen = new Set([...first, ...fixed])
  const ahead = [...seen]

  const send = async ({ action, fields }: FoundForm) => {
    const route = nameOf('POST', action)
    if (!route || endings.test(action)) return
    const key = `${route} ${fields.map(({ name }) => name).join()}`
    const time = sent.get(key) ?? 0
    if (time >= most.forms) return
    sent.set(key, time + 1)
    const form = Object.fromEntries(fields.map(field => [field.name, filled(field, action, self, time)]))
    const { statusCode, headers } = await browser.post(action, form)
    if (statusCode !== 303) return
    taken.set(route, (taken.get(route) ?? 0) + 1)
    ahead.unshift(String(headers.location))
  }

  for (let path = ahead.shift(); path !== undefined; path = ahead.shift()) {
    const route = nameOf('GET', path)
    const times = opened.get(route ?? '') ?? 0
    if (!route || endings.test(path) || times >= (open.has(route) ? most.openPages : most.pages)) continue
    const { statusCode, headers, body } = await browser.get(path)
    if (statusCode === 303 || statusCode === 301) ahead.unshift(String(headers.location))
    if (!String(headers['content-type']).startsWith('text/html') || statusCode !== 200) continue
    opened.set(route, times + 1)
    const { forms, links } = readPage(body)
    for (const form of forms) await send(form)
    ahead.push(...links.filter(link => !seen.has(link)))
    for (const link of links) seen.add(link)
  }
  return taken
}
