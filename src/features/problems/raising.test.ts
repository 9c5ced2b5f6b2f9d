import { describe, expect, test } from 'vitest'
import { newId } from '#plumbing/id.ts'
import { draftProblem, raiseProblem } from '#test/raised-problems.ts'
import { testApp } from '#test/support.ts'

const words = { title: 'Missed bins', happens: 'Bins are not emptied, and nobody knows why.' }

describe('a draft', () => {
  test('is begun with a title and what happens, and leads through the steps one by one', async () => {
    const { signedIn } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    expect((await officer.get('/problems/new')).body).toContain('What is the problem?')
    const begun = String((await officer.post('/problems', words)).headers.location)
    expect(begun).toMatch(/^\/problems\/[0-9a-f-]{36}\/parts\/affected$/)
    const path = begun.replace('/parts/affected', '')
    expect((await officer.get(begun)).body).toContain('Who is affected?')
    const next = await officer.post(begun, { affected: '4,000 households' })
    expect(next.headers.location).toBe(`${path}/parts/evidence`)
    const later = await officer.post(`${path}/parts/evidence`, { evidence: 'The call log', next: 'list' })
    expect(later.headers.location).toBe(path)
    const { body } = await officer.get(path)
    expect(body).toContain('Draft of a problem')
    expect(body.match(/Done/g)).toHaveLength(3)
    expect((await officer.get(begun)).body).toContain('4,000 households')
  })

  test('without a title is refused with what was typed still there', async () => {
    const { signedIn } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const { statusCode, body } = await officer.post('/problems', { ...words, title: ' ' })
    expect(statusCode).toBe(422)
    expect(body).toContain('Write a title of a few words')
    expect(body).toContain(words.happens)
  })

  test('is seen and written on by every member of its organisation, and by nobody else', async () => {
    const { get, signedIn } = await testApp()
    const path = await draftProblem(await signedIn({ of: 'leeds-city-council' }))
    const colleague = await signedIn({ of: 'leeds-city-council' })
    expect((await colleague.get(path)).statusCode).toBe(200)
    await colleague.post(`${path}/parts/tried`, { tried: 'A telephone line' })
    expect((await colleague.get(`${path}/publication`)).body).toContain('A telephone line')
    expect((await get(path)).statusCode).toBe(404)
    const others = [
      await signedIn({ of: 'surrey-county-council', role: 'lead' }),
      await signedIn({ of: 'surrey-county-council', duties: ['curator', 'operator'] }),
    ]
    const pages = ['', '/parts/tried', '/parts/service', '/similar', '/publication', '/removal', '/readers']
    const acts = ['/parts/tried', '/comparison', '/publication', '/removal', '/withdrawal', '/readers']
    for (const other of others) {
      for (const page of [...pages, '/history'])
        expect((await other.get(path + page)).statusCode, page).toBe(404)
      for (const act of acts)
        expect((await other.post(path + act, { tried: 'x', note: 'x', organisation: 'x' })).statusCode).toBe(
          404,
        )
    }
    expect((await get(`${path}/parts/tried`)).headers.location).toContain('/sign-in?next=')
    expect((await colleague.get(`${path}/publication`)).body).toContain('A telephone line')
  })

  test('is not written on by a member who acts for another organisation just now, and they are told so', async () => {
    const { signedIn, db, clock } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const path = await draftProblem(officer)
    const ofBoth = await signedIn({ of: 'surrey-county-council' })
    await db
      .insertInto('membership')
      .values({
        id: newId(),
        person_id: ofBoth.personId,
        organisation_id: officer.organisationId!,
        role: 'member',
        state: 'confirmed',
        ground: 'word',
        requested_at: clock.now(),
        decided_at: clock.now(),
      })
      .execute()
    expect((await ofBoth.get(path)).statusCode).toBe(200)
    const refused = await ofBoth.post(`${path}/parts/tried`, { tried: 'x' })
    expect(refused.statusCode).toBe(403)
    expect(refused.body).toContain('This belongs to Leeds City Council')
  })

  test('is begun by nobody who speaks for no organisation: they choose one, and are led back with their words', async () => {
    const { signedIn, db } = await testApp()
    const person = await signedIn({ email: 'robin@leeds.gov.uk' })
    const address = '/problems/new?problem=Missed+bins+%26+%22no%22+answer'
    const { statusCode, body } = await person.get(address)
    expect(statusCode).toBe(200)
    expect(body).toContain('For whom do you speak?')
    const way = `/welcome?${new URLSearchParams({ next: address })}`
    expect(body).toContain(`href="${way}"`)
    expect((await person.post('/problems', words)).statusCode).toBe(404)

    const choose = (await person.get(way)).body
    const next = /name="next" value="([^"]+)"/.exec(choose)![1]!.replaceAll('&amp;', '&')
    const leeds = await db
      .selectFrom('organisation')
      .select('id')
      .where('slug', '=', 'leeds-city-council')
      .executeTakeFirstOrThrow()
    const chosen = await person.post('/welcome', { name: 'Robin Ashdown', choice: leeds.id, next })
    expect(chosen.headers.location).toBe(address)
    expect((await person.get(address)).body).toContain('Missed bins &amp; &quot;no&quot; answer')
  })

  test('is begun and published by nobody who speaks for a supplier: they are told what they can do instead', async () => {
    const { db, signedIn } = await testApp()
    const supplier = await signedIn({ of: 'idox', role: 'lead' })
    const asked = await supplier.get('/problems/new?problem=Missed+bins')
    const sent = await supplier.post('/problems', words)
    expect([asked.statusCode, sent.statusCode]).toEqual([200, 403])
    for (const { body } of [asked, sent]) {
      expect(body).toContain('Problems are raised by those who have them')
      for (const way of ['/opportunities', '/for-suppliers']) expect(body).toContain(`href="${way}"`)
      expect(body).not.toContain('speak for another of your organisations')
    }
    expect((await supplier.get('/my')).body).not.toContain('href="/problems/new"')
    expect(await db.selectFrom('problem').select('id').execute()).toEqual([])
    const officer = await signedIn({ of: 'leeds-city-council' })
    const draft = await draftProblem(officer)
    await officer.post(`${draft}/comparison`)
    await db.updateTable('problem').set({ organisation_id: supplier.organisationId! }).execute()
    expect((await supplier.post(`${draft}/publication`)).statusCode).toBe(403)
    const stored = await db.selectFrom('problem').select('state').execute()
    expect(stored).toEqual([{ state: 'draft' }])
  })

  test('can be discarded, and is gone then; what is published cannot', async () => {
    const { signedIn, db } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const path = await draftProblem(officer, { visibility: { visibility: 'partners' } })
    await officer.post(`${path}/readers`, { organisation: 'Adur District Council' })
    expect((await officer.get(`${path}/removal`)).body).toContain('Discard this draft?')
    const { headers } = await officer.post(`${path}/removal`)
    expect((await officer.get(String(headers.location))).body).toContain(
      'You discarded the draft of a problem',
    )
    expect((await officer.get(path)).statusCode).toBe(404)
    expect(await db.selectFrom('problem').selectAll().execute()).toEqual([])
    const page = await raiseProblem(officer)
    expect((await officer.post(`${page}/removal`)).statusCode).toBe(409)
    expect((await officer.get(page)).statusCode).toBe(200)
  })
})

