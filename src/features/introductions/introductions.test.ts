import { sql } from 'kysely'
import { describe, expect, test } from 'vitest'
import type { Letter } from '#features/mail/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { exportAsCsv, exportAsJson } from '#plumbing/export.ts'
import { enqueueSchedules } from '#plumbing/jobs.ts'
import { insertProblem, trust } from '#test/published-problem.ts'
import { handClock, silentLog, testApp } from '#test/support.ts'
import { site } from '../../features.ts'

const askerMail = 'sam.asker@leeds.example'
const ownerMail = 'jo.owner@surrey.example'
const names = ['Sam Asker', 'Jo Owner']
const addresses = [askerMail, ownerMail]

const words = {
  reason: 'We see the same with our crews, and would like to hear what you tried.',
  first_date: '12 January 2027',
  first_time: '10:30',
  second_date: '13/1/2027',
  second_time: '2pm',
}

async function twoCouncils() {
  const clock = handClock()
  const app = await testApp({ clock })
  const { db, config, drain, signedIn } = app
  await trust(db, clock, 'leeds-city-council', 'surrey-county-council', 'adur-district-council')
  const problem = await insertProblem(db, clock)
  const owner = await signedIn({
    of: 'surrey-county-council',
    role: 'lead',
    email: ownerMail,
    name: names[1],
  })
  const asker = await signedIn({ of: 'leeds-city-council', email: askerMail, name: names[0] })
  const askAt = `/introductions/new?of=problem&id=${problem.id}`
  const morningOf = async (day: string) => {
    clock.set(`${day}T08:00:00Z`)
    await enqueueSchedules({ db, site, clock, config, log: silentLog })
    await drain()
  }
  const ask = async () => String((await asker.post(askAt, words)).headers.location).replace(/\?.*/, '')
  return { ...app, clock, problem, owner, asker, askAt, ask, morningOf }
}

const lettersTo = async (db: Db, address: string): Promise<Letter[]> => {
  const rows = await db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', address)
    .where('about', '=', 'introduction')
    .where('letter', 'is not', null)
    .orderBy('id')
    .execute()
  return rows.map(({ letter }) => letter as Letter)
}

const subjectsTo = async (db: Db, address: string) =>
  (await lettersTo(db, address)).map(({ subject }) => subject)

/** The secret address in the last letter to someone. */
const linkTo = async (db: Db, address: string) => {
  const letters = await lettersTo(db, address)
  const href = letters
    .flatMap(({ parts }) => parts.flatMap(part => ('action' in part ? part.action.href : [])))
    .at(-1)
  return href!.replace('/meeting.ics', '')
}

const calendarOf = (body: string) => body.replaceAll('\r\n ', '')

