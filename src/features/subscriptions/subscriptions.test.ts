import { expect, test } from 'vitest'
import { insertProblem } from '#test/published-problem.ts'
import { handClock, silentLog, testApp } from '#test/support.ts'
import { site as wholeSite } from '../../features.ts'
import { tellAtOnce } from './schedules.ts'

const missedBins = '/search?q=missed+bins'
const wishes = { title: 'Missed bins', level: 'new', frequency: 'at-once' }

async function subscribed(more: Record<string, string> = {}) {
  const clock = handClock()
  const site = await testApp({ clock })
  await site.drain()
  const officer = await site.signedIn({ of: 'leeds-city-council', name: 'Jo' })
  const form = { about: missedBins, ...wishes, ...more }
  await officer.get(`/subscriptions/new?about=${encodeURIComponent(form.about)}`)
  const answer = await officer.post('/subscriptions/new', form)
  expect(answer.statusCode).toBe(303)
  clock.forward(60_000)
  return { ...site, clock, officer }
}

/** Ten minutes later: the next mail of what people want at once has been made. */
async function later({ db, clock, config, drain }: Awaited<ReturnType<typeof subscribed>>) {
  clock.forward(10 * 60_000)
  const context = { db, clock, config, site: wholeSite, log: silentLog }
  await db.transaction().execute(trx => tellAtOnce.run(trx, context))
  await drain()
}

const mails = (db: Awaited<ReturnType<typeof subscribed>>['db']) =>
  db.selectFrom('mail').select(['recipient', 'letter']).where('about', '=', 'digest').orderBy('id').execute()

/** A problem as if it had just been published, and all that follows from it. */
async function publish(site: Awaited<ReturnType<typeof subscribed>>, slug: string, title: string) {
  const problem = await insertProblem(site.db, site.clock, { slug, title })
  await site.db
    .insertInto('activity')
    .values({
      id: crypto.randomUUID(),
      kind: 'problem.published',
      subject_kind: 'problem',
      subject_id: problem.id,
      actor_kind: 'system',
      detail: '{}',
      occurred_at: site.clock.now(),
    })
    .execute()
  await site.drain()
  return problem
}

test('who keeps a search is told of what it finds anew, with the reason, once', async () => {
  const site = await subscribed()
  await publish(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  const sent = await mails(site.db)
  expect(sent).toMatchObject([{ recipient: site.officer.email }])
  expect(JSON.stringify(sent[0]!.letter)).toContain('Bins are missed again')
  expect(JSON.stringify(sent[0]!.letter)).toContain('you asked for “Missed bins”')
  await later(site)
  expect(await mails(site.db)).toHaveLength(1)
  expect((await site.officer.get('/my/subscriptions/sent')).body).toContain('Bins are missed again')
})

test('what does not have all the words is not told', async () => {
  const site = await subscribed()
  await publish(site, 'bins-only', 'Bins in parks')
  await later(site)
  expect(await mails(site.db)).toHaveLength(0)
})
