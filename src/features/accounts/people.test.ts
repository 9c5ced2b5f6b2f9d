import { expect, test } from 'vitest'
import { insertSignedIn } from '#test/people.ts'
import { handClock, testDatabase } from '#test/support.ts'
import { listPeople, listSpokespeople } from './people-queries.ts'

const clock = handClock()
const of = 'leeds-city-council'

test('a name is for everyone only when its owner said so and an organisation has confirmed them', async () => {
  const db = await testDatabase()
  const shown = await insertSignedIn(db, clock, { of, name: 'Shown Officer' })
  const quiet = await insertSignedIn(db, clock, { of, name: 'Quiet Officer' })
  const unconfirmed = await insertSignedIn(db, clock, { name: 'Unconfirmed Person' })
  const suspended = await insertSignedIn(db, clock, { of, name: 'Suspended Officer', isSuspended: true })
  const said = [shown, unconfirmed, suspended].map(({ personId }) => personId)
  await db.updateTable('person').set({ is_shown: true }).where('id', 'in', said).execute()
  const people = await listPeople(db, [...said, quiet.personId])
  const isShown = (personId: string) => people.get(personId)?.isShown
  expect(isShown(shown.personId)).toBe(true)
  expect([quiet, unconfirmed, suspended].map(({ personId }) => isShown(personId))).toEqual([
    false,
    false,
    false,
  ])
})

test('those who speak for an organisation are confirmed and not suspended, leads first', async () => {
  const db = await testDatabase()
  const member = await insertSignedIn(db, clock, { of })
  const lead = await insertSignedIn(db, clock, { of, role: 'lead' })
  await insertSignedIn(db, clock, { of, isSuspended: true })
  await insertSignedIn(db, clock, { of: 'adur-district-council' })
  const asked = await insertSignedIn(db, clock, { of })
  await db
    .updateTable('membership')
    .set({ state: 'requested' })
    .where('person_id', '=', asked.personId)
    .execute()
  expect(await listSpokespeople(db, lead.organisationId!)).toEqual([
    { personId: lead.personId, email: lead.email, role: 'lead' },
    { personId: member.personId, email: member.email, role: 'member' },
  ])
})
