import { describe, expect, test } from 'vitest'
import { askerMail, linkTo, subjectsTo, twoCouncils } from '#test/introducing.ts'
import { handClock } from '#test/support.ts'
import { site } from '../../features.ts'

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