describe('asking to meet', () => {
  test('begins on the page of a problem, and the owner gets a mail that says who asks and why', async () => {
    const { asker, problem, askAt, ask, drain, db } = await twoCouncils()
    const page = await asker.get(`/problems/${problem.slug}`)
    expect(page.body).toContain(`href="${askAt.replace('&', '&amp;')}"`)
    expect((await asker.get(askAt)).body).toContain('Ask to meet Surrey County Council')
    const path = await ask()
    await drain()
    const [letter] = await lettersTo(db, ownerMail)
    expect(letter!.subject).toBe('Leeds City Council asks to meet you about “Missed bins”')
    const text = JSON.stringify(letter)
    expect(text).toContain(words.reason)
    expect(text).toContain('Tuesday 12 January 2027, 10:30am')
    expect(text).toContain('Wednesday 13 January 2027, 2:00pm')
    expect(letter!.isSecret).toBe(true)
    expect((await asker.get(path)).body).toContain('Surrey County Council has not answered yet')
  })

  test('is refused without a reason, or with times nobody could keep', async () => {
    const { asker, askAt, db } = await twoCouncils()
    const refused = await asker.post(askAt, {
      reason: ' ',
      first_date: '12 January 2020',
      first_time: '10:30',
      second_date: 'soon',
      second_time: '25:00',
    })
    expect(refused.statusCode).toBe(422)
    const past = await asker.post(askAt, {
      ...words,
      first_date: '1 November 2026',
      second_time: 'noonish',
      second_date: '1 June 2028',
    })
    expect(past.body).toContain('Choose a time that is still to come')
    expect(past.body).toContain('Write a time of day, such as 10:30 or 2pm')
    expect(await db.selectFrom('introduction').select('id').execute()).toEqual([])
  })

  test('warns of what looks personal in the reason, and sends it when told to', async () => {
    const { asker, askAt } = await twoCouncils()
    const personal = { ...words, reason: 'Ring Sam Smith on 0113 496 0000.' }
    const warned = await asker.post(askAt, personal)
    expect(warned.statusCode).toBe(200)
    expect(warned.body).toContain('Look again before you send it')
    expect((await asker.post(askAt, { ...personal, screened: 'yes' })).statusCode).toBe(303)
  })

  test('is not for suppliers: they read what they can do instead', async () => {
    const { signedIn, askAt, problem, db } = await twoCouncils()
    const supplier = await signedIn({ of: 'idox', role: 'lead' })
    expect((await supplier.get(`/problems/${problem.slug}`)).body).not.toContain('/introductions/new')
    const asked = await supplier.get(askAt)
    const sent = await supplier.post(askAt, words)
    expect([asked.statusCode, sent.statusCode]).toEqual([200, 403])
    for (const { body } of [asked, sent]) {
      expect(body).toContain('Officers ask each other to meet')
      expect(body).toContain('href="/opportunities"')
    }
    expect(await db.selectFrom('introduction').select('id').execute()).toEqual([])
  })

  test('is open once about a thing, and kept within limits', async () => {
    const { asker, askAt, ask, db, clock, signedIn } = await twoCouncils()
    await ask()
    expect((await asker.post(askAt, words)).statusCode).toBe(409)
    expect((await asker.get(askAt)).body).toContain('has asked about this already')
    const askOf = async (n: number, officer = asker) => {
      const { id } = await insertProblem(db, clock, { slug: `problem-${n}` })
      return officer.post(`/introductions/new?of=problem&id=${id}`, words)
    }
    for (const n of [2, 3, 4, 5]) expect((await askOf(n)).statusCode).toBe(303)
    expect((await askOf(6)).statusCode).toBe(409)
    const colleague = await signedIn({ of: 'leeds-city-council' })
    for (const n of [7, 8, 9, 10, 11]) expect((await askOf(n, colleague)).statusCode).toBe(303)
    const third = await signedIn({ of: 'leeds-city-council' })
    const tooMany = await askOf(12, third)
    expect(tooMany.statusCode).toBe(409)
    expect(tooMany.body).toContain('10 times this week')
  })

  test('waits for a curator where nothing of the organisation was read before', async () => {
    const { signedIn, askAt, db, drain } = await twoCouncils()
    const newcomer = await signedIn({ of: 'bristol-city-council' })
    const path = String((await newcomer.post(askAt, words)).headers.location).replace(/\?.*/, '')
    await drain()
    expect(await subjectsTo(db, ownerMail)).toEqual([])
    expect((await newcomer.get(path)).body).toContain('This waits for a curator')
    const curator = await signedIn({ duties: ['curator'] })
    const [casePath] = /\/moderation\/cases\/introduction\/[\w-]+/.exec(
      (await curator.get('/moderation')).body,
    )!
    await curator.post(`${casePath}/release`)
    await drain()
    expect(await subjectsTo(db, ownerMail)).toEqual([
      'Bristol City Council asks to meet you about “Missed bins”',
    ])
  })
})

