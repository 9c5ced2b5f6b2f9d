import { describe, expect, test } from 'vitest'
import { exportAsCsv } from '#plumbing/export.ts'
import { publishPlan } from '#test/planning.ts'
import { handClock, testApp } from '#test/support.ts'
import { answerField } from './answers-form.ts'
import { toolTable } from './open-data.ts'

type App = Awaited<ReturnType<typeof testApp>>
type Said = Record<string, 'open' | 'view' | 'blocked' | 'unknown'>

const councils = ['leeds-city-council', 'adur-district-council', 'surrey-county-council']
const path = `/tools/together?with=${councils[0]}&with=${councils[1]}`

/** Says by the form what an organisation can open, by the tools’ addresses. */
async function answer(app: App, of: string, said: Said) {
  const officer = await app.signedIn({ of })
  const tools = await app.db.selectFrom('tool').select(['id', 'slug']).execute()
  const form = Object.entries(said).map(([slug, says]) => [
    answerField(tools.find(tool => tool.slug === slug)!.id),
    says,
  ])
  const { headers } = await officer.post(`/organisations/${of}/tools/edit`, Object.fromEntries(form))
  expect(headers.location).toBe(`/organisations/${of}/tools?done=tools-answered`)
  return officer
}

/** The part of a page under a heading. */
const under = (body: string, heading: string) => body.split(`>${heading}<`)[1]?.split('<section')[0] ?? ''

describe('what partners can all use', () => {
  test('is what each said it can open; then what all can view, with who stands in the way of the rest', async () => {
    const app = await testApp()
    const leeds = await answer(app, councils[0]!, {
      slack: 'open',
      trello: 'open',
      github: 'open',
      medium: 'open',
    })
    await answer(app, councils[1]!, { slack: 'open', trello: 'view', github: 'blocked' })
    const { body } = await leeds.get(path)
    expect(under(body, 'All can open and use')).toContain('Slack')
    expect(under(body, 'All can open and use')).not.toMatch(/Trello|GitHub|Medium/)
    expect(under(body, 'All can at least view')).toMatch(/Trello<.*Adur District Council can view only/)
    expect(under(body, 'Ask before you choose one of these')).toMatch(
      /Medium<.*Adur District Council has not said: <a[^>]*href="\/organisations\/adur-district-council\/tools"/,
    )
    expect(under(body, 'Blocked for at least one of them')).toMatch(
      /GitHub<.*Blocked at Adur District Council/,
    )
  })

  test('says once who has said nothing at all, and begins without advice', async () => {
    const app = await testApp()
    const leeds = await answer(app, councils[0]!, { slack: 'view' })
    const { body } = await leeds.get(path)
    expect(
      body.match(/Adur District Council has not said yet which tools its people can open/g),
    ).toHaveLength(1)
    expect(under(body, 'Ask before you choose one of these')).toMatch(
      /Slack<.*Leeds City Council can view only/,
    )
    expect(under(body, 'Ask before you choose one of these')).not.toContain('Adur District Council')
    expect((await app.get('/tools/together')).body).not.toContain('What always works')
  })

  test('never offers what is blocked as what to use, and always ends with e-mail and telephone', async () => {
    const app = await testApp()
    const leeds = await answer(app, councils[0]!, { slack: 'blocked', trello: 'open' })
    await answer(app, councils[1]!, { slack: 'open', trello: 'open' })
    const { body } = await leeds.get(path)
    const whatForWhat = under(body, 'What to use for what')
    expect(whatForWhat).not.toContain('Slack')
    expect(whatForWhat).toContain('Trello')
    expect(whatForWhat.match(/telephone|e-mail/gi)!.length).toBeGreaterThanOrEqual(10)
  })

  test('says that it is not known after a year, until it is said again', async () => {
    const clock = handClock()
    const app = await testApp({ clock })
    await answer(app, councils[0]!, { slack: 'open' })
    await answer(app, councils[1]!, { slack: 'open' })
    clock.forward(366 * 24 * 3600_000)
    const leeds = await app.signedIn({ of: councils[0]! })
    expect(under((await leeds.get(path)).body, 'All can open and use')).not.toContain('Slack')
    expect((await leeds.get('/my')).body).toContain('1 answer from more than a year ago')
    expect((await leeds.get(`/organisations/${councils[0]}/tools/edit`)).body).toContain(
      'Said on 21 November 2026, which is too long ago to count',
    )
  })

  test('adds a partner by name to the address, keeps those that were ticked, and asks again when it knows none', async () => {
    const { get } = await testApp()
    const { headers, statusCode } = await get(`${path}&add=Surrey+County+Council`)
    expect(statusCode).toBe(303)
    expect(headers.location).toBe(`${path}&with=surrey-county-council`)
    expect((await get(`${path}&add=Lads+City+Council`)).body).toContain('Did you mean one of these?')
    expect((await get(`${path}&add=Xyzzy`)).body).toContain('We know no organisation called “Xyzzy”')
  })

  test('says of whom it says nothing where partners are more than it looks at', async () => {
    const { get, db } = await testApp()
    const many = await db
      .selectFrom('organisation')
      .select(['slug', 'name'])
      .where('kind', '=', 'council')
      .orderBy('slug')
      .limit(21)
      .execute()
    const query = many.map(({ slug }) => `with=${slug}`)
    const all = await get(`/tools/together?${query.join('&')}`)
    expect(all.body).toContain('20 partners are looked at together at most')
    expect(all.body).toContain(`says nothing of ${many[20]!.name}.`)
    expect((await get(`/tools/together?${query.slice(1).join('&')}`)).body).not.toContain('at most')
    const added = await get(
      `/tools/together?${query.slice(0, 20).join('&')}&add=${encodeURIComponent(many[20]!.name)}`,
    )
    expect(added.headers.location).toContain(query[20])
  })
})

