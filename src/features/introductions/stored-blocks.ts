import type { Db } from '#plumbing/database/database.ts'

type Pair = { organisationId: string; blockedId: string }

export const insertBlock = (
  trx: Db,
  { organisationId, blockedId, personId, since }: Pair & { personId: string; since: Date },
) =>
  trx
    .insertInto('introduction_block')
    .values({ organisation_id: organisationId, blocked_id: blockedId, person_id: personId, since })
    .onConflict(conflict => conflict.doNothing())
    .execute()

/** Of what an organisation has asked another and waits, whoever is asked hears nothing more. */
export const markBlocked = (trx: Db, { organisationId, blockedId }: Pair) =>
  trx
    .updateTable('introduction')
    .set({ is_blocked: true })
    .where('state', '=', 'asked')
    .where('began_with', '=', 'asker')
    .where('asker_id', '=', blockedId)
    .where('asked_id', '=', organisationId)
    .execute()

export const deleteBlock = (trx: Db, { organisationId, blockedId }: Pair) =>
  trx
    .deleteFrom('introduction_block')
    .where('organisation_id', '=', organisationId)
    .where('blocked_id', '=', blockedId)
    .execute()

/** Whom an organisation has blocked, by name. */
export const listBlocks = (db: Db, organisationId: string) =>
  db
    .selectFrom('introduction_block')
    .innerJoin('organisation', 'organisation.id', 'blocked_id')
    .select(['organisation.id', 'organisation.name', 'organisation.slug', 'since'])
    .where('organisation_id', '=', organisationId)
    .orderBy('organisation.name')
    .execute()

export const isBlocked = async (db: Db, { organisationId, blockedId }: Pair): Promise<boolean> =>
  (await db
    .selectFrom('introduction_block')
    .select('blocked_id')
    .where('organisation_id', '=', organisationId)
    .where('blocked_id', '=', blockedId)
    .executeTakeFirst()) !== undefined
