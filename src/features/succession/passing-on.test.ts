import { describe, expect, test } from 'vitest'
import { keepHandovers } from '#features/handover/schedules.ts'
import { dueKey, enqueue } from '#plumbing/jobs.ts'
import { collaborate } from '#test/collaborating.ts'
import { staySignedIn } from '#test/keeping-fresh.ts'
import { type App, type Officer, subjectsTo } from '#test/planning.ts'
import { handClock, testApp } from '#test/support.ts'
import { askAboutRoles } from './telling-actions.ts'

const membershipOf = async ({ db }: App, { personId }: Officer) =>
  (
    await db
      .selectFrom('membership')
      .select('id')
      .where('person_id', '=', personId)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
  ).id

/** A role that a member holds, with a deputy, in a collaboration with another council. */
async function openRole() {
  const clock = handClock('2026-11-22T09:00:00Z')
  const app = await testApp({ clock })
  const { path, owner, partner } = await collaborate(app)
  const holder = await app.signedIn({ of: 'leeds-city-council', name: 'Ash Lee' })
  const deputy = await app.signedIn({ of: 'leeds-city-council', name: 'Kit Marlow' })
  await staySignedIn(app)
  const plan = `${path}/succession`
  const named = await owner.post(plan, {
    title: 'Code and accounts',
    holder: holder.personId,
    deputy: deputy.personId,
    kept_where: 'The password safe, folder Bins',
  })
  const role = String(named.headers.location).replace(/\?.*/, '')
  await app.drain()
  return { app, clock, path, plan, role, owner, partner, holder, deputy }
}

type Open = Awaited<ReturnType<typeof openRole>>

const giveNotice = async ({ app, holder }: Pick<Open, 'app' | 'holder'>) => {
  const { headers } = await holder.post(`/memberships/${await membershipOf(app, holder)}/notice`, {
    last_day: '4 December 2026',
  })
  await app.drain()
  return String(headers.location).replace(/\?.*/, '')
}

const night = async ({ app, clock }: Pick<Open, 'app' | 'clock'>, day: string) => {
  clock.set(`${day}T06:00:00Z`)
  const key = dueKey(keepHandovers, clock.now())
  await enqueue(app.db, clock, `schedule:${keepHandovers.name}`, key, {})
  await app.drain()
}

describe('a holder who gives notice', () => {
  test('is shown to leave on a day, told of to the leads, and hands the role to who accepts it', async () => {
    const open = await openRole()
    const { app, plan, role, owner, partner, holder, deputy } = open
    const handover = await giveNotice(open)
    expect((await partner.get(plan)).body).toContain('leaving on 4 December 2026')
    expect((await owner.get('/my')).body).toContain('ts holder is leaving on 4 December 2026')
    const asked = 'Who takes over 1 role in Fewer missed bins?'
    expect(await subjectsTo(app, owner.email)).toContain(asked)
    expect(await subjectsTo(app, partner.email)).not.toContain(asked)
    const page = (await holder.get(handover)).body
    expect(page).toContain('Code and accounts (Fewer missed bins)')
    expect(page).toContain('Kit Marlow, who is its deputy')

    const { id } = await app.db.selectFrom('handover_item').select('id').executeTakeFirstOrThrow()
    await holder.post(`${handover}/heirs`, { heir: `${id}:${deputy.personId}` })
    expect((await deputy.post(`${handover}/offer`, { taken: id })).statusCode).toBe(303)
    const read = (await owner.get(role)).body
    expect(read).toContain('Kit Marlow')
    expect(read).not.toContain('Ash Lee')
    expect(read).toContain('obody stands in for its holder')
  })

  test('leaves the role to nobody when nobody takes it, and the leads are told', async () => {
    const open = await openRole()
    const { app, plan, owner, partner } = open
    await giveNotice(open)
    await night(open, '2026-12-05')
    await app.drain()
    expect((await partner.get(plan)).body).toContain('Code and accounts: nobody holds it')
    const told = (await subjectsTo(app, owner.email)).filter(subject => subject.startsWith('Nobody holds'))
    expect(told).toEqual(['Nobody holds 1 role in Fewer missed bins'])
  })

  test('is not told of to curators by what the role is called, where no other lead decides', async () => {
    const open = await openRole()
    const { app, owner, holder } = open
    const curator = await app.signedIn({ duties: ['curator'] })
    await owner.post(`/memberships/${await membershipOf(app, holder)}/role`, { role: 'lead' })
    await owner.post(`/memberships/${await membershipOf(app, owner)}/ending`, {})
    const handover = await giveNotice(open)
    const pack = (await curator.get(`${handover}/pack`)).body
    expect(pack).toContain('Something that only members of the organisation see')
    expect(pack).not.toContain('Code and accounts')
    await night(open, '2026-12-05')
    const mails = await app.db
      .selectFrom('mail')
      .select('letter')
      .where('recipient', '=', curator.email)
      .execute()
    expect(mails.length).toBeGreaterThan(0)
    expect(JSON.stringify(mails)).not.toContain('Code and accounts')
    expect((await holder.get('/my')).statusCode).toBe(200)
  })
})

