import type { AddressInfo } from 'node:net'
import { type BrowserContext, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { createApp } from '../../src/app.tsx'
import { site } from '../../src/features.ts'
import { readConfig } from '../../src/plumbing/config.ts'
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

/** The seeded site on a port of its own and a real browser, for the tests of this file. */
export function withBrowser() {
  let origin = ''
  let close = async () => {}
  const contexts: BrowserContext[] = []
  let open: (options: BrowserContextOptions) => Promise<BrowserContext>

  beforeAll(async () => {
    const { db } = await sharedDatabase()
    const config = readConfig({ PORT: '0', METRICS_PORT: '0' })
    const app = await createApp({ db, site, clock: handClock(), config, log: silentLog })
    await app.listen({ port: 0, host: '127.0.0.1' })
    origin = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`
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
      await app.close()
    }
  })
  afterAll(() => close())

  return {
    address: (path: string) => origin + path,
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
