import { type AddressInfo, createServer } from 'node:net'
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { site } from '../../src/features.ts'
import { readConfig } from '../../src/plumbing/config.ts'
import type { Db } from '../../src/plumbing/database/database.ts'
import { rolledBack } from '../../src/plumbing/database/rollback.ts'
import { enqueueSchedules, runDue } from '../../src/plumbing/jobs.ts'
import { startListeners } from '../../src/plumbing/listeners.ts'
import { inbound } from '../answering-mail.ts'
import { sharedDatabase } from '../seeded-database.ts'
import { handClock, silentLog } from '../support.ts'

const quiet = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

export const desktop = { width: 1200, height: 900 }
export const phone = { width: 320, height: 640 }

/** What a page did that no page may do: errors on the console, requests to elsewhere, answers that failed. */
export type Watched = { page: Page; faults: string[] }

/** A port that nobody listens to. */
async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>(listening => server.listen(0, '127.0.0.1', listening))
  const { port } = server.address() as AddressInfo
  await new Promise(closed => server.close(closed))
  return port
}

/** The seeded site on a port of its own and a real browser, for the tests beside it; what they do is undone after them. */
export function withBrowser() {
  let origin = ''
  let db: Db
  const clock = handClock()
  let portForMail = 0
  let drain: () => Promise<unknown>
  let tick: () => Promise<unknown>
  let close = async () => {}
  const contexts: BrowserContext[] = []
  let open: (options: BrowserContextOptions) => Promise<BrowserContext>

  beforeAll(async () => {
    const opened = await rolledBack((await sharedDatabase()).pool)
    db = opened.db
    // Links in mail name the site's own address, so that its port has to be known before it is made.
    const PORT = String(await freePort())
    origin = `http://127.0.0.1:${PORT}`
    portForMail = await freePort()
    const config = readConfig({
      ...inbound,
      PORT,
      METRICS_PORT: '0',
      BASE_URL: origin,
      OVERLOADED_AFTER_MS: '0',
      INBOUND_PORT: String(portForMail),
    })
    const parts = { db, site, clock, config, log: silentLog }
    const app = await createApp(parts)
    await app.listen({ port: config.PORT, host: config.HOST })
    const listeners = await startListeners(parts, () => {})
    drain = () => runDue(parts)
    tick = async () => {
      await enqueueSchedules(parts)
      await drain()
    }
    const browser = await chromium.launch({
      executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
      args: quiet,
    })
    open = async options => {
      const context = await browser.newContext(options)
      contexts.push(context)
      return context
    }
    close = async () => {
      await browser.close()
      await listeners.stop()
      await app.close()
      await opened.undo()
    }
  })
  afterAll(() => close())

  return {
    address: (path: string) => origin + path,
    /** Where a mail server hands over mail that comes in. */
    portForMail: () => portForMail,
    db: () => db,
    /** Does all jobs that are due, as the worker would. */
    drain: () => drain(),
    clock,
    /** What the worker does at this moment: what is due by the clock, and all that follows. */
    tick: () => tick(),
    /** A new tab, without scripts unless asked for. */
    newPage: async ({ viewport = desktop, scripts = false } = {}): Promise<Watched> => {
      const context = await open({ viewport, javaScriptEnabled: scripts, reducedMotion: 'reduce' })
      const page = await context.newPage()
      const faults: string[] = []
      page.on('console', message => {
        if (['error', 'warning'].includes(message.type())) faults.push(`console: ${message.text()}`)
      })
      page.on('pageerror', error => faults.push(`script: ${error.message}`))
      page.on('request', request => {
        if (!request.url().startsWith(origin) && !request.url().startsWith('data:'))
          faults.push(`elsewhere: ${request.url()}`)
      })
      page.on('requestfailed', request => faults.push(`failed: ${request.url()}`))
      return { page, faults }
    },
  }
}
