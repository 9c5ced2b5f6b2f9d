import { expect, test } from 'vitest'
import { silentLog } from '#test/support.ts'
import { hold, publishAt, type ToldSite, toldSite } from '#test/told-person.ts'
import { site as wholeSite } from '../../features.ts'
import { tellAtOnce } from './schedules.ts'

const home = '/organisations/leeds-city-council/subscriptions'
const wishes = { title: 'Bins for all', level: 'everything', frequency: 'at-once' }
const mailbox = 'digital.team@leeds.gov.uk'

/** A site on which a lead keeps a search for Leeds, and gave the address of its shared mailbox. */
async function askedSite() {
  const site = await toldSite()
  const whose = site.officer.organisationId!
  const kept = await site.officer.post('/subscriptions/new', {
    ...wishes,
    about: '/search?q=missed+bins',
    whose,
  })
  expect(kept.headers.location).toContain(home)
  const asked = await site.officer.post(`${home}/mailbox`, { mailbox })
  expect(asked.statusCode).toBe(303)
  site.clock.forward(60_000)
  return site
}

const lettersTo = async ({ db }: ToldSite, recipient: string) =>
  (
    await db.selectFrom('mail').select('letter').where('recipient', '=', recipient).orderBy('id').execute()
  ).map(({ letter }) => JSON.stringify(letter))

const linkIn = (letter: string, kind: string) => new RegExp(`/${kind}/[\\w-]{43}`).exec(letter)![0]

async function confirmedSite() {
  const site = await askedSite()
  const [letter] = await lettersTo(site, mailbox)
  const link = linkIn(letter!, 'mailboxes')
  const reader = site.freshBrowser()
  await reader.get(link)
  expect((await reader.post(link)).body).toContain(`Mail goes to ${mailbox} from now on`)
  site.clock.forward(60_000)
  return { ...site, reader, link }
}

/** Ten minutes later: the next mail of what is wanted at once has been made. */
async function later({ db, clock, config, drain }: ToldSite) {
  clock.forward(10 * 60_000)
  const context = { db, clock, config, site: wholeSite, log: silentLog }
  await db.transaction().execute(trx => tellAtOnce.run(trx, context))
  await drain()
}

test('nothing goes to a mailbox before somebody who reads it said yes, and to open the link says nothing', async () => {
  const site = await askedSite()
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  const [letter, ...more] = await lettersTo(site, mailbox)
  expect(more).toEqual([])
  const link = linkIn(letter!, 'mailboxes')
  expect((await site.get(link)).body).toContain(`May Pipeline write to ${mailbox}?`)
  expect((await site.officer.get(home)).body).toContain('Nothing goes')
  site.clock.forward(8 * 86_400_000)
  expect((await site.get(link)).statusCode).toBe(404)
})

test('mailboxes that have not agreed are written to a few times a day at most', async () => {
  const site = await askedSite()
  const ask = async (address: string) => {
    site.clock.forward(60_000)
    return (await site.officer.post(`${home}/mailbox`, { mailbox: address })).statusCode
  }
  for (let at = 0; at < 4; at++) expect(await ask('someone@leeds.gov.uk')).toBe(303)
  expect(await ask('someone@leeds.gov.uk')).toBe(422)
  expect(await ask('another@leeds.gov.uk')).toBe(422)
  expect(await lettersTo(site, 'someone@leeds.gov.uk')).toHaveLength(4)
  site.clock.forward(86_400_000)
  expect(await ask('another@leeds.gov.uk')).toBe(303)
})

test('a mailbox is told why, and whoever reads it stops all of it without an account', async () => {
  const site = await confirmedSite()
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  const [, letter] = await lettersTo(site, mailbox)
  expect(letter).toContain('Bins are missed again')
  expect(letter).toContain('Why: Leeds City Council asked for “Bins for all”')
  expect(letter).toContain('somebody who reads the mailbox agreed')
  const managed = linkIn(letter!, 'from-mail')
  expect((await site.reader.get(managed)).body).toContain('What Leeds City Council is told of')
  expect((await site.post(`${managed}/stop`, { 'List-Unsubscribe': 'One-Click' })).statusCode).toBe(303)
  await publishAt(site, 'bins-missed-more', 'More missed bins')
  await later(site)
  expect(await lettersTo(site, mailbox)).toHaveLength(2)
  expect((await site.officer.get(home)).body).toContain('All mail of these subscriptions was stopped')
  expect((await site.officer.get('/my/subscriptions')).body).not.toContain('was stopped')
  expect((await site.reader.get(managed)).body).not.toContain('Ask this mailbox')
})