describe('a step', () => {
  test('refuses a title that is too long and gives it back whole: nothing that was typed is cut', async () => {
    const { signedIn } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const { body } = await officer.get('/problems/new')
    expect(body).toContain('Up to 120 characters.')
    expect(body).not.toMatch(/name="title"[^>]*maxlength/)
    const title = 'Nobody sees why a bin was missed. '.repeat(9).trim()
    const refused = await officer.post('/problems', { ...words, title })
    expect(refused.statusCode).toBe(422)
    expect(refused.body).toContain('href="#title">Shorten it to 120 characters or fewer')
    expect(refused.body).toContain(title)
  })

  test('takes web addresses one on each line, and nothing else', async () => {
    const { signedIn } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const path = await draftProblem(officer)
    const send = (evidence_links: string) =>
      officer.post(`${path}/parts/evidence`, { evidence: 'Figures', evidence_links })
    for (const wrong of ['javascript:alert(1)', 'see our site', 'https://a.example, https://b.example/ x']) {
      const { statusCode, body } = await send(wrong)
      expect(statusCode, wrong).toBe(422)
      expect(body).toContain('beginning with https://')
    }
    await send('https://a.example/1\r\n\r\n http://b.example/2 ')
    const { body } = await officer.get(`${path}/publication`)
    expect(body).toContain('href="https://a.example/1"')
    expect(body).toContain('href="http://b.example/2"')
    expect((await send('https://a.example/\n'.repeat(11))).statusCode).toBe(422)
  })

  test('proposes services by the words, takes any by its name, and asks again where it knows none', async () => {
    const { signedIn } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const path = await draftProblem(officer, { service: { service: 'none' } })
    const at = `${path}/parts/service`
    expect((await officer.get(at)).body).toMatch(/Household waste collection/)
    const unclear = await officer.post(at, { service: 'other', other: 'Household waste colection' })
    expect(unclear.statusCode).toBe(422)
    expect(unclear.body).toContain('Choose the service you mean')
    const id = /value="(\d+)"[^>]*>\s*<label[^>]*>Household waste collection</.exec(unclear.body)![1]!
    await officer.post(at, { service: id })
    expect((await officer.get(`${path}/publication`)).body).toContain('Household waste collection')
    for (const other of ['', 'qwfpgj', 'flying pigs']) {
      const unknown = await officer.post(at, { service: 'other', other })
      expect(unknown.statusCode).toBe(422)
      expect(unknown.body).toMatch(/Household waste collection/)
      expect(unknown.body).toMatch(new RegExp(`name="other" value${other && `="${other}"`} `))
    }
    expect((await officer.post(at, { service: '999999999' })).statusCode).toBe(422)
    await officer.post(at, { service: 'none' })
    expect((await officer.get(`${path}/publication`)).body).not.toContain('Household waste collection')
  })

  test('that shows it to named organisations asks for their names next, and takes them away again', async () => {
    const { signedIn } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const path = await draftProblem(officer)
    const chosen = await officer.post(`${path}/parts/visibility`, { visibility: 'partners' })
    expect(chosen.headers.location).toBe(`${path}/readers`)
    expect((await officer.post(`${path}/readers`, { organisation: '' })).statusCode).toBe(422)
    expect((await officer.post(`${path}/readers`, { organisation: 'Adurr Distrct' })).body).toContain(
      'Did you mean one of these?',
    )
    await officer.post(`${path}/readers`, { organisation: 'Adur District Council' })
    const { body } = await officer.get(`${path}/readers`)
    const organisation = /name="organisation" value="([0-9a-f-]{36})"/.exec(body)![1]!
    expect((await officer.get(`${path}/publication`)).body).toContain(
      'Only Leeds City Council, Adur District Council',
    )
    await officer.post(`${path}/readers/removal`, { organisation })
    expect((await officer.get(`${path}/publication`)).body).toContain('you have named no other')
  })
})

