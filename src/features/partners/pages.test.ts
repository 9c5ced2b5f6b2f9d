import { describe, expect, test } from 'vitest'
import { insertProblem, trust } from '#test/published-problem.ts'
import { testApp } from '#test/support.ts'

type Get = Awaited<ReturnType<typeof testApp>>['get']

/** The ranked organisations of a page, each with its points and their sum as shown. */
function rowsOf(body: string) {
  return body
    .split('<article class="app-row">')
    .slice(1)
    .map(row => {
      const points = [...row.matchAll(/app-reasons__points">(?:<span[^>]*>[^<]*<\/span>)?\s*([\d,]+)/g)].map(
        ([, number]) => Number(number!.replace(',', '')),
      )
      return {
        name: /app-row__title"><a[^>]*>([^<]*)/.exec(row)![1]!,
        points: points.slice(0, -1),
        sum: points.at(-1)!,
        isFar: row.includes('Far from you, and like you'),
      }
    })
}

const ranked = async (get: Get, path: string) => rowsOf((await get(path)).body)

describe('the page of those who could join', () => {
  test('shows reasons that add up, to everyone, for an organisation, a project and a problem', async () => {
    const { get, db, clock } = await testApp()
    const { slug } = await insertProblem(db, clock)
    for (const path of [
      '/organisations/leeds-city-council/partners',
      '/projects/visualising-failure-in-waste-services/partners',
      `/problems/${slug}/partners`,
    ]) {
      const rows = await ranked(get, path)
      expect(rows.length).toBe(20)
      for (const { points, sum } of rows) {
        expect(points.length).toBeGreaterThan(0)
        expect(points.reduce((total, each) => total + each, 0)).toBe(sum)
      }
    }
  })

  test('puts first who has the problem and would fund, and says so', async () => {
    const app = await testApp()
    const { slug } = await insertProblem(app.db, app.clock)
    await trust(app.db, app.clock, 'leeds-city-council')
    const officer = await app.signedIn({ of: 'leeds-city-council' })
    const stance = { says: 'have-it', affected: 'Crews and those who wait', offers: ['co-fund', 'test'] }
    expect((await officer.post(`/problems/${slug}/stances`, stance)).statusCode).toBe(303)
    const { body } = await app.get(`/problems/${slug}/partners`)
    expect(rowsOf(body)[0]!.name).toBe('Leeds City Council')
    expect(body).toContain('Has it')
    expect(body).toContain('Would co-fund, test')
    const without = await app.get(`/problems/${slug}/partners?same-problem=0&offers=0`)
    expect(without.body).not.toContain('Would co-fund, test')
  })

  test('has one far and similar council in every ten, until the person says no', async () => {
    const { get } = await testApp()
    const path =
      '/organisations/mid-devon-district-council/partners?distance=5&type=0&tier=0&rurality=0&same-service=0'
    const rows = await ranked(get, path)
    for (const ten of [rows.slice(0, 10), rows.slice(10, 20)])
      expect(ten.some(({ isFar }) => isFar)).toBe(true)
    const nearest = await ranked(get, `${path}&further=no`)
    expect(nearest.map(({ sum }) => sum)).toEqual(nearest.map(({ sum }) => sum).toSorted((a, b) => b - a))
    expect(nearest).not.toEqual(rows)
  })

  test('a person’s weights change the order, and stay chosen', async () => {
    const { get } = await testApp()
    const path = '/organisations/leeds-city-council/partners'
    const { body } = await get(`${path}?type=0&tier=0&size=5`)
    expect(rowsOf(body).map(({ name }) => name)).not.toEqual(
      (await ranked(get, path)).map(({ name }) => name),
    )
    expect(body).toMatch(/id="size"[\s\S]*?<option value="5" selected/)
  })

  test('what nobody may see has no such page, and a reader’s own council is compared', async () => {
    const app = await testApp()
    const { slug } = await insertProblem(app.db, app.clock, { visibility: 'public-sector', slug: 'quiet' })
    expect((await app.get(`/problems/${slug}/partners`)).statusCode).toBe(404)
    expect((await app.get('/problems/nothing/partners')).statusCode).toBe(404)
    const officer = await app.signedIn({ of: 'kirklees-council' })
    const { body, statusCode } = await officer.get(`/problems/${slug}/partners`)
    expect(statusCode).toBe(200)
    expect(body).toContain('Compared with Kirklees Council')
  })

  test('nobody is about the same service where the problem names none', async () => {
    const { get, db, clock } = await testApp()
    const { slug } = await insertProblem(db, clock, { by: 'adur-district-council' })
    expect((await get('/organisations/adur-district-council/partners')).body).toContain(
      'is about the same service',
    )
    expect((await get(`/problems/${slug}/partners`)).body).not.toContain('is about the same service')
  })

  test('a supplier is never among them, nor who takes part already', async () => {
    const { get } = await testApp()
    const { body } = await get('/projects/visualising-failure-in-waste-services/partners?most=100')
    const names = rowsOf(body).map(({ name }) => name)
    expect(names.length).toBe(100)
    expect(names).not.toContain('Leeds City Council')
    expect(names).not.toContain('dxw')
  })
})