test('every link of a mail leads to a page that leads home', async () => {
  const site = await confirmedSite()
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  const letters = (await lettersTo(site, mailbox)).join()
  const links = [...letters.matchAll(/"(?:href|unsubscribe)":"([^"]+)"/g)].map(([, href]) => href!)
  expect(links.length).toBeGreaterThan(3)
  for (const link of links.filter(href => !href.startsWith('/mailboxes/')))
    expect((await site.reader.get(link)).body).toContain('href="/"')
})

test('every lead sees what the organisation is told of and what was sent; nobody else does', async () => {
  const site = await confirmedSite()
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  const other = await site.signedIn({ of: 'leeds-city-council', role: 'lead' })
  expect((await other.get(home)).body).toContain('Bins for all')
  expect((await other.get(`${home}/sent`)).body).toContain('Bins are missed again')
  expect((await other.get('/my/subscriptions')).body).toContain(`href="${home}"`)
  for (const standing of [
    { of: 'leeds-city-council' },
    { of: 'adur-district-council', role: 'lead' as const },
    { duties: ['curator' as const] },
  ]) {
    const stranger = await site.signedIn(standing)
    for (const path of [home, `${home}/sent`]) expect((await stranger.get(path)).statusCode).toBe(404)
    expect((await stranger.post(`${home}/mailbox`, { mailbox: 'a@leeds.gov.uk' })).statusCode).toBe(404)
    const whose = site.officer.organisationId!
    const kept = await stranger.post('/subscriptions/new', { ...wishes, about: '/search?q=damp', whose })
    expect(kept.statusCode).toBe(404)
  }
})

test('a lead who leaves and is forgotten leaves it to the organisation, and sees it no more', async () => {
  const site = await confirmedSite()
  const { db, officer } = site
  await db
    .updateTable('membership')
    .set({ state: 'ended', ended_at: site.clock.now() })
    .where('person_id', '=', officer.personId)
    .execute()
  expect((await officer.get(home)).statusCode).toBe(404)
  for (const { erase } of wholeSite.slot('personalData').toSorted((a, b) => a.order - b.order))
    await db.transaction().execute(trx => erase(trx, site.clock, officer.personId))
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  expect(await lettersTo(site, mailbox)).toHaveLength(2)
})

test.each(['digital.team@adur.example', 'digital.team@notleeds.gov.uk', 'digital.team'])(
  '%s is not a mailbox of Leeds',
  async address => {
    const site = await toldSite()
    const answer = await site.officer.post(`${home}/mailbox`, { mailbox: address })
    expect(answer.statusCode).toBe(422)
    expect(await lettersTo(site, address)).toEqual([])
  },
)

test('another mailbox is asked anew, and links in mail to the first lead nowhere from then on', async () => {
  const site = await confirmedSite()
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  const managed = linkIn((await lettersTo(site, mailbox))[1]!, 'from-mail')
  await site.officer.post(`${home}/mailbox`, { mailbox: 'housing@leeds.gov.uk' })
  expect((await site.reader.get(managed)).statusCode).toBe(200)
  const [letter] = await lettersTo(site, 'housing@leeds.gov.uk')
  await site.reader.post(linkIn(letter!, 'mailboxes'))
  expect((await site.reader.get(managed)).statusCode).toBe(404)
  expect((await site.reader.post(linkIn(letter!, 'mailboxes'))).statusCode).toBe(404)
  await publishAt(site, 'bins-missed-more', 'More missed bins')
  await later(site)
  expect(await lettersTo(site, mailbox)).toHaveLength(2)
  expect(await lettersTo(site, 'housing@leeds.gov.uk')).toHaveLength(2)
})

test('a mailbox that is taken away, or is of an organisation that has ended, is sent nothing', async () => {
  const site = await confirmedSite()
  await site.db
    .updateTable('organisation')
    .set({ status: 'former' })
    .where('slug', '=', 'leeds-city-council')
    .execute()
  await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  await later(site)
  await site.db
    .updateTable('organisation')
    .set({ status: 'current' })
    .where('slug', '=', 'leeds-city-council')
    .execute()
  await site.officer.post(`${home}/mailbox/end`)
  await later(site)
  expect(await lettersTo(site, mailbox)).toHaveLength(1)
})

test('what is held back is not told to a mailbox, nor what is not for everyone any more', async () => {
  const site = await confirmedSite()
  const held = await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  const hidden = await publishAt(site, 'bins-missed-more', 'More missed bins')
  await hold(site, held.id)
  await site.db
    .updateTable('problem')
    .set({ visibility: 'public-sector' })
    .where('id', '=', hidden.id)
    .execute()
  await site.db
    .insertInto('activity')
    .values({
      id: crypto.randomUUID(),
      kind: 'problem.changed',
      subject_kind: 'problem',
      subject_id: hidden.id,
      actor_kind: 'system',
      detail: '{}',
      occurred_at: site.clock.now(),
    })
    .execute()
  await site.drain()
  await later(site)
  expect(await lettersTo(site, mailbox)).toHaveLength(1)
})
