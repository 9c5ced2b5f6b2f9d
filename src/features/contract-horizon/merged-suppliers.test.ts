import { sql } from 'kysely'
import { expect, test } from 'vitest'
import { insertContracts, wasteWindow } from '#test/made-contracts.ts'
import { testApp } from '#test/support.ts'

const waste = 516

/** Three councils whose contracts with dxw end together, and a curator who has merged dxw into Idox. */
async function withMerged() {
  const app = await testApp()
  const { db, clock } = app
  await insertContracts(db, clock, wasteWindow(waste))
  await sql`insert into contract_statement
    (id, contract_id, said, supplier_id, is_confirmed, as_of, source_name, made_at)
    select gen_random_uuid(), id, to_jsonb(contract), supplier_id, false, source_as_of, source_name, created_at
    from contract where supplier_id is not null`.execute(db)
  const curator = await app.signedIn({ duties: ['curator'] })
  const path = '/organisations/dxw/merging'
  const former = `/horizon/supplier-dxw-service-${waste}/2027-03-31`
  expect((await app.get(former)).statusCode).toBe(200)
  await curator.post(path, { into: 'Idox', reason: 'It was bought.', seen: 'yes' })
  return { ...app, former, undo: () => curator.post(`${path}/undoing`) }
}

test('the window of a supplier that became part of another leads to that of the other, until it is taken back', async () => {
  const { get, former, undo } = await withMerged()
  const now = `/horizon/supplier-idox-service-${waste}/2027-03-31`
  const { statusCode, headers } = await get(former)
  expect([statusCode, headers.location]).toEqual([301, now])
  expect((await get(now)).body).toContain('3 contracts for Idox')
  expect((await get(`${former}/contracts.csv`)).body).toContain('Leeds City Council')
  expect((await get(`${former}/calendar.ics`)).body).toContain('BEGIN:VEVENT')
  await undo()
  expect((await get(former)).statusCode).toBe(200)
})

test('lists that were asked for by it are those of the other', async () => {
  const { get } = await withMerged()
  for (const path of ['/horizon', '/horizon.csv', '/horizon/contracts.csv', '/horizon.ics', '/systems']) {
    const { statusCode, headers } = await get(`${path}?region=London&supplier=dxw&supplier=civica`)
    expect([statusCode, headers.location]).toEqual([
      301,
      `${path}?region=London&supplier=idox&supplier=civica`,
    ])
  }
})

test('lists that were asked for by the former address of a product are those of its present one', async () => {
  const { get, signedIn } = await testApp()
  const curator = await signedIn({ duties: ['curator'] })
  await curator.post('/products/moderngov/name', { name: 'ModernGov Cloud', reason: 'Its new name.' })
  for (const path of ['/horizon', '/systems', '/systems.csv'])
    expect((await get(`${path}?product=moderngov`)).headers.location).toBe(`${path}?product=moderngov-cloud`)
})
