import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Route } from '#plumbing/http/route.ts'
import { cookieOf, withToken } from '#test/people.ts'
import { site } from '../src/features.ts'
import { type AttackedSite, attackedSite, encoded } from './attacks/attacked-site.ts'
import { harmOf } from './attacks/harm.ts'

const limited = site.slot('routes').filter(({ perMinute }) => perMinute)
const name = ({ method, path }: Route) => `${method} ${path}`

let attacked: AttackedSite
beforeAll(async () => {
  attacked = await attackedSite()
}, 120_000)
afterAll(() => attacked.close())

test.each(limited.map(route => [name(route), route] as const))(
  'the limit on %s lets the last allowed request of one network through, and not one more',
  async (_, route) => {
    const { inject, reach, keyOf, db, takeBack } = attacked
    const { as, path, names } = reach(route)
    const isForm = route.method === 'POST'
    const from = (remoteAddress: string) =>
      inject({
        method: route.method,
        url: path,
        headers: {
          ...cookieOf(keyOf(as)),
          ...(isForm && { 'content-type': 'application/x-www-form-urlencoded' }),
        },
        ...(isForm && { payload: encoded(withToken(keyOf(as), { ...names })) }),
        remoteAddress,
      })
    await from('192.0.2.1')
    await db
      .updateTable('rate_limit')
      .set({ hits: route.perMinute! - 1 })
      .execute()
    expect((await from('192.0.2.1')).statusCode).not.toBe(429)
    const refused = await from('192.0.2.1')
    expect(refused.statusCode).toBe(429)
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    expect(harmOf(refused)).toEqual([])
    const elsewhere = await from('192.0.2.2')
    await takeBack()
    expect(elsewhere.statusCode).not.toBe(429)
  },
)
