import { sql } from 'kysely'
import type { Membership } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { PersonName } from './person.ts'

/** Whether everyone may read a person's name: they said so, are not suspended, and an organisation has confirmed them. */
const isShown = sql<boolean>`person.is_shown and person.name is not null and person.suspended_at is null
  and exists (select from membership
    where membership.person_id = person.id and membership.state in ('confirmed', 'ended'))`

/** These people by id, for who writes what they did; those who were erased are absent. */
export async function listPeople(db: Db, ids: string[]): Promise<Map<string, PersonName>> {
  if (ids.length === 0) return new Map()
  const people = await db
    .selectFrom('person')
    .select(['id', 'name', 'job_title as jobTitle', isShown.as('isShown')])
    .where('id', 'in', [...new Set(ids)])
    .where('erased_at', 'is', null)
    .execute()
  return new Map(people.map(person => [person.id, person]))
}

export type Spokesperson = { personId: string; email: string; role: Membership['role'] }

/** Who speaks for an organisation, to write to them: confirmed and not suspended, leads first. */
export async function listSpokespeople(db: Db, organisationId: string): Promise<Spokesperson[]> {
  const rows = await db
    .selectFrom('membership')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['person.id as personId', 'person.email', 'membership.role'])
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.state', '=', 'confirmed')
    .where('person.suspended_at', 'is', null)
    .where('person.erased_at', 'is', null)
    .orderBy('membership.role')
    .orderBy('person.id')
    .execute()
  return rows.flatMap(row => (row.email === null ? [] : [{ ...row, email: row.email }]))
}

/** Who decides for an organisation, to write to them: its leads, or where it has none whoever speaks for it. */
export async function listDeciders(db: Db, organisationId: string): Promise<Spokesperson[]> {
  const spokespeople = await listSpokespeople(db, organisationId)
  const leads = spokespeople.filter(({ role }) => role === 'lead')
  return leads.length > 0 ? leads : spokespeople
}

export const peopleShownAtMost = 50

const accounts = (db: Db) =>
  db
    .selectFrom('person')
    .select(['person.id', 'person.name', 'person.email', 'person.suspended_at', 'person.created_at'])
    .select(({ selectFrom }) =>
      selectFrom('membership')
        .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
        .select(
          sql<string | null>`string_agg(organisation.name, ', ' order by organisation.name)`.as('names'),
        )
        .whereRef('membership.person_id', '=', 'person.id')
        .where('membership.state', '=', 'confirmed')
        .as('organisations'),
    )
    .where('erased_at', 'is', null)
    .orderBy('person.name')
    .orderBy('person.id')

export type Account = Awaited<ReturnType<typeof findPeople>>[number]

/** Accounts whose name or address holds these words, the first of them in the order of names. */
export const findPeople = (db: Db, sought: string) =>
  accounts(db)
    .where(({ eb, fn, or }) => {
      const holds = (column: 'person.name' | 'person.email') =>
        eb(fn<number>('strpos', [fn('lower', [column]), eb.val(sought.toLowerCase())]), '>', 0)
      return or([holds('person.name'), holds('person.email')])
    })
    .limit(peopleShownAtMost)
    .execute()

export const listSuspended = (db: Db) => accounts(db).where('suspended_at', 'is not', null).execute()
