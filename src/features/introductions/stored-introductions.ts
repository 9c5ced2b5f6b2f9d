import type { Insertable, Updateable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { hashOf, newSecret } from '#plumbing/secrets.ts'
import type { SideName } from './introduction.ts'
import type { IntroductionSideTable, IntroductionTable } from './tables.ts'

type NewIntroduction = {
  row: Insertable<IntroductionTable>
  /** Who stands on each side, and since when they say yes. */
  sides: Record<SideName, { person_id: string | null; agreed_at: Date | null }>
}

export async function insertIntroduction(trx: Db, { row, sides }: NewIntroduction): Promise<void> {
  await trx.insertInto('introduction').values(row).execute()
  await trx
    .insertInto('introduction_side')
    .values([
      { introduction_id: row.id, side: 'asker', ...sides.asker },
      { introduction_id: row.id, side: 'asked', ...sides.asked },
    ])
    .execute()
}

export const updateIntroduction = (trx: Db, id: string, change: Updateable<IntroductionTable>) =>
  trx.updateTable('introduction').set(change).where('id', '=', id).execute()

export const updateSide = (
  trx: Db,
  { id, side }: { id: string; side: SideName },
  change: Updateable<IntroductionSideTable>,
) =>
  trx
    .updateTable('introduction_side')
    .set(change)
    .where('introduction_id', '=', id)
    .where('side', '=', side)
    .execute()

/** A new secret by which one person answers for one side; only its hash is kept. */
export async function insertLink(
  trx: Db,
  { id, side, personId, at }: { id: string; side: SideName; personId: string; at: Date },
): Promise<string> {
  const secret = newSecret()
  await trx
    .insertInto('introduction_link')
    .values({ hash: hashOf(secret), introduction_id: id, side, person_id: personId, made_at: at })
    .execute()
  return secret
}

export const deleteLinksBefore = (trx: Db, moment: Date) =>
  trx.deleteFrom('introduction_link').where('made_at', '<', moment).execute()

/** No other question of this organisation is counted or asked until the transaction ends. */
export const lockAsker = (trx: Db, organisationId: string) =>
  trx.selectFrom('organisation').select('id').where('id', '=', organisationId).forNoKeyUpdate().execute()
