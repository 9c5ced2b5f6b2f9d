import type { OutgoingHttpHeaders } from 'node:http'
import type { Duty, Membership, Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { formTokenOf } from '#plumbing/http/browser-key.ts'
import { newId } from '#plumbing/id.ts'
import { hashOf, newSecret } from '#plumbing/secrets.ts'

export type Standing = {
  email?: string
  name?: string
  /** The slug of their organisation; none for someone whom no organisation has confirmed. */
  of?: string
  role?: Membership['role']
  duties?: Duty[]
  isSuspended?: boolean
}

/** A person with an account, a membership and a browser that is signed in, as if they had come by the door. */
export async function insertSignedIn(db: Db, clock: Clock, standing: Standing = {}) {
  const { of, role = 'member', duties = [], isSuspended = false } = standing
  const now = clock.now()
  const personId = newId()
  const email = standing.email ?? `officer-${personId}@example.gov.uk`
  await db
    .insertInto('person')
    .values({
      id: personId,
      email,
      name: standing.name ?? null,
      suspended_at: isSuspended ? now : null,
      created_at: now,
    })
    .execute()
  for (const duty of duties)
    await db.insertInto('person_duty').values({ person_id: personId, duty, granted_at: now }).execute()
  const organisationId = of && (await organisationIdOf(db, of))
  if (organisationId) {
    await db
      .insertInto('membership')
      .values({
        id: newId(),
        person_id: personId,
        organisation_id: organisationId,
        role,
        state: 'confirmed',
        ground: 'domain',
        requested_at: now,
        decided_at: now,
      })
      .execute()
  }
  const key = newSecret()
  await db
    .insertInto('session')
    .values({
      id: newId(),
      key_hash: hashOf(key),
      person_id: personId,
      acting_for: organisationId || null,
      device: 'A test',
      created_at: now,
      last_seen_at: now,
      ends_at: new Date(now.getTime() + 30 * 86_400_000),
    })
    .execute()
  return { personId, email, organisationId, key }
}

export const organisationIdOf = async (db: Db, slug: string) =>
  (await db.selectFrom('organisation').select('id').where('slug', '=', slug).executeTakeFirstOrThrow()).id

/** What a browser with this key sends along. */
export const cookieOf = (key: string) => ({ cookie: `pipeline=${key}` })

/** A form as a page of this site would send it. */
export const withToken = <Form extends object>(key: string, form: Form) => ({
  ...form,
  form_token: formTokenOf(key),
})

/** The key that an answer gives a browser, if it gives one. */
export function keyGivenBy(headers: OutgoingHttpHeaders): string | undefined {
  const cookies = [headers['set-cookie']].flat().map(String)
  return cookies.map(cookie => /^pipeline=([\w-]{43})/.exec(cookie)?.[1]).find(Boolean)
}

/** A curator who belongs to no organisation, as actions know them. */
export async function insertCurator(db: Db, clock: Clock): Promise<Person> {
  const { personId } = await insertSignedIn(db, clock, { duties: ['curator'] })
  return { kind: 'person', id: personId, memberships: [], actingFor: null, duties: ['curator'] }
}
