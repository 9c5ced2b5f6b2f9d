import { sql } from 'kysely'
import type { Duty, Membership, Person } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'

type SessionRow = {
  session_id: string
  last_seen_at: Date
  person_id: string
  acting_for: string | null
  duties: Duty[]
  memberships: (Membership & { name: string })[]
}

/** Who is signed in with this key, in one question: the session must not have ended nor the person be suspended. */
export async function findSession(db: Db, now: Date, keyHash: string): Promise<SessionRow | undefined> {
  const { rows } = await sql<SessionRow>`
    select session.id as session_id, session.last_seen_at, session.person_id, session.acting_for,
      array(select duty from person_duty where person_id = person.id order by duty) as duties,
      coalesce((
        select jsonb_agg(jsonb_build_object(
          'organisationId', organisation.id, 'name', organisation.name, 'role', membership.role,
          'isPublicSector', organisation.kind in ('council', 'public-body'))
          order by coalesce(membership.decided_at, membership.requested_at), membership.id)
        from membership join organisation on organisation.id = membership.organisation_id
        where membership.person_id = person.id and membership.state = 'confirmed'), '[]') as memberships
    from session join person on person.id = session.person_id
    where session.key_hash = ${keyHash} and session.ends_at > ${now}
      and person.suspended_at is null and person.erased_at is null`.execute(db)
  return rows[0]
}

/** Until they choose, a person speaks for the organisation that confirmed them first: another’s word does not change that. */
export function personFrom({ person_id, acting_for, duties, memberships }: SessionRow): Person {
  const acting = memberships.find(({ organisationId }) => organisationId === acting_for) ?? memberships[0]
  return {
    kind: 'person',
    id: person_id,
    duties,
    memberships: memberships.map(({ name: _, ...membership }) => membership),
    actingFor: acting ? { id: acting.organisationId, name: acting.name } : null,
  }
}

export const markSeen = (db: Db, sessionId: string, now: Date) =>
  db.updateTable('session').set({ last_seen_at: now }).where('id', '=', sessionId).execute()

export type Session = {
  id: string
  key_hash: string
  person_id: string
  acting_for: string | null
  device: string
  started_by: 'link' | 'code' | 'single-sign-on'
  created_at: Date
  last_seen_at: Date
  ends_at: Date
}

export const insertSession = (db: Db, session: Session) => db.insertInto('session').values(session).execute()

/** Where a person is signed in, the latest used first. */
export const listSessions = (db: Db, personId: string, now: Date) =>
  db
    .selectFrom('session')
    .select(['id', 'key_hash', 'device', 'created_at', 'last_seen_at'])
    .where('person_id', '=', personId)
    .where('ends_at', '>', now)
    .orderBy('last_seen_at', 'desc')
    .orderBy('id')
    .execute()

export const listAllSessions = (db: Db, personId: string) =>
  db
    .selectFrom('session')
    .leftJoin('organisation', 'organisation.id', 'session.acting_for')
    .select(['device', 'session.created_at', 'last_seen_at', 'session.ends_at', 'organisation.name as for'])
    .where('person_id', '=', personId)
    .orderBy('session.id')
    .execute()

export const deleteSessionOfKey = (db: Db, keyHash: string) =>
  db.deleteFrom('session').where('key_hash', '=', keyHash).execute()

export const deleteSessionsOf = (db: Db, personId: string) =>
  db.deleteFrom('session').where('person_id', '=', personId).execute()

/** Signs a person out everywhere but in one browser. */
export const deleteOtherSessions = (db: Db, personId: string, keyHash: string) =>
  db.deleteFrom('session').where('person_id', '=', personId).where('key_hash', '!=', keyHash).execute()

export const deleteSession = (db: Db, personId: string, id: string) =>
  db.deleteFrom('session').where('person_id', '=', personId).where('id', '=', id).executeTakeFirstOrThrow()

export const markActingFor = (db: Db, keyHash: string, organisationId: string) =>
  db.updateTable('session').set({ acting_for: organisationId }).where('key_hash', '=', keyHash).execute()

/** Whoever spoke for the one organisation speaks for the other, in each of their browsers. */
export const moveActingFor = (
  trx: Db,
  personId: string,
  { fromId, toId }: { fromId: string; toId: string },
) =>
  trx
    .updateTable('session')
    .set({ acting_for: toId })
    .where('person_id', '=', personId)
    .where('acting_for', '=', fromId)
    .execute()

/** None of their browsers speaks for that organisation any more. */
export const forgetActingFor = (trx: Db, personId: string, organisationId: string) =>
  trx
    .updateTable('session')
    .set({ acting_for: null })
    .where('person_id', '=', personId)
    .where('acting_for', '=', organisationId)
    .execute()

/** Forgets sessions that ended, but not that their person was here. */
export async function deleteEndedSessions(trx: Db, now: Date): Promise<void> {
  await trx
    .updateTable('person')
    .from(
      trx
        .selectFrom('session')
        .select(({ fn }) => ['person_id', fn.max('last_seen_at').as('seen_at')])
        .where('ends_at', '<', now)
        .groupBy('person_id')
        .as('ended'),
    )
    .set(({ fn, ref }) => ({
      last_seen_at: fn('greatest', [ref('person.last_seen_at'), ref('ended.seen_at')]),
    }))
    .whereRef('person.id', '=', 'ended.person_id')
    .execute()
  await trx.deleteFrom('session').where('ends_at', '<', now).execute()
}

/** Ends what began by mail: sessions of those who speak for an organisation, and of everyone with an address of these domains. */
export const deleteMailSessions = (
  trx: Db,
  { organisationId, domains }: { organisationId: string; domains: string[] },
) =>
  trx
    .deleteFrom('session')
    .where('started_by', '!=', 'single-sign-on')
    .where('person_id', 'in', query =>
      query
        .selectFrom('person')
        .select('person.id')
        .where(({ eb, or, exists, selectFrom }) =>
          or([
            ...domains.flatMap(domain => [
              eb('person.email', 'like', `%@${domain}`),
              eb('person.email', 'like', `%.${domain}`),
            ]),
            exists(
              selectFrom('membership')
                .select('membership.id')
                .whereRef('membership.person_id', '=', 'person.id')
                .where('membership.organisation_id', '=', organisationId)
                .where('membership.state', '=', 'confirmed'),
            ),
          ]),
        ),
    )
    .execute()
