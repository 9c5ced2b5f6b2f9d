import { expect, test } from 'vitest'
import { createSite, type Feature } from '#plumbing/feature.ts'
import { enqueueSchedules } from '#plumbing/jobs.ts'
import { publishProblem } from '#test/published-problem.ts'
import { handClock, silentLog, testApp } from '#test/support.ts'
import { site as wholeSite } from '../../features.ts'

/** The site with the schedules of this feature alone: the nightly work of the others is not asked about here. */
const site = createSite(
  wholeSite.features.map(
    (feature): Feature => (feature.name === 'subscriptions' ? feature : { ...feature, schedules: [] }),
  ),
)

/** An officer who is told of every problem about damp, and a worker that looks at the clock when it is told to. */
async function subscribed(frequency: 'at-once' | 'daily' | 'weekly', start: string) {
  const clock = handClock(start)
  const door = await testApp({ clock, site })
  const { db, config, drain } = door
  await drain()
  const officer = await door.signedIn({ of: 'leeds-city-council' })
  const form = { about: '/search?q=damp', title: 'Damp', level: 'new', frequency }
  expect((await officer.post('/subscriptions/new', form)).statusCode).toBe(303)
  const published: string[] = []
  const look = async () => {
    await enqueueSchedules({ db, site, clock, config, log: silentLog })
    await drain()
  }
  const publish = async () => {
    const slug = `damp-${published.length + 1}`
    await publishProblem(db, clock, { slug, title: `Damp in block ${published.length + 1}` })
    published.push(slug)
  }
  /** The slugs in each mail that was sent, in the order of the mails. */
  const told = async () => {
    const mails = await db
      .selectFrom('mail')
      .select('letter')
      .where('about', '=', 'digest')
      .where('recipient', '=', officer.email)
      .orderBy('id')
      .execute()
    return mails.map(({ letter }) => [...new Set(JSON.stringify(letter).match(/damp-\d+/g) ?? [])].sort())
  }
  /** Looks every two hours for so many hours; something is published every six, where that is wanted. */
  const goOn = async (hours: number, { publishing = false } = {}) => {
    for (let hour = 2; hour <= hours; hour += 2) {
      clock.forward(2 * 3_600_000)
      if (publishing && hour % 6 === 0) await publish()
      await look()
    }
  }
  return { clock, told, goOn, published }
}

const eachOnce = (told: string[][], published: string[]) =>
  expect(told.flat().sort()).toEqual(published.toSorted())

const days = 24 * 3_600_000

test.each([
  ['forward', '2026-03-27T09:00:00Z'],
  ['back', '2026-10-23T09:00:00Z'],
])('a mail comes each morning while the clocks go %s, and tells each thing once', async (_, start) => {
  const { goOn, told, published } = await subscribed('daily', start)
  await goOn(72, { publishing: true })
  await goOn(24)
  expect(await told()).toHaveLength(4)
  eachOnce(await told(), published)
})

test.each([
  ['daily', -1 * days],
  ['at-once', -1 * days],
  ['daily', 3 * 3_600_000],
  ['at-once', 3 * 3_600_000],
] as const)(
  'who is told %s misses nothing and hears nothing twice when the clock jumps by %i milliseconds',
  async (frequency, jump) => {
    const { clock, goOn, told, published } = await subscribed(frequency, '2026-11-24T03:30:00Z')
    await goOn(12, { publishing: true })
    clock.forward(jump)
    await goOn(36, { publishing: true })
    await goOn(48)
    eachOnce(await told(), published)
  },
)

test('a clock that was a day ahead and is put right again leaves nothing out', async () => {
  const { clock, goOn, told, published } = await subscribed('daily', '2026-11-24T03:30:00Z')
  await goOn(6, { publishing: true })
  clock.forward(days)
  await goOn(6, { publishing: true })
  clock.forward(-1 * days)
  await goOn(24, { publishing: true })
  await goOn(48)
  eachOnce(await told(), published)
})
