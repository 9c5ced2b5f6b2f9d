import { sql } from 'kysely'
import type { Duty, Speaker } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Outcome } from './reply.ts'

/** Notes that a mail came; false when it had come before. */
export async function insertMailIn(trx: Db, key: string, outcome: Outcome, came_at: Date): Promise<boolean> {
  const inserted = await trx
    .insertInto('mail_in')
    .values({ key, outcome, came_at })
    .onConflict(conflict => conflict.doNothing())
    .returning('key')
    .execute()
  return inserted.length > 0
}

export const updateOutcome = (trx: Db, key: string, outcome: Outcome) =>
  trx.updateTable('mail_in').set({ outcome }).where('key', '=', key).execute()

export const deleteMailInBefore = (trx: Db, instant: Date) =>
  trx.deleteFrom('mail_in').where('came_at', '<', instant).execute()

/** How often what became of mail that came in, since an instant. */
export const countOutcomes = (db: Db, since: Date) =>
  db
    .selectFrom('mail_in')
    .select(({ fn }) => ['outcome', fn.countAll<number>().as('count'), fn.max('came_at').as('last')])
    .where('came_at', '>', since)
    .groupBy('outcome')
    .orderBy('outcome')
    .execute()

/** Whose address it is, if they can act. */
export const findPersonOf = (db: Db, address: string) =>
  db
    .selectFrom('person')
    .select(['id', 'email'])
    .where('email', '=', address.toLowerCase())
    .where('suspended_at', 'is', null)
    .executeTakeFirst()

export const findAddressOf = async (db: Db, personId: string): Promise<string | null> =>
  (await db.selectFrom('person').select('email').where('id', '=', personId).executeTakeFirst())?.email ?? null

type SpeakerRow = {
  duties: Duty[]
  name: string
  role: 'member' | 'lead'
  isPublicSector: boolean
}

/** Someone as they speak for one organisation; undefined when it has not confirmed them, or they are suspended. */
export async function findSpeaker(
  db: Db,
  { personId, organisationId }: { personId: string; organisationId: string },
): Promise<Speaker | undefined> {
  const { rows } = await sql<SpeakerRow>`
    select array(select duty from person_duty where person_id = person.id order by duty) as duties,
      organisation.name, membership.role, organisation.kind in ('council', 'public-body') as "isPublicSector"
    from membership join person on person.id = membership.person_id
    join organisation on organisation.id = membership.organisation_id
    where person.id = ${personId} and organisation.id = ${organisationId} and membership.state = 'confirmed'
      and person.suspended_at is null and person.erased_at is null`.execute(db)
  const [found] = rows
  if (!found) return undefined
  const { duties, name, role, isPublicSector } = found
  return {
    kind: 'person',
    id: personId,
    duties,
    memberships: [{ organisationId, role, isPublicSector }],
    actingFor: { id: organisationId, name },
  }
}

/** Notes that mail to someone came back on a day; the number of such days since another. */
export async function insertReturn(
  trx: Db,
  { personId, on, since }: { personId: string; on: string; since: string },
): Promise<number> {
  await trx
    .insertInto('mail_return')
    .values({ person_id: personId, returned_on: on })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  const { days } = await trx
    .selectFrom('mail_return')
    .select(({ fn }) => fn.countAll<number>().as('days'))
    .where('person_id', '=', personId)
    .where('returned_on', '>=', since)
    .executeTakeFirstOrThrow()
  return days
}

export const deleteReturnsOf = (trx: Db, personId: string) =>
  trx.deleteFrom('mail_return').where('person_id', '=', personId).execute()

export const deleteReturnsBefore = (trx: Db, day: string) =>
  trx.deleteFrom('mail_return').where('returned_on', '<', day).execute()

export const listReturnsOf = (db: Db, personId: string) =>
  db
    .selectFrom('mail_return')
    .select('returned_on')
    .where('person_id', '=', personId)
    .orderBy('returned_on')
    .execute()

type Confirmation = { link_hash: string; person_id: string; address: string; ends_at: Date }

export const insertConfirmation = (trx: Db, confirmation: Confirmation) =>
  trx.insertInto('mail_confirmation').values(confirmation).execute()

/** The confirmation that a link is for, while it can be used. */
export const findConfirmation = (db: Db, linkHash: string, now: Date) =>
  db
    .selectFrom('mail_confirmation')
    .innerJoin('person', 'person.id', 'person_id')
    .select(['person_id', 'address'])
    .where('link_hash', '=', linkHash)
    .where('ends_at', '>', now)
    .whereRef('person.email', '=', 'address')
    .executeTakeFirst()

export const deleteConfirmationsOf = (trx: Db, personId: string) =>
  trx.deleteFrom('mail_confirmation').where('person_id', '=', personId).execute()

export const deleteConfirmationsBefore = (trx: Db, instant: Date) =>
  trx.deleteFrom('mail_confirmation').where('ends_at', '<', instant).execute()
