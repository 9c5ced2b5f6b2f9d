import type { Db } from '#plumbing/database/database.ts'
import type { Act, AdoptionSaid } from './adoption.ts'

type NewAdoption = { id: string; asset_id: string; organisation_id: string; now: Date }

/** Nobody else writes this organisation's word on the asset until the transaction ends; the number of its last version. */
export async function insertOrLock(
  trx: Db,
  { now, ...adoption }: NewAdoption,
): Promise<{ id: string; number: number }> {
  await trx
    .insertInto('adoption')
    .values({ ...adoption, number: 0, said_at: now })
    .onConflict(conflict => conflict.columns(['asset_id', 'organisation_id']).doNothing())
    .execute()
  return trx
    .selectFrom('adoption')
    .select(['id', 'number'])
    .where('asset_id', '=', adoption.asset_id)
    .where('organisation_id', '=', adoption.organisation_id)
    .forUpdate()
    .executeTakeFirstOrThrow()
}

type NewVersion = { id: string; number: number; act: Act; said: AdoptionSaid; by: string; at: Date }

/** Writes what an adopter says now. */
export async function insertVersion(trx: Db, { id, number, act, said, by, at }: NewVersion): Promise<void> {
  await trx
    .insertInto('adoption_version')
    .values({ ...said, adoption_id: id, number, act, written_by: by, written_at: at })
    .execute()
  await trx
    .updateTable('adoption')
    .set({ number, said_at: at, said_by: by, ended_at: act === 'ended' ? at : null })
    .where('id', '=', id)
    .execute()
}

/** Marks those of these that nobody was told of yet; they are told now. */
export const markTold = async (trx: Db, ids: string[], now: Date): Promise<string[]> =>
  ids.length === 0
    ? []
    : (
        await trx
          .updateTable('adoption')
          .set({ told_at: now })
          .where('id', 'in', ids)
          .where('told_at', 'is', null)
          .returning('id')
          .execute()
      ).map(({ id }) => id)

/** What a person said for their organisation. */
export const listVersionsBy = (db: Db, personId: string) =>
  db
    .selectFrom('adoption_version as version')
    .innerJoin('adoption', 'adoption.id', 'adoption_id')
    .innerJoin('asset', 'asset.id', 'asset_id')
    .select([
      'asset.slug',
      'act',
      'version.state',
      'version.release',
      'version.since',
      'days',
      'cost',
      'took',
    ])
    .select(['why', 'talks', 'written_at as writtenAt'])
    .where('written_by', '=', personId)
    .orderBy('written_at')
    .execute()

/** What they wrote stays, for it is their organisation's; who wrote it goes. */
export async function forgetWriter(trx: Db, personId: string): Promise<void> {
  await trx.updateTable('adoption').set({ said_by: null }).where('said_by', '=', personId).execute()
  await trx
    .updateTable('adoption_version')
    .set({ written_by: null })
    .where('written_by', '=', personId)
    .execute()
}