describe('what was written on the check page', () => {
  const text = `Eltern füllen jedes Formular zweimal aus. ${'Residents wait for weeks & nobody answers. '.repeat(70)}`
  const problem = text.slice(0, 3000).trim()

  test('is offered to be published, and is in the draft', async () => {
    const { get, signedIn } = await testApp()
    const answer = await get(`/check?${new URLSearchParams({ problem, service: 'Council tax' })}`)
    const href = /href="(\/problems\/new\?[^"]+)"/.exec(answer.body)![1]!.replaceAll('&amp;', '&')
    const officer = await signedIn({ of: 'leeds-city-council' })
    const { body } = await officer.get(href)
    expect(body).toContain(problem.replaceAll('&', '&amp;'))
    expect(body).toContain('name="service" value="Council tax"')
    const known = await officer.post('/problems', { ...words, service: 'Household waste collection' })
    const path = String(known.headers.location).replace('/parts/affected', '')
    expect((await officer.get(`${path}/publication`)).body).toContain('Household waste collection')
  })

  test('is kept while one signs in, as long as the check page takes it', async () => {
    const { freshBrowser, db } = await testApp()
    const browser = freshBrowser()
    const path = `/problems/new?${new URLSearchParams({ problem })}`
    const signIn = String((await browser.get(path)).headers.location)
    expect(signIn).toBe(`/sign-in?next=${encodeURIComponent(path)}`)
    const form = (await browser.get(signIn)).body
    const next = /name="next" value="([^"]+)"/.exec(form)![1]!.replaceAll('&amp;', '&')
    expect(next).toBe(path)
    await browser.post('/sign-in', { email: 'officer@leeds.gov.uk', next })
    const { letter } = await db.selectFrom('mail').select('letter').executeTakeFirstOrThrow()
    const link = /\/sign-in\/link\/[\w-]{43}/.exec(JSON.stringify(letter))![0]
    await browser.get(link)
    expect((await browser.post(link)).headers.location).toContain(encodeURIComponent(path))
  })
})

