import { expect, test } from 'vitest'
import { showNewest } from '#features/contracts/renewing-actions.ts'
import { system } from '#plumbing/actor.ts'
import { insertContracts, wasteWindow } from '#test/made-contracts.ts'
import { handClock, silentLog, testApp } from '#test/support.ts'
import { site } from '../../features.ts'

const hazardousWaste = 850

/** Five councils’ contracts end together, and an officer keeps what stands at an address about them. */
async function kept(about: string, more: { product?: string } = {}) {
  const clock = handClock()
  const app = await testApp({ clock })
  const { db, config, drain, signedIn } = app
  await drain()
  const ids = await insertContracts(
    db,
    clock,
    wasteWindow(hazardousWaste).map(contract => ({ ...contract, ...more })),
  )
  await happen(ids)
  if (more.product)
    await db
      .insertInto('activity')
      .values({
        id: crypto.randomUUID(),
        kind: 'contract.stated',
        subject_kind: 'product',
        subject_id: (
          await db
            .selectFrom('product')
            .select('id')
            .where('slug', '=', more.product)
            .executeTakeFirstOrThrow()
        ).id,
        actor_kind: 'system',
        detail: '{}',
        occurred_at: clock.now(),
      })
      .execute()
  await drain()
  const officer = await signedIn({ of: 'leeds-city-council' })
  const page = await officer.get(about)
  const asked = /href="([^"]+)"[^>]*>Be told/.exec(page.body)![1]!.replaceAll('&amp;', '&')
  const form = await officer.get(asked)
  expect(form.statusCode).toBe(200)
  const [, address] = /name="about" value="([^"]+)"/.exec(form.body)!
  const wishes = { title: 'Kept', level: 'everything', frequency: 'at-once' }
  const answer = await officer.post('/subscriptions/new', {
    ...wishes,
    about: address!.replaceAll('&amp;', '&'),
  })
  expect(answer.statusCode).toBe(303)
  clock.forward(60_000)

  async function happen(contractIds: string[]) {
    await db
      .insertInto('activity')
      .values(
        contractIds.map(subject_id => ({
          id: crypto.randomUUID(),
          kind: 'contract.stated',
          subject_kind: 'contract',
          subject_id,
          actor_kind: 'system',
          detail: JSON.stringify({ importId: null, isNew: true }),
          occurred_at: clock.now(),
        })),
      )
      .execute()
  }

  const run = (name: string) =>
    db.transaction().execute(trx =>
      site
        .slot('schedules')
        .find(schedule => schedule.name === name)!
        .run(trx, { db, clock, config, site, log: silentLog }),
    )

  /** The lists are counted at night, and what is wanted at once goes out. */
  const night = async () => {
    clock.forward(24 * 3_600_000)
    await run('contracts-nearing-end')
    await run('count-kept-lists')
    await drain()
    await later()
  }
  const later = async () => {
    await drain()
    clock.forward(10 * 60_000)
    await run('tell-at-once')
    await drain()
  }
  const mails = async () =>
    (await db.selectFrom('mail').select('letter').where('about', '=', 'digest').orderBy('id').execute()).map(
      ({ letter }) => JSON.stringify(letter),
    )
  return { ...app, clock, ids, officer, happen, run, night, later, mails }
}

const window = `/horizon/service-${hazardousWaste}/2027-03-31`

test.each([
  ['a window', window, {}],
  ['a narrowed horizon', `/horizon?service=${hazardousWaste}`, {}],
  ['a product', '/products/bin-planner', { product: 'bin-planner' }],
])('who keeps %s is told what comes in and what goes, once each', async (_, about, more) => {
  const site = await kept(about, more)
  const { db, clock, drain, night, mails, happen, ids } = site
  await night()
  expect(await mails()).toEqual([])
  const made = { by: 'bristol-city-council', endsOn: '2027-06-30', title: 'Bins of Bristol' }
  const [added] = await insertContracts(db, clock, [{ ...made, serviceId: hazardousWaste, ...more }])
  await happen([added!])
  await drain()
  await night()
  const [came] = (await mails()).filter(letter => letter.includes('Bins of Bristol'))
  expect(came).toContain('It has come into this list. Why: you asked for “Kept”')
  const before = (await mails()).length
  await night()
  expect(await mails()).toHaveLength(before)
  await db
    .updateTable('contract')
    .set({ ends_on: '2034-03-31', service_id: null, service_from: null })
    .where('id', '=', ids[0]!)
    .execute()
  await db.deleteFrom('system').where('contract_id', '=', ids[0]!).execute()
  await happen([ids[0]!])
  await drain()
  await night()
  expect((await mails()).at(-1)).toContain('It is not in this list any more. Why: you asked for “Kept”')
})