describe('answering', () => {
  test('from the mail: looking changes nothing, one button does, and both get one mail with both addresses', async () => {
    const { ask, asker, owner, drain, db, get, freshBrowser } = await twoCouncils()
    const path = await ask()
    await drain()
    const link = await linkTo(db, ownerMail)
    for (const _ of [1, 2, 3]) expect((await get(link)).statusCode).toBe(200)
    expect(await db.selectFrom('introduction').select('state').execute()).toEqual([{ state: 'asked' }])
    const reader = freshBrowser()
    await reader.get(link)
    expect((await reader.post(`${link}/answer`, { answer: 'second' })).statusCode).toBe(303)
    expect((await reader.post(`${link}/answer`, { answer: 'not-now' })).statusCode).toBe(409)
    await drain()
    for (const address of addresses) {
      const told = (await lettersTo(db, address)).at(-1)!
      expect(told.subject).toMatch(/^You meet /)
      for (const each of [...addresses, ...names]) expect(JSON.stringify(told)).toContain(each)
      expect(JSON.stringify(told)).toContain('Wednesday 13 January 2027, 2:00pm')
    }
    expect(await subjectsTo(db, askerMail)).toHaveLength(1)
    const file = await get(`${await linkTo(db, askerMail)}/meeting.ics`)
    expect(file.headers['content-type']).toContain('text/calendar')
    expect(calendarOf(file.body)).toContain('DTSTART:20270113T140000Z')
    expect(calendarOf(file.body)).toContain('SUMMARY:Leeds City Council and Surrey County Council')
    for (const [reader, other] of [
      [asker, ownerMail],
      [owner, askerMail],
    ] as const) {
      expect((await reader.get(path)).body).toContain(other)
      expect((await reader.get(`${path}/meeting.ics`)).statusCode).toBe(200)
    }
  })

  test('signed in works as well, with another time', async () => {
    const { ask, owner, asker, drain, db } = await twoCouncils()
    const path = await ask()
    await drain()
    expect((await owner.get('/my')).body).toContain('Asks to meet that wait for your answer')
    const wrong = await owner.post(`${path}/answer`, {
      answer: 'other',
      other_date: 'soon',
      other_time: '9am',
    })
    expect(wrong.statusCode).toBe(422)
    await owner.post(`${path}/answer`, { answer: 'other', other_date: '1 July 2027', other_time: '9am' })
    expect((await db.selectFrom('introduction').select('state').execute())[0]!.state).toBe('asked')
    await owner.post(`${path}/answer`, { answer: 'other', other_date: '1 April 2027', other_time: '9am' })
    const [{ meets_at }] = (await db.selectFrom('introduction').select('meets_at').execute()) as [
      { meets_at: Date },
    ]
    expect(meets_at.toISOString()).toBe('2027-04-01T08:00:00.000Z')
    expect((await asker.get('/my')).body).toContain('Thursday 1 April 2027, 9:00am')
  })

  test('not now is told with its reason, and with nothing else', async () => {
    const { ask, asker, owner, drain, db } = await twoCouncils()
    const path = await ask()
    await owner.post(`${path}/answer`, { answer: 'not-now', because: 'decided' })
    await drain()
    const [letter] = await lettersTo(db, askerMail)
    expect(letter!.subject).toBe('Not just now: Surrey County Council about “Missed bins”')
    expect(JSON.stringify(letter)).toContain('what to do about it is decided')
    expect((await asker.get(path)).body).toContain('what to do about it is decided')
  })

  test('nobody is told anything once whoever asked no longer speaks for their organisation', async () => {
    const { ask, asker, owner, db, drain } = await twoCouncils()
    const path = await ask()
    await db
      .updateTable('membership')
      .set({ state: 'ended', ended_at: new Date() })
      .where('person_id', '=', asker.personId)
      .execute()
    const answer = await owner.post(`${path}/answer`, { answer: 'first' })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).not.toContain(askerMail)
    await drain()
    expect(await subjectsTo(db, askerMail)).toEqual([])
  })

  test('a link ends with the membership of whose it is', async () => {
    const { ask, owner, db, drain, get } = await twoCouncils()
    await ask()
    await drain()
    const link = await linkTo(db, ownerMail)
    expect((await get(`/introductions/from-mail/${'x'.repeat(43)}`)).statusCode).toBe(404)
    await db
      .updateTable('membership')
      .set({ state: 'ended', ended_at: new Date() })
      .where('person_id', '=', owner.personId)
      .execute()
    expect((await get(link)).statusCode).toBe(404)
  })

  test('can be taken back before, by the organisation that asked alone', async () => {
    const { ask, asker, owner, drain, db } = await twoCouncils()
    const path = await ask()
    await drain()
    const link = await linkTo(db, ownerMail)
    expect((await owner.post(`${path}/withdrawal`)).statusCode).toBe(404)
    expect((await asker.post(`${path}/withdrawal`)).statusCode).toBe(303)
    expect((await owner.get(link)).body).toContain('This was taken back')
    expect((await owner.post(`${link}/answer`, { answer: 'first' })).statusCode).toBe(409)
    expect(await lettersTo(db, askerMail)).toEqual([])
  })
})

