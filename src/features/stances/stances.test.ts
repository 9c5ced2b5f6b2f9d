import { expect, test } from 'vitest'
import { insertProblem, trust } from '#test/published-problem.ts'
import { handClock, testApp } from '#test/support.ts'

const at = '/problems/missed-bins'
const haveIt = { says: 'have-it', seen: '0' }

/** Leeds and Adur can publish without waiting; Surrey has raised a problem. */
async function councils(published: Parameters<typeof insertProblem>[2] = {}) {
  const clock = handClock()
  const app = await testApp({ clock })
  await trust(app.db, clock, 'leeds-city-council', 'adur-district-council', 'surrey-county-council')
  const problem = await insertProblem(app.db, clock, published)
  return { ...app, clock, problem }
}

test('a council says that it has a problem too, and everyone can read how big it is', async () => {
  const { signedIn, get } = await councils()
  const officer = await signedIn({ of: 'leeds-city-council' })
  expect((await officer.get(`${at}/stance`)).body).toContain('Where do you stand?')
  const saved = await officer.post(`${at}/stances`, {
    ...haveIt,
    size: '1000-to-9999',
    affected: 'Flats with shared bins',
    cost: '50k-250k',
    urgency: 'this-year',
    offers: ['share', 'co-fund'],
    note: 'Worst in the city centre.',
  })
  expect(saved.headers.location).toBe(`${at}/stances/leeds-city-council`)
  const { body } = await get(`${at}/stances`)
  expect(body).toMatch(/Leeds City Council<\/a> has it/)
  for (const words of [
    '1,000 to 9,999 people',
    'Flats with shared bins',
    '£50,000 to £250,000 a year',
    'has to act within a year',
    'Would share what they know and co-fund',
    '1 council has it',
    '1 would co-fund',
    'Worst in the city centre.',
    'confirmed 21 November 2026 by an officer',
  ])
    expect(body).toContain(words)
  const file = await get(`${at}/stances.csv`)
  expect(file.body).toContain('have-it,,1000-to-9999,Flats with shared bins,50k-250k,this-year,share|co-fund')
})

test('every figure of a problem leads to the list behind it', async () => {
  const { signedIn, get } = await councils()
  const leeds = await signedIn({ of: 'leeds-city-council' })
  const adur = await signedIn({ of: 'adur-district-council' })
  await leeds.post(`${at}/stances`, { ...haveIt, offers: 'test' })
  await adur.post(`${at}/stances`, { says: 'tried-and-stopped', why: 'No staff.', seen: '0', offers: 'test' })
  const { body } = await get(at)
  const figures = [...body.matchAll(/href="(\/problems\/missed-bins\/stances\?[^"]+)"[^>]*>([^<]+)</g)]
  expect(figures.map(([, , says]) => says)).toEqual([
    '1 council has it',
    '1 tried and stopped',
    '2 would test with others',
  ])
  for (const [, href, says] of figures) {
    const listed = await get(href!)
    const rows = listed.body.match(/<article/g) ?? []
    expect([says, rows.length]).toEqual([says, Number.parseInt(says!, 10)])
    expect((await get(href!.replace('/stances', '/stances.csv'))).body.trim().split('\n')).toHaveLength(
      rows.length + 1,
    )
  }
  expect((await get('/problems')).body).toContain('1 council has it')
})

test('size, cost and urgency can be taken back, and who has spoken is asked to change it', async () => {
  const { signedIn, get } = await councils()
  const officer = await signedIn({ of: 'leeds-city-council' })
  expect((await officer.get(`${at}/stances`)).body).toContain('We have this too')
  const known = { size: 'under-100', cost: 'under-10k', urgency: 'now' }
  await officer.post(`${at}/stances`, { ...haveIt, ...known })
  const list = (await officer.get(`${at}/stances`)).body
  expect(list).toContain('Change what you said')
  expect(list).not.toContain('We have this too')
  const notSaid = /<input[^>]*name="(size|cost|urgency)"[^>]*value(?:="")?(?: checked)?\/?>/g
  const form = (await officer.get(`${at}/stance`)).body
  expect([...form.matchAll(notSaid)].map(([, name]) => name)).toEqual(['size', 'cost', 'urgency'])
  await officer.post(`${at}/stances`, { ...haveIt, size: '', cost: '', urgency: '', seen: '1' })
  const { body } = await get(`${at}/stances`)
  expect(body).toContain('Leeds City Council</a> has it')
  expect(body).not.toMatch(/fewer than 100 people|under £10,000|within three months/)
})

test('the form says before the first post of an organisation that a curator reads it', async () => {
  const { signedIn } = await councils()
  const told = 'A curator reads this before anyone else sees it'
  const newcomer = await signedIn({ of: 'kirklees-council' })
  expect((await newcomer.get(`${at}/stance`)).body).toContain(told)
  const trusted = await signedIn({ of: 'leeds-city-council' })
  expect((await trusted.get(`${at}/stance`)).body).not.toContain(told)
})

