import type { Insertable, Updateable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Curator } from './curators.ts'
import type { MembershipTable } from './tables.ts'

/** Returns whether it is new: whoever is in, or waits, already is left as they are. */
export async function insertMembership(trx: Db, membership: Insertable<MembershipTable>): Promise<boolean> {
  const inserted = await trx
    .insertInto('membership')
    .values(membership)
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .execute()
  return inserted.length > 0
}

export const updateMembership = (trx: Db, id: string, change: Updateable<MembershipTable>) =>
  trx.updateTable('membership').set(change).where('id', '=', id).execute()

export const deleteMembership = (trx: Db, id: string) =>
  trx.deleteFrom('membership').where('id', '=', id).execute()

const memberships = (db: Db) =>
  db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .innerJoin('person', 'person.id', 'membership.person_id')
    .select(['membership.id', 'membership.role', 'membership.state', 'membership.ground'])
    .select(['membership.requested_at', 'membership.decided_at', 'membership.lead_asked_at'])
    .select(['membership.ended_at', 'membership.person_id', 'membership.organisation_id'])
    .select(['organisation.name as organisation', 'organisation.slug', 'organisation.status'])
    .select(['person.name', 'person.job_title', 'person.email', 'person.is_shown', 'person.suspended_at'])

export type MembershipRow = Awaited<ReturnType<typeof findMembership>>

/** A membership with its person and organisation; throws when there is none. */
export async function findMembership(db: Db, id: string) {
  const membership = await memberships(db).where('membership.id', '=', id).executeTakeFirst()
  if (!membership) throw failure('absent', '')
  return membership
}

/** As {@link findMembership}, locked with all of the organisation's present ones until the transaction ends. */
export async function lockMembership(trx: Db, id: string): Promise<MembershipRow> {
  const { organisation_id } = await findMembership(trx, id)
  await trx
    .selectFrom('membership')
    .select('id')
    .where('organisation_id', '=', organisation_id)
    .where('state', 'in', ['requested', 'confirmed'])
    .orderBy('id')
    .forUpdate()
    .execute()
  return findMembership(trx, id)
}

export const listMembershipsOf = (db: Db, personId: string): Promise<MembershipRow[]> =>
  memberships(db)
    .where('membership.person_id', '=', personId)
    .where('membership.state', 'in', ['requested', 'confirmed'])
    .orderBy('organisation.name')
    .execute()

/** All that a person ever was, also what ended: for curators and for the person's own export. */
export const listAllMembershipsOf = (db: Db, personId: string): Promise<MembershipRow[]> =>
  memberships(db)
    .where('membership.person_id', '=', personId)
    .orderBy('membership.requested_at', 'desc')
    .orderBy('membership.id')
    .execute()

/** Who speaks for an organisation or asks to, leads first, in the order of names. */
export const listMembersOf = (db: Db, organisationId: string): Promise<MembershipRow[]> =>
  memberships(db)
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.state', 'in', ['requested', 'confirmed'])
    .orderBy('membership.role')
    .orderBy('person.name')
    .orderBy('membership.id')
    .execute()

/** The membership in an organisation that a person has or waits for, if any. */
export const findPresent = (db: Db, personId: string, organisationId: string) =>
  memberships(db)
    .where('membership.person_id', '=', personId)
    .where('membership.organisation_id', '=', organisationId)
    .where('membership.state', 'in', ['requested', 'confirmed'])
    .executeTakeFirst()

/** Whether the last word on a person in an organisation was somebody else's no. */
export async function wasTurnedAway(db: Db, personId: string, organisationId: string): Promise<boolean> {
  const last = await db
    .selectFrom('membership')
    .select(['state', 'ended_by'])
    .where('person_id', '=', personId)
    .where('organisation_id', '=', organisationId)
    .where('state', 'in', ['refused', 'ended'])
    .orderBy('requested_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last !== undefined && (last.state === 'refused' || ![null, personId].includes(last.ended_by))
}

/** Curators who can act. */
export async function listCurators(db: Db): Promise<Curator[]> {
  const rows = await db
    .selectFrom('person_duty')
    .innerJoin('person', 'person.id', 'person_duty.person_id')
    .leftJoin('membership', join =>
      join.onRef('membership.person_id', '=', 'person.id').on('membership.state', '=', 'confirmed'),
    )
    .select(['person.id as personId', 'person.email', 'membership.organisation_id'])
    .where('duty', '=', 'curator')
    .where('person.suspended_at', 'is', null)
    .where('person.email', 'is not', null)
    .orderBy('person.id')
    .execute()
  return [...Map.groupBy(rows, ({ personId }) => personId)].map(([personId, own]) => ({
    personId,
    email: own[0]!.email!,
    organisationIds: own.flatMap(({ organisation_id }) => organisation_id ?? []),
  }))
}

/** What waits for a curator: requests in organisations that have no lead to decide them, the oldest first. */
export const listWithoutLead = (db: Db): Promise<MembershipRow[]> =>
  memberships(db)
    .where(({ eb, or, and }) =>
      or([
        eb('membership.state', '=', 'requested'),
        and([eb('membership.state', '=', 'confirmed'), eb('membership.lead_asked_at', 'is not', null)]),
      ]),
    )
    .where('person.suspended_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('membership as lead')
            .innerJoin('person as leader', 'leader.id', 'lead.person_id')
            .select('lead.id')
            .whereRef('lead.organisation_id', '=', 'membership.organisation_id')
            .where('lead.state', '=', 'confirmed')
            .where('lead.role', '=', 'lead')
            .where('leader.suspended_at', 'is', null),
        ),
      ),
    )
    .orderBy('membership.requested_at')
    .orderBy('membership.id')
    .execute()
