import { describe, expect, test } from 'vitest'
import { beginPlan } from '#test/planning.ts'
import { testApp } from '#test/support.ts'

describe('a draft of a project', () => {
  test('belongs to its organisation: everyone else meets no such page', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: 'leeds-city-council' })
    const colleague = await app.signedIn({ of: 'leeds-city-council' })
    const stranger = await app.signedIn({ of: 'surrey-county-council', role: 'lead' })
    const curator = await app.signedIn({ of: 'surrey-county-council', duties: ['curator', 'operator'] })
    const path = await beginPlan(officer)
    const pages = [
      '',
      '/parts/why',
      '/parts/service',
      '/problems',
      '/partners',
      '/links',
      '/publication',
      '/removal',
    ]
    for (const page of pages) {
      expect([page, (await colleague.get(path + page)).statusCode]).toEqual([page, 200])
      expect([page, (await stranger.get(path + page)).statusCode]).toEqual([page, 404])
      expect([page, (await curator.get(path + page)).statusCode]).toEqual([page, 404])
      expect([page, (await app.get(path + page)).statusCode]).toEqual([page, 303])
    }
    const acts = [
      '/parts/why',
      '/publication',
      '/removal',
      '/partners',
      '/links',
      '/withdrawal',
      '/stop',
      '/resumption',
    ]
    const form = {
      why: 'x',
      note: 'x',
      organisation: 'Adur District Council',
      kind: 'code',
      label: 'x',
      url: 'https://a.b',
    }
    for (const act of acts)
      expect([act, (await stranger.post(path + act, form)).statusCode]).toEqual([act, 404])
    expect((await officer.get(path)).body).toContain('To do')
  })

  test('is told apart from those of another organisation one belongs to', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: 'leeds-city-council' })
    const path = await beginPlan(officer)
    const both = await app.signedIn({ of: 'surrey-county-council' })
    await app.db
      .insertInto('membership')
      .values({
        id: '019aa111-0000-7000-8000-000000000002',
        person_id: both.personId,
        organisation_id: officer.organisationId!,
        role: 'member',
        state: 'confirmed',
        ground: 'domain',
        requested_at: app.clock.now(),
      })
      .execute()
    const refused = await both.get(path)
    expect(refused.statusCode).toBe(403)
    expect(refused.body).toContain('Leeds City Council')
  })

  test('can be discarded, and then is gone', async () => {
    const app = await testApp()
    const officer = await app.signedIn({ of: 'leeds-city-council' })
    const path = await beginPlan(officer)
    await officer.post(`${path}/partners`, { organisation: 'Adur District Council' })
    const { headers } = await officer.post(`${path}/removal`)
    expect((await officer.get(String(headers.location))).body).toContain(
      'You discarded the draft of a project',
    )
    expect((await officer.get(path)).statusCode).toBe(404)
  })
})