test('who fixed it says how, and who stopped says why', async () => {
  const { signedIn } = await councils()
  const officer = await signedIn({ of: 'leeds-city-council' })
  const unsaid = await officer.post(`${at}/stances`, { says: 'fixed-it', note: 'Ask us.', seen: '0' })
  expect(unsaid.statusCode).toBe(422)
  expect(unsaid.body).toContain('href="#how">Say in a sentence or two how you fixed it')
  expect(unsaid.body).toContain('Ask us.')
  expect((await officer.post(`${at}/stances`, { says: 'tried-and-stopped' })).body).toContain('href="#why"')
  expect((await officer.post(`${at}/stances`, {})).body).toContain('Choose what is true of your organisation')
})

test('what makes no sense with an answer is left out of it', async () => {
  const { signedIn, db } = await councils()
  const officer = await signedIn({ of: 'leeds-city-council' })
  const typed = { size: 'under-100', cost: 'under-10k', urgency: 'now', how: 'So.', why: 'Thus.', seen: '0' }
  await officer.post(`${at}/stances`, { ...typed, says: 'do-not-have-it' })
  const { story, size, cost, urgency } = await db
    .selectFrom('stance_version')
    .selectAll()
    .executeTakeFirstOrThrow()
  expect({ story, size, cost, urgency }).toEqual({ story: null, size: null, cost: null, urgency: null })
})

test('two officers of one council change the same stance, and neither writes over the other unseen', async () => {
  const { signedIn, get } = await councils()
  const first = await signedIn({ of: 'leeds-city-council' })
  const second = await signedIn({ of: 'leeds-city-council', role: 'lead' })
  await first.post(`${at}/stances`, haveIt)
  const form = await second.get(`${at}/stance`)
  expect(form.body).toContain('Leeds City Council has it: said on 21 November 2026')
  expect(form.body).toMatch(/value="have-it"[^>]* checked/)
  const unseen = await second.post(`${at}/stances`, { says: 'do-not-have-it', seen: '0' })
  expect(unseen.statusCode).toBe(422)
  expect(unseen.body).toContain('A colleague changed this while you were writing')
  expect(unseen.body).toContain('name="seen" value="1"')
  await second.post(`${at}/stances`, { says: 'do-not-have-it', seen: '1' })
  const stale = await first.post(`${at}/stance/confirmation`, { seen: '1' })
  expect(stale.statusCode).toBe(409)
  const { body } = await get(`${at}/stances`)
  expect(body.match(/<article/g)).toHaveLength(1)
  expect(body).toContain('1 council does not have it')
})

test('one button confirms a stance for another year', async () => {
  const { signedIn, get, clock } = await councils()
  const officer = await signedIn({ of: 'leeds-city-council' })
  await officer.post(`${at}/stances`, haveIt)
  clock.set('2027-11-20T12:00:00Z')
  expect((await get(`${at}/stances`)).body).toContain('1 council has it')
  clock.set('2027-11-21T12:00:00Z')
  const ended = await get(`${at}/stances`)
  expect(ended.body).not.toContain('1 council has it')
  expect(ended.body).toContain('Not confirmed since 21 November 2026')
  const colleague = await signedIn({ of: 'leeds-city-council' })
  await colleague.post(`${at}/stance/confirmation`, { seen: '1' })
  expect((await get(`${at}/stances`)).body).toContain('1 council has it')
  const page = await get(`${at}/stances/leeds-city-council`)
  expect(page.body).toContain('21 November 2028')
})

test('a stance that was withdrawn is not counted, and its history stays', async () => {
  const { signedIn, get } = await councils()
  const officer = await signedIn({ of: 'leeds-city-council' })
  await officer.post(`${at}/stances`, { ...haveIt, note: 'Worst in the north.' })
  const withdrawn = await officer.post(`${at}/stance/withdrawal`)
  expect(withdrawn.headers.location).toBe(`${at}/stances/leeds-city-council`)
  const { body } = await get(`${at}/stances`)
  expect(body).not.toContain('has it<')
  expect(body).toContain('took back what they said')
  const page = await get(`${at}/stances/leeds-city-council`)
  expect(page.body).toContain('Leeds City Council took back what it said')
  expect(page.body).toContain('Note: Worst in the north.')
  expect((await officer.post(`${at}/stance/withdrawal`)).statusCode).toBe(404)
  expect((await officer.post(`${at}/stance/confirmation`, { seen: '2' })).statusCode).toBe(404)
  await officer.post(`${at}/stances`, { ...haveIt, seen: '2' })
  expect((await get(`${at}/stances`)).body).toContain('1 council has it')
})