describe('until both said yes', () => {
  /** Everything that the site says of an introduction to its sides, curators, strangers and machines. */
  async function everythingSaid(app: Awaited<ReturnType<typeof twoCouncils>>, path: string) {
    const { asker, owner, signedIn, db, get, problem, askAt } = app
    const curator = await signedIn({ duties: ['curator'] })
    const stranger = await signedIn({ of: 'adur-district-council', role: 'lead' })
    const colleagueOfAsker = await signedIn({ of: 'leeds-city-council' })
    const colleagueOfOwner = await signedIn({ of: 'surrey-county-council' })
    const readers = { asker, owner, curator, stranger, colleagueOfAsker, colleagueOfOwner }
    const said: { to: string; text: string }[] = []
    for (const [to, reader] of Object.entries(readers))
      for (const page of [
        path,
        `${path}/meeting.ics`,
        '/my',
        askAt,
        `/problems/${problem.slug}`,
        '/introductions',
      ])
        said.push({ to, text: (await reader.get(page)).body })
    for (const address of addresses)
      for (const letter of await lettersTo(db, address)) {
        said.push({ to: address, text: JSON.stringify(letter) })
        for (const href of JSON.stringify(letter).match(/\/introductions\/from-mail\/[\w-]{43}/g) ?? [])
          said.push({ to: 'whoever has the mail', text: (await get(href)).body })
      }
    for (const table of site.slot('exports')) {
      for await (const piece of exportAsCsv(db, table)) said.push({ to: 'everyone', text: piece })
      for await (const piece of exportAsJson(db, table)) said.push({ to: 'everyone', text: piece })
    }
    const { rows } = await sql<{
      detail: string
    }>`select detail::text from activity where subject_kind = 'introduction'`.execute(db)
    return [...said, ...rows.map(({ detail }) => ({ to: 'the record', text: detail }))]
  }

  /** Who reads the address or name of the other. */
  const told = (said: { to: string; text: string }[]) => {
    const [askerWords, ownerWords] = [
      [askerMail, names[0]!],
      [ownerMail, names[1]!],
    ]
    const holds = (text: string, words: string[]) => words.some(word => text.includes(word))
    return [
      ...new Set(
        said.flatMap(({ to, text }) => {
          const isOfAsker = to === 'asker' || to === askerMail || to === 'colleagueOfAsker'
          const isOfOwner = to === 'owner' || to === ownerMail || to === 'colleagueOfOwner'
          const learns = (!isOfAsker && holds(text, askerWords!)) || (!isOfOwner && holds(text, ownerWords!))
          return learns ? [to] : []
        }),
      ),
    ]
  }

  test.each([
    ['asked', async () => {}],
    [
      'declined',
      async ({ owner }, path) =>
        void (await owner.post(`${path}/answer`, { answer: 'not-now', because: 'other' })),
    ],
    ['withdrawn', async ({ asker }, path) => void (await asker.post(`${path}/withdrawal`))],
    ['expired', async ({ morningOf }) => morningOf('2026-12-13')],
  ] as [string, (app: Awaited<ReturnType<typeof twoCouncils>>, path: string) => Promise<void>][])(
    'no page, mail, record or export tells a name or an address where it was %s',
    async (state, act) => {
      const app = await twoCouncils()
      const path = await app.ask()
      await app.drain()
      await act(app, path)
      await app.drain()
      expect(await app.db.selectFrom('introduction').select('state').execute()).toEqual([{ state }])
      const said = await everythingSaid(app, path)
      expect(said.length).toBeGreaterThan(40)
      expect(told(said)).toEqual([])
    },
    60_000,
  )

  test('control: once both said yes the two read it, and still nobody else does', async () => {
    const app = await twoCouncils()
    const path = await app.ask()
    await app.owner.post(`${path}/answer`, { answer: 'first' })
    await app.drain()
    expect(told(await everythingSaid(app, path)).toSorted()).toEqual(
      ['asker', askerMail, ownerMail, 'owner'].toSorted(),
    )
  }, 60_000)
})