describe('looking for the same elsewhere', () => {
  test('shows what others published, with why, and leads to saying that one has it too', async () => {
    const { signedIn, drain, db, clock } = await testApp()
    const first = await signedIn({ of: 'surrey-county-council' })
    await db
      .insertInto('moderation_trusted')
      .values({ organisation_id: first.organisationId!, since: clock.now() })
      .execute()
    const page = await raiseProblem(first)
    await drain()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const path = await draftProblem(officer)
    const { body } = await officer.get(`${path}/similar`)
    expect(body).toContain('Has someone said this already?')
    expect(body).toContain(`href="${page}"`)
    expect(body).toContain(`href="${page}/stance"`)
    expect(body).toMatch(/Your words “.*<mark/)
    expect(body.match(/<article/g)!.length).toBeLessThanOrEqual(5)
    expect((await first.get(`${page}/similar`)).body).not.toContain(`href="${page}/stance"`)
  })

  test('comes before publishing, and again when the draft says something else', async () => {
    const { signedIn } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const path = await draftProblem(officer)
    expect((await officer.get(`${path}/publication`)).body).toContain('Look for the same problem elsewhere')
    expect((await officer.post(`${path}/publication`)).statusCode).toBe(422)
    const compared = await officer.post(`${path}/comparison`)
    expect(compared.headers.location).toBe(`${path}/publication`)
    await officer.post(`${path}/parts/what-happens`, words)
    expect((await officer.post(`${path}/publication`)).statusCode).toBe(422)
    await officer.post(`${path}/comparison`)
    expect((await officer.post(`${path}/publication`)).headers.location).toBe('/problems/missed-bins')
  })
})

describe('before publishing', () => {
  test('everything is shown at once, and what is missing by its step', async () => {
    const { signedIn } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const begun = String((await officer.post('/problems', words)).headers.location)
    const path = begun.replace('/parts/affected', '')
    await officer.post(`${path}/comparison`)
    const refused = await officer.post(`${path}/publication`)
    expect(refused.statusCode).toBe(422)
    for (const step of ['affected', 'evidence', 'visibility'])
      expect(refused.body).toContain(`<a class="govuk-link" href="${path}/parts/${step}"`)
    expect(refused.body).toContain('Say who is affected')
    expect((await officer.get(path)).body).toContain('Draft of a problem')
  })

  test('words that may not be for everyone are quoted, and do not stand in the way', async () => {
    const { signedIn } = await testApp()
    const officer = await signedIn({ of: 'leeds-city-council' })
    const path = await draftProblem(officer, {
      affected: { affected: 'Ask Sam on 0113 496 0000, or sam@example.gov.uk' },
    })
    await officer.post(`${path}/comparison`)
    const { body } = await officer.get(`${path}/publication`)
    expect(body).toContain('0113 496 0000')
    expect(body).toContain('sam@example.gov.uk')
    expect(body).toContain('Freedom of Information')
    expect((await officer.post(`${path}/publication`)).statusCode).toBe(303)
  })
})
