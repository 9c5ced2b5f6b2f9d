import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { rolledBack } from '#plumbing/database/rollback.ts'
import { cookieOf, withToken } from '#test/people.ts'
import { sharedDatabase } from '#test/seeded-database.ts'
import { openApp } from '#test/support.ts'
import { site } from '../../src/features.ts'
import { rows } from './rows.ts'
import {
  type PolicyName,
  type StandingName,
  standingNames,
  standings,
  verdictFor,
  verdictOf,
} from './standings.ts'
import { makeWorld, type World } from './world.ts'

type Prepared = Pick<Awaited<ReturnType<typeof rolledBack>>, 'takeBack' | 'undo'> & {
  app: Awaited<ReturnType<typeof openApp>>
  world: World
  keys: Map<StandingName, string>
}

let prepared: Prepared

// One world for all: each knock is taken back, so that the next finds it as it was.
beforeAll(async () => {
  const { db, keep, takeBack, undo } = await rolledBack((await sharedDatabase()).pool)
  const app = await openApp(db)
  const world = await makeWorld(app)
  const keys = new Map<StandingName, string>()
  for (const name of standingNames) {
    const standing = standings[name]
    const browser = standing ? await app.signedIn(standing) : app.freshBrowser()
    await browser.get('/sign-in')
    keys.set(name, browser.key())
  }
  await keep()
  prepared = { app, world, keys, takeBack, undo }
}, 120_000)

afterAll(async () => {
  await prepared.app.app.close()
  await prepared.undo()
})

const routes = site.slot('routes').map(route => ({ route, name: `${route.method} ${route.path}` }))

/** Something for the fields that most forms have, so that a form is not refused before it is asked whose it is. */
const words = {
  says: 'have-it',
  answer: 'confirm',
  decision: 'confirm',
  role: 'lead',
  note: 'As it is.',
  title: 'Missed bins',
  happens: 'Residents ring.',
  text: 'We began.',
}

type Case = { about: string; policy: PolicyName; path(world: World): string }

/** The cases of a row: a thing's path stands for the beginning of the route's. */
function casesOf(
  { method, path, examples }: (typeof routes)[number]['route'],
  row: (typeof rows)[string],
): Case[] {
  if (typeof row === 'string')
    return [
      {
        about: '',
        policy: row,
        path: () =>
          (method === 'GET' && examples?.[0]) ||
          path.replace(':slug', 'leeds-city-council').replace(/:\w+/g, noId),
      },
    ]
  return Object.entries(row).map(([about, policy]) => ({
    about: ` for ${about}`,
    policy,
    path: world => {
      const thing = world[about as keyof World]
      const rest = path.split('/').slice(thing.split('/').length)
      return [thing, ...rest].join('/').replace(':organisation', 'leeds-city-council')
    },
  }))
}
const noId = '00000000-0000-7000-8000-000000000000'

test('every route has a row in the matrix, and every row a route', () => {
  expect(Object.keys(rows).sort()).toEqual(routes.map(({ name }) => name).sort())
})

describe.each(routes.filter(({ name }) => name in rows))('$name', ({ route, name }) => {
  test.each(casesOf(route, rows[name]!))(`is for $policy$about`, async ({ policy, path }) => {
    const { app, world, keys, takeBack } = prepared
    const found: Record<string, unknown> = {}
    for (const standing of standingNames) {
      const key = keys.get(standing)!
      const answer =
        route.method === 'GET'
          ? await app.get(path(world), cookieOf(key))
          : await app.post(path(world), withToken(key, words), cookieOf(key))
      found[standing] = verdictOf(answer)
      await takeBack()
    }
    expect(found).toEqual(
      Object.fromEntries(standingNames.map(standing => [standing, verdictFor(policy, standing)])),
    )
  })
})

test('control: a route that is open too wide or too narrow is noticed', () => {
  const shown = verdictOf({ statusCode: 200, headers: {} })
  const hidden = verdictOf({ statusCode: 404, headers: {} })
  expect(shown).not.toBe(verdictFor('own speakers', 'member elsewhere'))
  expect(hidden).not.toBe(verdictFor('own speakers', 'member'))
})
