import { sql } from 'kysely'
import { expect, test } from 'vitest'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { createLog } from '#plumbing/log.ts'
import { adoptIn } from '#test/adopting.ts'
import { askAsDeputy } from '#test/asked-review.ts'
import { bringPlan } from '#test/brought-plan.ts'
import { bringRegister, kennels } from '#test/brought-register.ts'
import { words } from '#test/introducing.ts'
import { makeHandover } from '#test/made-handover.ts'
import { insertOpportunity } from '#test/made-opportunity.ts'
import { insertProblem } from '#test/published-problem.ts'
import { draftProblem } from '#test/raised-problems.ts'
import { bringPubliccode, shareIn } from '#test/sharing.ts'
import { stopMailOf } from '#test/stopped-mail.ts'
import { testApp, testDatabase } from '#test/support.ts'
import { site } from '../../src/features.ts'
import { codeSentTo, signInByMail } from './by-mail.ts'
import { readPage } from './forms.ts'
import { type Browser, liveThrough } from './one-life.ts'
import { workTogether } from './together.ts'
import { allExports, columnsOfPeople, countNaming, tracesOf, wholeDump } from './traces.ts'

const self = {
  name: 'Zebedee Quillfeather',
  email: 'zebedee.quillfeather@leeds.gov.uk',
  nextEmail: 'z.quillfeather@adur.example',
  jobTitle: 'Keeper of the Oozlums',
  offers: 'Ask me how flibbertigibbets are sorted',
  others: 'Surrey County Council',
}
// Stems and parts: an index may keep less than the word.
const distinctive = ['zebedee', 'quillfeath', 'oozlum', 'flibbertigibb']

const neighbour = {
  name: 'A Neighbour',
  email: 'neighbour@adur-worthing.gov.uk',
  nextEmail: 'neighbour@example.gov.uk',
  jobTitle: 'Officer',
  offers: 'Nothing',
  others: 'Leeds City Council',
}

/** Columns that go on holding a number, which then leads to nobody, with the reason. */
const numbersThatStay: Record<string, string> = {
  'activity.actor_id': 'the record of what was done cannot be changed',
  'membership.person_id': 'that somebody spoke for an organisation, and when',
  'membership.decided_by': 'that somebody confirmed it',
  'membership.ended_by': 'that somebody ended it',
  'moderation_act.person_id': 'that a curator decided, and told the organisation why',
}

type App = Awaited<ReturnType<typeof testApp>>

