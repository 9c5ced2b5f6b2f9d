import pino, { type Logger } from 'pino'
import { onTestFinished } from 'vitest'
import type { Clock } from '#plumbing/clock.ts'
import { readConfig } from '#plumbing/config.ts'
import type { Db } from '#plumbing/database/database.ts'
import { rolledBack } from '#plumbing/database/rollback.ts'
import type { Site } from '#plumbing/feature.ts'
import { runDue } from '#plumbing/jobs.ts'
import { createApp } from '../src/app.tsx'
import { site as wholeSite } from '../src/features.ts'
import { cookieOf, insertSignedIn, keyGivenBy, type Standing, withToken } from './people.ts'
import { sharedDatabase } from './seeded-database.ts'

export const silentLog = pino({ level: 'silent' })

/** A clock in the test's hand, at a quarter past nine on 21 November 2026 until moved. */
export function handClock(start = '2026-11-21T09:15:00Z') {
  let now = new Date(start)
  return {
    now: () => now,
    set: (instant: string) => {
      now = new Date(instant)
    },
    forward: (milliseconds: number) => {
      now = new Date(now.getTime() + milliseconds)
    },
  }
}

/** The seeded database in a transaction that is undone when the test ends. */
export async function testDatabase(): Promise<Db> {
  const { db, undo } = await rolledBack((await sharedDatabase()).pool)
  onTestFinished(undo)
  return db
}

export type Form = Record<string, string | string[]>

const encoded = (form: Form) =>
  new URLSearchParams(
    Object.entries(form).flatMap(([name, values]) => [values].flat().map(value => [name, value])),
  ).toString()

/** A file as a browser sends it with a form. */
export type SentFile = { field: string; name: string; content: string | Uint8Array }

function multipart(form: Form, file: SentFile) {
  const boundary = '----pipeline-test-boundary'
  const part = (disposition: string, content: string | Uint8Array) => [
    `--${boundary}\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n`,
    content,
    '\r\n',
  ]
  const parts = [
    ...Object.entries(form).flatMap(([name, values]) =>
      [values].flat().flatMap(value => part(`name="${name}"`, value)),
    ),
    ...part(`name="${file.field}"; filename="${file.name}"`, file.content),
    `--${boundary}--\r\n`,
  ]
  return {
    payload: Buffer.concat(parts.map(piece => Buffer.from(piece as string))),
    type: `multipart/form-data; boundary=${boundary}`,
  }
}

/** `settings` are those of the environment. */
type AppParts = { clock?: Clock; site?: Site; log?: Logger; settings?: Record<string, string> }

/** The whole site, or one with something planted, on the seeded database; whatever the test does is undone when it ends. */
export async function testApp({ db, ...parts }: AppParts & { db?: Db } = {}) {
  const opened = await openApp(db ?? (await testDatabase()), parts)
  onTestFinished(() => opened.app.close())
  return opened
}

/** The same for those who close it themselves. */
export async function openApp(
  db: Db,
  { clock = handClock(), site = wholeSite, log = silentLog, settings = {} }: AppParts = {},
) {
  // Tests of a suite hold up each other's process; what is tried is not how fast this machine is.
  const always = {
    PORT: '0',
    METRICS_PORT: '0',
    BASE_URL: 'http://pipeline.test',
    OVERLOADED_AFTER_MS: '0',
  }
  const config = readConfig({ ...always, ...settings })
  const app = await createApp({ db, site, clock, config, log })
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url, headers })
  const post = (url: string, form: Form, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url,
      payload: encoded(form),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
  const postFile = (url: string, form: Form, file: SentFile, headers: Record<string, string> = {}) => {
    const { payload, type } = multipart(form, file)
    return app.inject({ method: 'POST', url, payload, headers: { 'content-type': type, ...headers } })
  }
  /** A browser with a key of its own: keeps its cookie, and sends forms as a page of this site would. */
  const browserWith = (first: string) => {
    let key = first
    const keeping = async (answer: ReturnType<typeof get>) => {
      const { headers } = await answer
      key = keyGivenBy(headers) ?? key
      return answer
    }
    return {
      get: (url: string) => keeping(get(url, key ? cookieOf(key) : {})),
      post: (url: string, form: Form = {}) => keeping(post(url, withToken(key, form), cookieOf(key))),
      postFile: (url: string, form: Form, file: SentFile) =>
        keeping(postFile(url, withToken(key, form), file, cookieOf(key))),
      key: () => key,
    }
  }
  /** Someone signed in, of an organisation by its slug; see `Standing`. */
  const signedIn = async (standing: Standing = {}) => {
    const { key, ...person } = await insertSignedIn(db, clock, standing)
    return { ...person, ...browserWith(key) }
  }
  /** A browser that nobody has signed in with; like a person's, it looks at a page with a form before it sends one. */
  const freshBrowser = () => browserWith('')
  /** Does all jobs that are due, as the worker would. */
  const drain = () => runDue({ db, site, clock, config, log })
  return { app, db, clock, config, get, post, signedIn, freshBrowser, drain }
}
