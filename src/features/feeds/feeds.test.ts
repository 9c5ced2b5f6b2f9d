import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { newSecret } from '#plumbing/secrets.ts'
import { testApp } from '#test/support.ts'
import { hold, publishAt, type ToldSite, toldSite } from '#test/told-person.ts'

const hrefOf = (xml: string, rel: string) =>
  new RegExp(`<link rel="${rel}"[^>]*href="([^"]*)"`).exec(xml)?.[1]?.replaceAll('&amp;', '&')
const pathIn = (address: string) => address.replace('http://pipeline.test', '')
const idsIn = (xml: string) => [...xml.matchAll(/<id>([^<]*)/g)].map(([, id]) => id!)

test('every search has a feed, which its page names', async () => {
  const { get } = await testApp()
  const { body } = await get('/search?q=missed+bins&sort=newest')
  expect(body).toContain(
    '<link rel="alternate" type="application/atom+xml" title="What is new in this search" href="/search.atom?q=missed+bins"',
  )
  expect((await get('/projects')).body).not.toContain('application/atom+xml')
  const { headers, body: xml, statusCode } = await get('/search.atom?q=missed+bins')
  expect([statusCode, headers['content-type']]).toEqual([200, 'application/atom+xml; charset=utf-8'])
  expect(headers['x-robots-tag']).toBe('noindex')
  expect(hrefOf(xml, 'self')).toBe('http://pipeline.test/search.atom?q=missed+bins')
})

test('the pages of a feed together have everything once', async () => {
  const { get, drain, db } = await testApp()
  await drain()
  const ids: string[] = []
  const pages: string[] = []
  for (let path: string | undefined = '/search.atom?kind=organisation'; path; ) {
    const { body } = await get(path)
    ids.push(...idsIn(body).slice(1))
    pages.push(path)
    const next = hrefOf(body, 'next')
    path = next && pathIn(next)
  }
  const documents = await db
    .selectFrom('search_document')
    .select('subject_id')
    .where('kind', '=', 'organisation')
    .execute()
  expect(pages.length).toBeGreaterThan(1)
  expect(ids.toSorted()).toEqual(
    documents.map(({ subject_id }) => `tag:pipeline.test,2026:organisation/${subject_id}`).toSorted(),
  )
})

test('a feed of more words than a kept search has is refused with why', async () => {
  const { get } = await testApp()
  const answer = await get('/search.atom?q=one+two+three+four+bins+waste+housing+roads+lights+parks+schools')
  expect([answer.statusCode, answer.body.includes('8 or fewer')]).toEqual([422, true])
})

/** The secret that a person is shown when they ask for addresses. */
async function addressesOf({ officer }: Pick<ToldSite, 'officer'>) {
  await officer.get('/my/subscriptions/feeds')
  const { body } = await officer.post('/my/subscriptions/feeds')
  const [, secret] = /\/feeds\/([\w-]{43})\.atom/.exec(body)!
  return { atom: `/feeds/${secret}.atom`, ics: `/feeds/${secret}.ics` }
}

test('one’s own feed has what one is told of, with why, under a secret address', async () => {
  const site = await toldSite()
  const { atom } = await addressesOf(site)
  expect((await site.officer.get('/my/subscriptions/feeds')).body).not.toContain(atom)
  const { id } = await publishAt(site, 'bins-missed-again', 'Bins are missed again')
  const { statusCode, headers, body } = await site.get(atom)
  expect(statusCode).toBe(200)
  expect(headers).toMatchObject({
    'cache-control': 'private, max-age=0, must-revalidate',
    'x-robots-tag': 'noindex',
  })
  expect(headers['set-cookie']).toBeUndefined()
  expect(body).toContain('<title>Bins are missed again</title>')
  expect(body).toContain('New. Why: you asked for “Missed bins”.')
  expect(idsIn(body)).toContain(`tag:pipeline.test,2026:told/problem/${id}/found`)
  await hold(site, id)
  expect((await site.get(atom)).body).not.toContain('Bins are missed again')
})

