import type { Insertable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { OrganisationAdditionTable, OrganisationTieTable } from './tables.ts'

export const insertAddition = (trx: Db, addition: Insertable<OrganisationAdditionTable>) =>
  trx.insertInto('organisation_addition').values(addition).execute()

/** Organisations that wait for a curator, the first asked first. */
export const listWaitingAdditions = (db: Db) =>
  db
    .selectFrom('organisation_addition')
    .select(['id', 'name', 'kind', 'website', 'ground', 'asked_at', 'asked_by'])
    .where('state', '=', 'waiting')
    .orderBy('asked_at')
    .orderBy('id')
    .execute()

/** Those of them that one person added. */
export const listWaitingAdditionsBy = (db: Db, personId: string) =>
  db
    .selectFrom('organisation_addition')
    .select(['name', 'asked_at'])
    .where('state', '=', 'waiting')
    .where('asked_by', '=', personId)
    .orderBy('asked_at')
    .orderBy('id')
    .execute()

export type WaitingAddition = Awaited<ReturnType<typeof listWaitingAdditions>>[number]

/** One that waits, with the address of who asked, if they still have one; locked until the transaction ends. */
export const lockWaitingAddition = (trx: Db, id: string) =>
  trx
    .selectFrom('organisation_addition')
    .leftJoin('person', 'person.id', 'organisation_addition.asked_by')
    .select(['organisation_addition.name', 'kind', 'website', 'asked_by', 'person.email'])
    .where('organisation_addition.id', '=', id)
    .where('state', '=', 'waiting')
    .forUpdate('organisation_addition')
    .executeTakeFirst()

type Decided = { decided_by: string; decided_at: Date }

export const markAddition = (
  trx: Db,
  id: string,
  decided: Decided & Pick<OrganisationAdditionTable, 'state' | 'organisation_id'>,
) => trx.updateTable('organisation_addition').set(decided).where('id', '=', id).execute()

/** Returns whether it is new: what waits or stands already is left as it is. */
export async function insertTie(trx: Db, tie: Insertable<OrganisationTieTable>): Promise<boolean> {
  const inserted = await trx
    .insertInto('organisation_tie')
    .values(tie)
    .onConflict(conflict => conflict.doNothing())
    .returning('id')
    .execute()
  return inserted.length > 0
}

const ties = (db: Db) =>
  db
    .selectFrom('organisation_tie as tie')
    .innerJoin('organisation as body', 'body.id', 'tie.body_id')
    .innerJoin('organisation as member', 'member.id', 'tie.member_id')
    .leftJoin('organisation as sayer', 'sayer.id', 'tie.said_for')
    .select(['tie.id', 'tie.kind', 'tie.ground', 'tie.state', 'tie.asked_at', 'tie.asked_by'])
    .select(['tie.body_id', 'tie.member_id'])
    .select(['body.name as body', 'body.slug as body_slug'])
    .select(['member.name as member', 'member.slug as member_slug', 'sayer.name as said_by'])
    .orderBy('tie.asked_at')
    .orderBy('tie.id')

export type TieRow = Awaited<ReturnType<typeof listWaitingTies>>[number]

export const listWaitingTies = (db: Db) => ties(db).where('tie.state', '=', 'waiting').execute()

export const listWaitingTiesBy = (db: Db, personId: string) =>
  ties(db).where('tie.state', '=', 'waiting').where('tie.asked_by', '=', personId).execute()

export const countWaiting = async (db: Db): Promise<number> =>
  (await listWaitingAdditions(db)).length + (await listWaitingTies(db)).length

/** What was said here of an organisation, and stands. */
export const listTiesOf = (db: Db, organisationId: string) =>
  ties(db)
    .where('tie.state', '=', 'confirmed')
    .where(({ or, eb }) =>
      or([eb('tie.body_id', '=', organisationId), eb('tie.member_id', '=', organisationId)]),
    )
    .execute()

export const lockTie = (trx: Db, id: string, state: OrganisationTieTable['state']) =>
  trx
    .selectFrom('organisation_tie as tie')
    .leftJoin('organisation as sayer', 'sayer.id', 'tie.said_for')
    .select(['tie.kind', 'body_id', 'member_id', 'asked_by', 'asked_at', 'sayer.name as said_by'])
    .where('tie.id', '=', id)
    .where('tie.state', '=', state)
    .forUpdate('tie')
    .executeTakeFirst()

export const markTie = (trx: Db, id: string, decided: Decided & Pick<OrganisationTieTable, 'state'>) =>
  trx.updateTable('organisation_tie').set(decided).where('id', '=', id).execute()

export const listAdditionsBy = (db: Db, personId: string) =>
  db
    .selectFrom('organisation_addition')
    .select(['name', 'kind', 'website', 'ground', 'state', 'asked_at'])
    .where('asked_by', '=', personId)
    .orderBy('asked_at')
    .execute()

export const listTiesBy = (db: Db, personId: string) =>
  db
    .selectFrom('organisation_tie')
    .select(['kind', 'body_id', 'member_id', 'ground', 'state', 'asked_at'])
    .where('asked_by', '=', personId)
    .orderBy('asked_at')
    .execute()

/** What was added stays, without who said or decided it. */
export async function forgetPerson(trx: Db, personId: string) {
  for (const table of ['organisation_addition', 'organisation_tie'] as const) {
    await trx.updateTable(table).set({ asked_by: null }).where('asked_by', '=', personId).execute()
    await trx.updateTable(table).set({ decided_by: null }).where('decided_by', '=', personId).execute()
  }
}