describe('with time', () => {
  test('three weeks of silence end it, which the asker is told kindly and once', async () => {
    const { ask, owner, drain, db, morningOf } = await twoCouncils()
    const path = await ask()
    await drain()
    await morningOf('2026-12-11')
    expect(await subjectsTo(db, askerMail)).toEqual([])
    for (const day of ['2026-12-13', '2026-12-14']) await morningOf(day)
    expect(await subjectsTo(db, askerMail)).toEqual([
      'No answer yet from Surrey County Council about “Missed bins”',
    ])
    expect((await owner.post(`${path}/answer`, { answer: 'first' })).statusCode).toBe(409)
  })

  test('a month after both said yes each is asked once what came of it, by one button in a mail', async () => {
    const { ask, owner, db, morningOf, drain } = await twoCouncils()
    const path = await ask()
    await owner.post(`${path}/answer`, { answer: 'first' })
    await drain()
    expect((await owner.post(`${path}/outcome`, { outcome: 'met' })).statusCode).toBe(409)
    await morningOf('2026-12-20')
    expect(await subjectsTo(db, askerMail)).not.toContain('What came of it? You and Surrey County Council')
    for (const day of ['2026-12-22', '2026-12-23', '2027-01-05']) await morningOf(day)
    const rows = await db.selectFrom('mail').select('key').where('key', 'like', '%outcome%').execute()
    expect(rows).toHaveLength(2)
  })

  test('what each says of it is counted, and the other does not read it', async () => {
    const { ask, signedIn, owner, db, freshBrowser, morningOf } = await twoCouncils()
    const path = await ask()
    await owner.post(`${path}/answer`, { answer: 'first' })
    await morningOf('2026-12-22')
    const link = await linkTo(db, askerMail)
    const reader = freshBrowser()
    expect((await reader.get(link)).body).toContain('What came of it?')
    expect((await reader.post(`${link}/outcome`, { outcome: 'working-together' })).statusCode).toBe(303)
    expect((await reader.post(`${link}/outcome`, { outcome: 'met' })).statusCode).toBe(409)
    // By now the first sessions have ended.
    const colleague = await signedIn({ of: 'surrey-county-council' })
    const said = await colleague.post(`${path}/outcome`, { outcome: 'no-fit', because: 'other-need' })
    expect(said.headers.location).toContain(path)
    const askers = await signedIn({ of: 'leeds-city-council' })
    expect((await askers.get(path)).body).not.toContain('needs differ')
    const sides = await db
      .selectFrom('introduction_side')
      .select(['side', 'outcome', 'no_fit_as'])
      .orderBy('side', 'desc')
      .execute()
    expect(sides).toEqual([
      { side: 'asker', outcome: 'working-together', no_fit_as: null },
      { side: 'asked', outcome: 'no-fit', no_fit_as: 'other-need' },
    ])
    const chart = site.slot('insightCharts').find(({ key }) => key === 'introductions')!
    const { rows } = await chart.load(db, handClock(), {
      organisationIds: null,
      areaId: null,
      phase: null,
      supplierId: null,
    })
    expect(Object.fromEntries(rows)).toMatchObject({
      'Both said yes': 1,
      'Of the two who met: we work together': 1,
      'Of the two who met: it was no fit': 1,
    })
  })
})

describe('a block', () => {
  test('is a lead’s to set; the asker reads two days later the words of any other no, and the other side hears nothing', async () => {
    const { ask, asker, owner, signedIn, db, drain, morningOf } = await twoCouncils()
    const at = '/organisations/surrey-county-council/introduction-blocks'
    const member = await signedIn({ of: 'surrey-county-council' })
    expect((await member.get(at)).statusCode).toBe(404)
    expect((await owner.post(at, { organisation: 'Leeds City Council' })).statusCode).toBe(303)
    expect((await owner.get(at)).body).toContain('Leeds City Council')
    const path = await ask()
    await drain()
    expect(await subjectsTo(db, ownerMail)).toEqual([])
    expect((await owner.get(path)).statusCode).toBe(404)
    expect((await owner.get('/my')).body).not.toContain(path)
    expect((await asker.get(path)).body).toContain('Surrey County Council has not answered yet')
    await morningOf('2026-11-22')
    expect(await subjectsTo(db, askerMail)).toEqual([])
    await morningOf('2026-11-24')
    expect(await subjectsTo(db, askerMail)).toEqual([
      'Not just now: Surrey County Council about “Missed bins”',
    ])
    const body = (await asker.get(path)).body
    expect(body).toContain('Not just now')
    expect(body).not.toMatch(/block/i)
    const { id } = await db
      .selectFrom('organisation')
      .select('id')
      .where('slug', '=', 'leeds-city-council')
      .executeTakeFirstOrThrow()
    await owner.post(`${at}/removal`, { blocked: id })
    await ask()
    await drain()
    expect(await subjectsTo(db, ownerMail)).toHaveLength(1)
  })
})