const idOf = async (db: Db, slug: string) =>
  (await db.selectFrom('organisation').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

/** A neighbour does all that the site offers, so that there is something to answer; returns what they have published. */
async function neighboursWork(app: App): Promise<string[]> {
  const { db, clock, drain, signedIn } = app
  await sql`insert into moderation_trusted select id, ${clock.now()} from organisation
    where slug in ('leeds-city-council', 'adur-district-council')`.execute(db)
  const browser = await signedIn({ of: 'adur-district-council', role: 'lead', email: neighbour.email })
  await liveThrough(site, browser, neighbour)
  await drain()
  return readPage((await browser.get('/my')).body).links
}

/** Someone comes by mail, is made all that one can be, and does all that the site offers. */
async function wholeLife(app: App) {
  const { db, clock, drain, freshBrowser } = app
  const now = clock.now()
  const first = await neighboursWork(app)
  const browser = await signInByMail(app, self.email)
  const { name, jobTitle, email } = self
  await browser.post('/welcome', {
    name,
    jobTitle,
    isShown: 'yes',
    choice: await idOf(db, 'leeds-city-council'),
  })
  const { id: personId } = await db
    .selectFrom('person')
    .select('id')
    .where('email', '=', email)
    .executeTakeFirstOrThrow()
  await db.updateTable('membership').set({ role: 'lead' }).where('person_id', '=', personId).execute()
  for (const duty of ['curator', 'operator'] as const)
    await db.insertInto('person_duty').values({ person_id: personId, duty, granted_at: now }).execute()
  // Twice: some of what can be done answers to what one did before.
  const own = async () => readPage((await browser.get('/my')).body).links
  for (const _ of [1, 2]) await liveThrough(site, browser, self, [...first, ...(await own())])
  await browser.post(`${await insertOpportunity(db, clock, 'published')}/answer`, {})
  await letColleagueGo(db, browser, personId)
  await withdrawGuide(db, browser)
  await mergeAndUndo(app, browser)
  await confirmAndReply(db, browser, personId)
  await bringContracts(db, browser)
  await bringMilestones(db, browser, personId)
  await workTogether(app, browser, personId)
  await shareAndTakeOn(app, browser)
  await introduceAndBlock(app, browser)
  await insertIdentity(db, personId, now)
  await stopMailOf(db, clock, personId)
  await passOnAndBeOffered(app, browser, personId)
  // A place that rests on the address would end with it, and all that they look after would pass on.
  await db.updateTable('membership').set({ ground: 'word' }).where('person_id', '=', personId).execute()
  await browser.post('/account/address', { email: self.nextEmail })
  await browser.post('/account/address/code', { code: await codeSentTo(db, self.nextEmail) })
  const elsewhere = freshBrowser()
  await elsewhere.get('/sign-in')
  await elsewhere.post('/sign-in', { email: self.nextEmail })
  await drain()
  await askAsDeputy(db, clock, personId)
  return { browser, personId }
}

async function letColleagueGo(db: Db, browser: Browser, personId: string) {
  const { id } = await db
    .selectFrom('membership')
    .select('id')
    .where('decided_by', '=', personId)
    .where('state', '=', 'confirmed')
    .limit(1)
    .executeTakeFirstOrThrow()
  await browser.post(`/memberships/${id}/ending`, { knowsEnd: 'yes' })
}

/** Takes a guide out of what everyone reads, and puts it back. */
async function withdrawGuide(db: Db, browser: Browser) {
  const slug = 'data-sharing-checklist'
  const { version } = await db
    .selectFrom('guide')
    .select('version')
    .where('slug', '=', slug)
    .executeTakeFirstOrThrow()
  await browser.post(`/guides/${slug}/withdrawal`, { reason: 'Out of date.', version: String(version) })
  await browser.post(`/guides/${slug}/withdrawal/ending`, {})
}

/** Merges two problems of their own organisation, and parts them again. */
async function mergeAndUndo({ db, clock }: App, browser: Browser) {
  const by = 'leeds-city-council'
  await insertProblem(db, clock, { by, slug: 'forms-twice', title: 'Forms twice' })
  await insertProblem(db, clock, { by, slug: 'two-forms', title: 'Two forms' })
  const proposal = { other: 'two-forms', stays: 'other', reason: 'The same.' }
  const { headers } = await browser.post('/problems/forms-twice/merge', proposal)
  const path = String(headers.location).replace(/\?.*/, '')
  await browser.post(`${path}/answers`, { says: 'yes' })
  await browser.post(`${path}/undoing`, { undo: 'They differ.' })
}

/** Brings a register of their organisation, and corrects a contract of it. */
async function bringContracts(db: Db, browser: ReturnType<App['freshBrowser']>) {
  const file = await bringRegister(browser)
  await browser.post(`${file}/taking-in`, { which: 'good' })
  const { id } = await db
    .selectFrom('contract')
    .select('id')
    .where('title', '=', kennels)
    .executeTakeFirstOrThrow()
  const path = `/contracts/${id}/correction`
  const seen = /name="seen" value="([^"]+)"/.exec((await browser.get(path)).body)?.[1] ?? ''
  await browser.post(path, { title: 'Kennels', seen })
}

/** Brings the plan of a project of theirs. */
async function bringMilestones(db: Db, browser: ReturnType<App['freshBrowser']>, personId: string) {
  const { slug } = await db
    .selectFrom('plan')
    .select('slug')
    .where('created_by', '=', personId)
    .where('state', '=', 'published')
    .limit(1)
    .executeTakeFirstOrThrow()
  await browser.post(`${await bringPlan(browser, `/projects/${slug}`)}/taking-in`, {})
}

/** Shares something for their organisation, looks at a file, and takes on what another shares. */
async function shareAndTakeOn({ signedIn }: App, browser: ReturnType<App['freshBrowser']>) {
  const sharer = await signedIn({ of: 'adur-district-council' })
  await adoptIn(browser, await shareIn(sharer, { title: 'Slots of others' }))
  await shareIn(browser, { title: 'Slots of ours' })
  await bringPubliccode(browser)
}

/** Confirms what their organisation runs, and replies for it as the supplier of a product. */
async function confirmAndReply(db: Db, browser: Browser, personId: string) {
  await db.updateTable('membership').set({ role: 'lead' }).where('person_id', '=', personId).execute()
  const organisationId = await idOf(db, 'leeds-city-council')
  const systems = await db
    .selectFrom('system')
    .select('id')
    .where('organisation_id', '=', organisationId)
    .execute()
  await browser.post(
    '/organisations/leeds-city-council/systems/edit',
    Object.fromEntries(
      systems.flatMap(({ id }) => [
        [`answer-${id}`, 'so'],
        [`ends-${id}`, '31 March 2030'],
      ]),
    ),
  )
  await db
    .updateTable('product')
    .set({ supplier_id: organisationId })
    .where('slug', '=', 'service-builder')
    .execute()
  await browser.post('/products/service-builder/reply', { words: 'It does.', screened: 'yes' })
}