test('who keeps a window is told that an end in it moved, from which day to which', async () => {
  const { db, clock, ids, later, mails, drain, happen } = await kept(window)
  await db
    .insertInto('contract_statement')
    .values({
      id: crypto.randomUUID(),
      contract_id: ids[0]!,
      said: JSON.stringify({ title: 'Collection of waste', ends_on: '2027-05-31', is_open_ended: false }),
      supplier_id: (
        await db.selectFrom('organisation').select('id').where('slug', '=', 'idox').executeTakeFirstOrThrow()
      ).id,
      is_confirmed: true,
      as_of: '2026-11-20',
      source_name: 'The council itself',
      made_at: clock.now(),
    })
    .execute()
  await db.transaction().execute(trx => showNewest(trx, clock, system, [ids[0]!]))
  await drain()
  await later()
  expect((await mails()).join()).toContain('Its end moved from 31 March 2027 to 31 May 2027')
  expect((await mails()).join()).toMatch(/It is with Idox[^.]* now/)
  expect((await mails()).join()).toContain('The council confirmed what is said of it')
  await happen([ids[1]!])
  await later()
  expect(await mails()).toHaveLength(1)
})

test('who keeps a service is told once when a contract comes near its end, also of the days that were missed', async () => {
  const site = await kept(`/search?kind=contract&service=${hazardousWaste}`)
  const { clock, run, later, mails } = site
  await run('contracts-nearing-end')
  clock.set('2027-02-01T06:00:00Z')
  await run('contracts-nearing-end')
  await later()
  const told = await mails()
  expect(told.join()).toContain('It ends within 6 months')
  await run('contracts-nearing-end')
  clock.set('2027-01-31T06:00:00Z')
  await run('contracts-nearing-end')
  await later()
  expect(await mails()).toEqual(told)
})

test('a contract that ended is not told as gone', async () => {
  const { clock, night, mails } = await kept(window)
  clock.set('2027-04-02T00:00:00Z')
  await night()
  expect((await mails()).join()).not.toContain('not in this list')
})

test('a contract that is taken down is not told as gone, while what ended with it is', async () => {
  const { db, clock, ids, night, mails } = await kept(window)
  await db.deleteFrom('subscription_member').where('subject_id', 'not in', ids.slice(0, 3)).execute()
  await db
    .insertInto('moderation_hold')
    .values(
      ids.slice(0, 2).map(subject_id => ({
        subject_kind: 'contract',
        subject_id,
        state: 'withheld' as const,
        reason: 'other',
        since: clock.now(),
      })),
    )
    .execute()
  await db.updateTable('contract').set({ service_id: null, service_from: null }).execute()
  await night()
  const told = (await mails()).join()
  expect(told).toContain('It is not in this list any more')
  expect(told).toContain(`/contracts/${ids[2]}`)
  for (const id of ids.slice(0, 2)) expect(told).not.toContain(id)
})

test('a list that is too long to be kept says what to do, and what has no window is not kept', async () => {
  const { signedIn, db, clock } = await testApp()
  const officer = await signedIn({ of: 'leeds-city-council' })
  const many = Array.from({ length: 501 }, () => ({ by: 'leeds-city-council', endsOn: '2027-06-30' }))
  await insertContracts(db, clock, many)
  const ask = async (about: string) =>
    (await officer.get(`/subscriptions/new?about=${encodeURIComponent(about)}`)).statusCode
  expect(await ask('/horizon?from=2026-01')).toBe(422)
  expect(await ask('/horizon')).toBe(422)
  expect(await ask('/horizon/service-850/2031-01-01')).toBe(422)
  expect(await ask('/horizon/nothing/2031-01-01')).toBe(422)
})

test('deadlines of a window that is kept stand in one’s own calendar', async () => {
  const { officer, get } = await kept(window)
  const [, secret] = /\/feeds\/([\w-]{43})\.ics/.exec((await officer.post('/my/subscriptions/feeds')).body)!
  const { body } = await get(`/feeds/${secret}.ics`)
  expect(body.match(/BEGIN:VEVENT/g)?.length).toBeGreaterThanOrEqual(3)
})
