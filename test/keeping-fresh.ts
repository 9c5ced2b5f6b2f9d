import { askWhatIsDue } from '#features/freshness/schedules.ts'
import type { Letter } from '#features/mail/index.ts'
import { dueKey, enqueue } from '#plumbing/jobs.ts'
import { trust } from '#test/planning.ts'
import { raiseProblem } from '#test/raised-problems.ts'
import { handClock, testApp } from '#test/support.ts'

export type App = Awaited<ReturnType<typeof testApp>>
type Officer = Awaited<ReturnType<App['signedIn']>>

export const home = 'leeds-city-council'

/** A site whose clock is in the hand, with an owner, a deputy and a lead of one council. */
export async function openHouse(start = '2026-03-02T09:00:00Z') {
  const clock = handClock(start)
  const app = await testApp({ clock })
  const owner = await app.signedIn({ of: home, name: 'Robin Ashdown' })
  const deputy = await app.signedIn({ of: home, name: 'Kit Marlow' })
  const lead = await app.signedIn({ of: home, role: 'lead', name: 'Sam Leigh' })
  await staySignedIn(app)
  await trust(app, owner)
  const path = await raiseProblem(owner)
  await app.drain()
  const review = await app.db
    .selectFrom('review')
    .selectAll()
    .where('kind', '=', 'problem')
    .where('owner_id', '=', owner.personId)
    .executeTakeFirstOrThrow()
  const readReview = () =>
    app.db.selectFrom('review').selectAll().where('id', '=', review.id).executeTakeFirstOrThrow()
  const morning = async (day: string, time = '08:00:00Z') => {
    clock.set(`${day}T${time}`)
    await tick(app)
  }
  return { app, clock, owner, deputy, lead, path, review, readReview, morning }
}

/** What the worker does at a moment: its schedule, if it is due by the clock, and all that follows. */
export async function tick(app: Pick<App, 'db' | 'clock' | 'drain'>) {
  const { name } = askWhatIsDue
  const key = dueKey(askWhatIsDue, app.clock.now())
  await enqueue(app.db, app.clock, `schedule:${name}`, key, {})
  await app.drain()
}

/** Keeps everyone signed in through the months of a test. */
export const staySignedIn = ({ db }: Pick<App, 'db'>) =>
  db
    .updateTable('session')
    .set({ ends_at: new Date('2040-01-01') })
    .execute()

export const mailsTo = async ({ db }: App, { email }: Pick<Officer, 'email'>) => {
  const rows = await db
    .selectFrom('mail')
    .select(['letter', 'about'])
    .where('recipient', '=', email)
    .where('about', '=', 'review')
    .orderBy('created_at')
    .orderBy('id')
    .execute()
  return rows.map(({ letter }) => letter as Letter)
}

/** The path of each answer in the newest mail to someone. */
export async function linksTo(app: App, person: Pick<Officer, 'email'>) {
  const letter = (await mailsTo(app, person)).at(-1)!
  const hrefs = JSON.stringify(letter).match(/\/still-true\/[\w-]{43}\/[\w-]+/g)!
  const linkOf = (answer: string) => hrefs.find(href => href.endsWith(`/${answer}`))!
  return {
    still: linkOf('still-true'),
    changed: linkOf('changed'),
    finished: linkOf('finished'),
    notOurs: linkOf('not-ours'),
  }
}