test('a holder who is erased leaves the role vacant, with a warning', async () => {
  const { app, plan, role, owner, holder } = await openRole()
  expect(JSON.stringify((await holder.get('/account/data/export')).body)).toContain('hold the role')
  await holder.post('/account/data/erasure', { sure: 'yes' })
  await app.drain()
  const read = (await owner.get(plan)).body
  expect(read).toContain('Code and accounts: nobody holds it')
  expect(read).not.toContain('Ash Lee')
  expect((await owner.get(role)).body).toContain('password safe')
})

test('a deputy who leaves stands in no more', async () => {
  const { app, plan, owner, deputy } = await openRole()
  await deputy.post(`/memberships/${await membershipOf(app, deputy)}/ending`, {})
  await app.drain()
  expect((await owner.get(plan)).body).toContain('obody stands in for its holder')
})

test('what an organisation that has left held is taken over by another, with where it lives', async () => {
  const { app, path, plan, role, owner, partner } = await openRole()
  await owner.post(`${path}/leaving`)
  expect((await partner.get(plan)).body).toContain('has left the collaboration, and held')
  expect((await owner.get(role)).statusCode).toBe(404)
  const taken = await partner.post(`${role}/taking-over`)
  expect(taken.headers.location).toContain(`${role}/about`)
  const read = (await partner.get(role)).body
  for (const words of ['Adur District Council', 'password safe', 'Nobody holds it'])
    expect(read).toContain(words)
  expect((await app.db.selectFrom('succession_role').select('holder_id').execute())[0]!.holder_id).toBeNull()
})

test('what nobody has looked at for half a year is asked about, once, until somebody looks', async () => {
  const { app, clock, plan, role, owner, partner, holder } = await openRole()
  const asked = 'Is it still right? Plan of succession of Fewer missed bins'
  const morning = async (day: string) => {
    clock.set(`${day}T08:00:00Z`)
    await app.db.transaction().execute(trx => askAboutRoles(trx, clock))
    return (await subjectsTo(app, owner.email)).filter(subject => subject === asked).length
  }
  expect(await morning('2027-05-23')).toBe(0)
  expect(await morning('2027-05-24')).toBe(1)
  expect(await morning('2027-05-25')).toBe(1)
  expect(await subjectsTo(app, partner.email)).not.toContain(asked)
  expect((await partner.get(plan)).body).toContain('last looked at on 22 November 2026')
  expect((await holder.post(`${role}/look`)).statusCode).toBe(303)
  expect((await partner.get(role)).body).toContain('25 May 2027, by Leeds City Council')
  expect(await morning('2027-11-24')).toBe(2)
})
