import pino from 'pino'
import { onTestFinished } from 'vitest'
import type { Clock } from '#plumbing/clock.ts'
import { readConfig } from '#plumbing/config.ts'
import type { Db } from '#plumbing/database/database.ts'
import { rolledBack } from '#plumbing/database/rollback.ts'
import { runDue } from '#plumbing/jobs.ts'
import { createApp } from '../src/app.tsx'
import { site } from '../src/features.ts'
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

/** The whole site on the seeded database; whatever the test does is undone when it ends. */
export async function testApp({ clock = handClock(), db: given }: { clock?: Clock; db?: Db } = {}) {
  const db = given ?? (await testDatabase())
  const config = readConfig({ PORT: '0', METRICS_PORT: '0', BASE_URL: 'http://pipeline.test' })
  const app = await createApp({ db, site, clock, config, log: silentLog })
  onTestFinished(() => app.close())
  const get = (url: string, headers: Record<string, string> = {}) =>
    app.inject({ method: 'GET', url, headers })
  const post = (url: string, form: Record<string, string>, headers: Record<string, string> = {}) =>
    app.inject({
      method: 'POST',
      url,
      payload: new URLSearchParams(form).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
    })
  /** Does all jobs that are due, as the worker would. */
  const drain = () => runDue({ db, site, clock, config, log: silentLog })
  return { app, db, clock, config, get, post, drain }
}