describe('what an organisation said', () => {
  test('is for the public sector and itself: nobody else reads it on any page, by itself or as a choice', async () => {
    const app = await testApp()
    const supplier = await answer(app, 'idox', { slack: 'open' })
    await answer(app, councils[0]!, { slack: 'open', trello: 'blocked' })
    const leeds = `/organisations/${councils[0]}/tools`
    const together = `/tools/together?with=${councils[0]}&with=idox`
    const surrey = await app.signedIn({ of: councils[2]! })
    expect((await surrey.get(leeds)).body).toContain('Blocked')
    expect((await surrey.get(together)).body).toContain('All can open and use')
    for (const reader of [app, supplier, await app.signedIn({})]) {
      expect((await reader.get(leeds)).body).toContain('is shown to councils and other public bodies')
      const body = (await reader.get(leeds)).body + (await reader.get(together)).body
      expect(body).not.toMatch(/Blocked|All can open and use|said on/)
    }
    expect((await supplier.get('/organisations/idox/tools')).body).toContain('Slack')
    expect((await app.get(together)).body).toContain('What always works')
  })

  test('is counted for everyone once five have said, on pages and in files', async () => {
    const app = await testApp()
    const five = [...councils, 'kent-county-council', 'essex-county-council']
    for (const council of five.slice(1)) await answer(app, council, { slack: 'open' })
    expect((await app.get('/tools/slack')).body).toContain('shown once five organisations have said so')
    const file = async () => (await Array.fromAsync(exportAsCsv(app.db, toolTable))).join('')
    expect(await file()).toMatch(/slack,Slack.*,,,\r?\n/)
    await answer(app, five[0]!, { slack: 'blocked' })
    expect((await app.get('/tools/slack')).body).toContain('4 organisations can open it, 1 cannot.')
    expect(await file()).toMatch(/slack,Slack.*,4,0,1\r?\n/)
  })

  test('is said by those who speak for it, and changed or taken back the same way', async () => {
    const app = await testApp()
    const leeds = await answer(app, councils[0]!, { slack: 'open', trello: 'view' })
    await answer(app, councils[0]!, { slack: 'blocked', trello: 'unknown' })
    const said = await app.db.selectFrom('tool_answer').select('answer').execute()
    expect(said).toEqual([{ answer: 'blocked' }])
    const edit = `/organisations/${councils[1]}/tools/edit`
    expect((await leeds.get(edit)).body).toContain('For whom do you speak?')
    expect((await leeds.post(edit, {})).statusCode).toBe(404)
  })

  test('stands on a project as what all who take part can open, for the public sector', async () => {
    const app = await testApp()
    const leeds = await answer(app, councils[0]!, { slack: 'open', trello: 'open' })
    await answer(app, councils[1]!, { slack: 'open' })
    const { address } = await publishPlan(app, leeds, { partners: ['Adur District Council'] })
    const panel = 'Tools that all partners can open'
    expect((await leeds.get(address)).body).not.toContain(panel)
    const lead = await app.signedIn({ of: councils[1]!, role: 'lead' })
    const [request] = /\/partner-requests\/[0-9a-f-]+/.exec((await lead.get('/my')).body)!
    await lead.post(`${request}/decision`, { answer: 'confirm' })
    await app.drain()
    const { body } = await leeds.get(address)
    expect(body).toContain(panel)
    expect(body).toContain(`href="${path.replaceAll('&', '&amp;')}"`)
    expect(body).toContain('href="/tools/slack"')
    expect(body).not.toContain('href="/tools/trello"')
    expect((await app.get(address)).body).not.toContain(panel)
  })

  test('is a reason to work together, for those who may know it', async () => {
    const app = await testApp()
    const leeds = await answer(app, councils[0]!, { slack: 'open', trello: 'open' })
    await answer(app, councils[1]!, { slack: 'open' })
    const partners = `/organisations/${councils[0]}/partners?most=100&same-tools=5`
    expect((await leeds.get(partners)).body).toContain('Can open 1 tool that you can open')
    expect((await app.get(partners)).body).not.toContain('Can open 1 tool')
  })
})