describe('a curator', () => {
  test('introduces two organisations: both must say yes, the second to the time of the first', async () => {
    const { asker, owner, signedIn, db, drain } = await twoCouncils()
    const curator = await signedIn({ duties: ['curator'] })
    const form = { ...words, one: 'Leeds City Council', other: 'Surrey County Council' }
    expect((await curator.post('/introductions/suggestion', { ...form, other: 'Nowhere' })).statusCode).toBe(
      422,
    )
    const path = String((await curator.post('/introductions/suggestion', form)).headers.location).replace(
      /\?.*/,
      '',
    )
    await drain()
    expect(await subjectsTo(db, askerMail)).toEqual([
      'A curator would introduce you to Surrey County Council',
    ])
    expect(await subjectsTo(db, ownerMail)).toEqual(['A curator would introduce you to Leeds City Council'])
    await owner.post(`${path}/answer`, { answer: 'second' })
    await drain()
    expect((await db.selectFrom('introduction').select('state').execute())[0]!.state).toBe('asked')
    for (const reader of [asker, curator]) expect((await reader.get(path)).body).not.toContain(ownerMail)
    const page = (await asker.get(path)).body
    expect(page).toContain('Yes, Wednesday 13 January 2027, 2:00pm')
    expect(page).not.toContain('Yes, Tuesday')
    await asker.post(`${path}/answer`, { answer: 'first' })
    await drain()
    expect((await subjectsTo(db, ownerMail)).at(-1)).toBe('You meet Leeds City Council')
    expect((await asker.get(path)).body).toContain(ownerMail)
  })

  test('sees what waits, and has it asked once more', async () => {
    const { ask, signedIn, db, drain } = await twoCouncils()
    const path = await ask()
    const curator = await signedIn({ duties: ['curator'] })
    expect((await curator.get('/introductions')).body).toContain(
      'Leeds City Council asks to meet Surrey County Council',
    )
    expect((await curator.post(`${path}/reminder`)).statusCode).toBe(303)
    expect((await curator.post(`${path}/reminder`)).statusCode).toBe(409)
    await drain()
    expect(await subjectsTo(db, ownerMail)).toEqual([
      'Leeds City Council asks to meet you about “Missed bins”',
      'Asked again: Leeds City Council asks to meet you about “Missed bins”',
    ])
    expect((await curator.post(`${path}/answer`, { answer: 'first' })).statusCode).toBe(404)
  })

  test('is asked to be a critical friend, and answers like anyone', async () => {
    const { owner, askAt, signedIn, db, drain } = await twoCouncils()
    const curator = await signedIn({ duties: ['curator'], email: 'curator@pipeline.example' })
    expect((await owner.get('/problems/missed-bins')).body).toContain('Ask a curator to be a critical friend')
    const path = String((await owner.post(`${askAt}&whom=curator`, words)).headers.location).replace(
      /\?.*/,
      '',
    )
    await drain()
    expect(await subjectsTo(db, 'curator@pipeline.example')).toEqual([
      'Surrey County Council asks to meet you about “Missed bins”',
    ])
    expect((await curator.get(path)).body).not.toContain(ownerMail)
    await curator.post(`${path}/answer`, { answer: 'first' })
    await drain()
    expect(JSON.stringify((await lettersTo(db, ownerMail)).at(-1))).toContain('curator@pipeline.example')
    expect((await owner.get(path)).body).toContain('curator@pipeline.example')
  })
})