test('one’s own feed has more pages where there is more', async () => {
  const site = await toldSite()
  const { atom } = await addressesOf(site)
  for (let at = 0; at < 3; at++) await publishAt(site, `missed-bins-${at}`, `Missed bins ${at}`)
  const own = await site.db.selectFrom('notification').selectAll().executeTakeFirstOrThrow()
  const documents = await site.db
    .selectFrom('search_document')
    .select(['kind', 'subject_id'])
    .limit(60)
    .execute()
  await site.db
    .insertInto('notification')
    .values(documents.map(document => ({ ...own, ...document, id: crypto.randomUUID() })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const first = (await site.get(atom)).body
  const second = (await site.get(pathIn(hrefOf(first, 'next')!))).body
  const ids = [...idsIn(first).slice(1), ...idsIn(second).slice(1)]
  expect(hrefOf(second, 'next')).toBeUndefined()
  expect(hrefOf(second, 'first')).toBe(`http://pipeline.test${atom}`)
  expect(ids.length).toBeGreaterThan(60)
  expect(new Set(ids).size).toBe(ids.length)
})

test('a new address ends the one before, and taking it away ends both feed and calendar', async () => {
  const site = await toldSite()
  const first = await addressesOf(site)
  const second = await addressesOf(site)
  const statuses = async (...paths: string[]) =>
    Promise.all(paths.map(async path => (await site.get(path)).statusCode))
  expect(await statuses(first.atom, first.ics, second.atom, second.ics)).toEqual([404, 404, 200, 200])
  await site.officer.post('/my/subscriptions/feeds/end')
  expect(await statuses(second.atom, second.ics)).toEqual([404, 404])
})

test.each(['atom', 'ics'])('an unknown secret, and none, lead nowhere: %s', async ending => {
  const { get } = await testApp()
  for (const secret of [newSecret(), 'x', '', '%00'])
    expect((await get(`/feeds/${secret}.${ending}`)).statusCode).toBe(404)
})

test('a closed account has no feed', async () => {
  const site = await toldSite()
  const { atom } = await addressesOf(site)
  await site.db
    .updateTable('person')
    .set({ suspended_at: site.clock.now() })
    .where('id', '=', site.officer.personId)
    .execute()
  expect((await site.get(atom)).statusCode).toBe(404)
})

test('one’s calendar has the last days of watched contracts, and of calls for partners', async () => {
  const site = await toldSite()
  const { ics } = await addressesOf(site)
  expect((await site.get(ics)).body).not.toContain('BEGIN:VEVENT')
  const contract = await site.db
    .selectFrom('search_text')
    .innerJoin('search_document', 'search_document.id', 'document_id')
    .innerJoin('contract', join => join.on(sql<boolean>`subject_id = contract.id::text`))
    .select(['url', 'contract.ends_on'])
    .where('ends_on', 'is not', null)
    .executeTakeFirstOrThrow()
  await site.officer.post('/subscriptions/new', {
    about: contract.url,
    title: 'A contract',
    level: 'milestones',
    frequency: 'weekly',
  })
  const { body } = await site.get(ics)
  expect(body).toContain(`DTSTART;VALUE=DATE:${contract.ends_on!.replaceAll('-', '')}`)
})

test('what one is told of can be carried to a feed reader', async () => {
  const site = await toldSite()
  const { body, headers } = await site.officer.get('/my/subscriptions.opml')
  expect(headers['content-disposition']).toContain('pipeline-subscriptions.opml')
  expect(body).toContain('xmlUrl="http://pipeline.test/search.atom?q=missed+bins"')
  const [, feed] = /xmlUrl="http:\/\/pipeline\.test([^"]*)"/.exec(body)!
  expect((await site.get(feed!)).statusCode).toBe(200)
})