/** Asks to meet, is met, introduces two others, and blocks one. */
async function introduceAndBlock({ db, clock, signedIn }: App, browser: Browser) {
  const by = 'adur-district-council'
  const problem = await insertProblem(db, clock, { by, slug: 'asked-about', title: 'Asked about' })
  const asking = { ...words, reason: `Ask for ${self.name}.`, screened: 'yes' }
  const { headers } = await browser.post(`/introductions/new?of=problem&id=${problem.id}`, asking)
  const asked = await signedIn({ of: by })
  await asked.post(`${String(headers.location).replace(/\?.*/, '')}/answer`, { answer: 'first' })
  const both = { one: 'Surrey County Council', other: 'Kent County Council' }
  await browser.post('/introductions/suggestion', { ...asking, ...both })
  await browser.post('/organisations/leeds-city-council/introduction-blocks', { organisation: both.other })
}

/** Leaves their organisation with a word to who comes after, is offered what a colleague leaves, and does not take it. */
async function passOnAndBeOffered(app: App, browser: Browser, personId: string) {
  const { db, clock } = app
  const organisationId = await idOf(db, 'leeds-city-council')
  const colleague = await app.signedIn({ of: 'leeds-city-council' })
  const made = { organisationId, note: `Ask ${self.name}.` }
  const own = {
    ...made,
    leaverId: personId,
    heirId: colleague.personId,
    draft: await draftProblem(colleague),
  }
  await makeHandover(db, clock, own)
  const offer = async () => ({
    ...made,
    note: undefined,
    leaverId: (await app.signedIn({ of: 'leeds-city-council' })).personId,
    heirId: personId,
    draft: await draftProblem(colleague),
  })
  const refused = await makeHandover(db, clock, await offer())
  await browser.post(`${refused.path}/offer`, { refusal: `Not for ${self.name}.` })
  await makeHandover(db, clock, await offer())
}

/** As if their organisation had signed them in: single-sign-on.test.ts does it with a real provider. */
async function insertIdentity(db: Db, person_id: string, now: Date) {
  const provider_id = newId()
  const issuer = 'https://id.example.gov.uk'
  await db
    .insertInto('identity_provider')
    .values({
      id: provider_id,
      slug: 'x',
      label: 'X',
      issuer,
      kind: 'other',
      client_id: 'x',
      created_at: now,
    })
    .execute()
  await db
    .insertInto('identity')
    .values({ issuer, subject: 'quillfeather-1', person_id, provider_id, linked_at: now, used_at: now })
    .execute()
}

test('after an erasure nothing of the person is left: in no table, index, mail, job, log or export', async () => {
  let logged = ''
  const app = await testApp({ log: createLog('debug', { write: line => (logged += line) }) })
  const { db, drain } = app
  const { browser, personId } = await wholeLife(app)
  const columns = await columnsOfPeople(db)

  const before = await wholeDump(db)
  expect(distinctive.filter(word => tracesOf([word], before).length === 0)).toEqual([])
  const unreached: string[] = []
  for (const column of columns)
    if ((await countNaming(db, column, personId)) === 0) unreached.push(`${column.table}.${column.column}`)
  expect(unreached).toEqual([])

  const file = await browser.get('/account/data/export')
  const { parts, complete } = JSON.parse(file.body)
  expect(complete).toBe(true)
  expect(parts.filter(({ rows }: { rows: object[] }) => rows.length === 0)).toEqual([])
  expect(distinctive.filter(word => tracesOf([word], file.body).length === 0)).toEqual([])

  const answer = await browser.post('/account/data/erasure', { sure: 'yes' })
  expect(answer.headers.location).toBe('/account/erased')
  await drain()

  expect(tracesOf(distinctive, await wholeDump(db))).toEqual([])
  expect(tracesOf(distinctive, await allExports(db, site))).toEqual([])
  expect(tracesOf(distinctive, logged)).toEqual([])
  expect(logged).toContain('"msg":"person erased"')
  const left: string[] = []
  for (const column of columns)
    if ((await countNaming(db, column, personId)) > 0) left.push(`${column.table}.${column.column}`)
  expect(left.filter(name => !numbersThatStay[name])).toEqual([])
}, 120_000)

test('control: a new table that names people is among the columns that are looked at', async () => {
  const db = await testDatabase()
  const before = await columnsOfPeople(db)
  await sql`create table planted (id uuid primary key, seen_by uuid references person (id), owner_id uuid)`.execute(
    db,
  )
  const names = (await columnsOfPeople(db))
    .filter(({ table, column }) => !before.some(known => known.table === table && known.column === column))
    .map(({ table, column }) => `${table}.${column}`)
  expect(names).toEqual(['planted.owner_id', 'planted.seen_by'])
})