test('an officer is named only if they show their profile', async () => {
  const { signedIn, get, db } = await councils()
  const officer = await signedIn({ of: 'leeds-city-council', name: 'Robin Ashdown' })
  await officer.post(`${at}/stances`, haveIt)
  for (const path of [`${at}/stances`, `${at}/stances.csv`])
    expect((await get(path)).body).not.toContain('Robin Ashdown')
  await db.updateTable('person').set({ is_shown: true }).where('id', '=', officer.personId).execute()
  expect((await get(`${at}/stances`)).body).toContain('Robin Ashdown')
  expect((await get(`${at}/stances.csv`)).body).toContain(',2026-11-21,Robin Ashdown,2027-11-21')
})

test('visitors are led to sign in and back, and who speaks for nobody to an organisation', async () => {
  const { get, signedIn } = await councils()
  expect((await get(at)).body).toContain(`href="${at}/stance"`)
  expect((await get(`${at}/stance`)).headers.location).toBe(
    `/sign-in?next=${encodeURIComponent(`${at}/stance`)}`,
  )
  const newcomer = await signedIn()
  const led = await newcomer.get(`${at}/stance`)
  expect(led.body).toContain('For whom do you speak?')
  expect(led.body).toContain(`href="/welcome?${new URLSearchParams({ next: `${at}/stance` })}"`)
  expect((await newcomer.get('/problems/of-nobody/stance')).statusCode).toBe(404)
  for (const answer of [
    await newcomer.post(`${at}/stances`, haveIt),
    await newcomer.post(`${at}/stance/confirmation`, { seen: '1' }),
    await newcomer.post(`${at}/stance/withdrawal`),
  ])
    expect(answer.statusCode).toBe(404)
})

test('nobody can change, confirm or withdraw what another organisation says', async () => {
  const { signedIn, get } = await councils()
  const leeds = await signedIn({ of: 'leeds-city-council' })
  await leeds.post(`${at}/stances`, haveIt)
  const adur = await signedIn({ of: 'adur-district-council', role: 'lead' })
  expect((await adur.post(`${at}/stance/withdrawal`)).statusCode).toBe(404)
  expect((await adur.post(`${at}/stance/confirmation`, { seen: '1' })).statusCode).toBe(404)
  expect((await adur.get(`${at}/stances/leeds-city-council`)).body).not.toContain('stance/confirmation')
  await adur.post(`${at}/stances`, { says: 'fixed-it', how: 'By bike.', seen: '1' })
  expect((await get(`${at}/stances/leeds-city-council`)).body).toContain('Leeds City Council has it')
})

test('what is said of a problem is seen by those who may see the problem, and by nobody else', async () => {
  const { signedIn, get } = await councils({ visibility: 'public-sector' })
  const leeds = await signedIn({ of: 'leeds-city-council' })
  await leeds.post(`${at}/stances`, haveIt)
  const adur = await signedIn({ of: 'adur-district-council' })
  for (const path of [`${at}/stances`, `${at}/stances.csv`, `${at}/stances/leeds-city-council`]) {
    expect([path, (await get(path)).statusCode]).toEqual([path, 404])
    expect([path, (await (await signedIn()).get(path)).statusCode]).toEqual([path, 404])
    expect([path, (await adur.get(path)).statusCode]).toEqual([path, 200])
  }
  expect((await get('/organisations/leeds-city-council')).body).not.toContain('Missed bins')
})

test('on a withdrawn problem what was said can be read, and nothing new is said', async () => {
  const { signedIn, get, db, clock, problem } = await councils()
  const leeds = await signedIn({ of: 'leeds-city-council' })
  await leeds.post(`${at}/stances`, haveIt)
  await db
    .updateTable('problem')
    .set({ state: 'withdrawn', closed_at: clock.now(), closing_note: 'It went away.' })
    .where('id', '=', problem.id)
    .execute()
  expect((await get(`${at}/stances`)).body).toContain('Leeds City Council</a> has it')
  expect((await leeds.get(`${at}/stance`)).statusCode).toBe(404)
  expect((await leeds.post(`${at}/stances`, { ...haveIt, seen: '1' })).statusCode).toBe(409)
  expect((await leeds.post(`${at}/stance/withdrawal`)).statusCode).toBe(303)
})

test('words that look personal are quoted once before they are published, and block nothing', async () => {
  const { signedIn, get } = await councils()
  const officer = await signedIn({ of: 'leeds-city-council' })
  const typed = { ...haveIt, note: 'Ring Jo on 0113 496 0123.' }
  const warned = await officer.post(`${at}/stances`, typed)
  expect(warned.statusCode).toBe(200)
  expect(warned.body).toContain('0113 496 0123”')
  expect(warned.body).toContain('Publish as it is')
  expect((await get(`${at}/stances`)).body).not.toContain('Leeds')
  await officer.post(`${at}/stances`, { ...typed, screened: 'yes' })
  expect((await get(`${at}/stances`)).body).toContain('Leeds City Council')
})
