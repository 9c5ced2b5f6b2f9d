import type { Insertable } from 'kysely'
import type { NamedPartner } from '#features/related-work/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { renewed } from '#plumbing/database/renewed.ts'
import type { FundApplicationTable } from './tables.ts'

type ApplicationRow = Insertable<FundApplicationTable>

export const upsertApplications = (trx: Db, rows: ApplicationRow[]) =>
  trx
    .insertInto('fund_application')
    .values(rows)
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet(renewed(rows[0]!, ['id', 'slug', 'created_at'])),
    )
    .execute()

/** The partners of these bids, in the place of those they had. */
export async function replacePartners(
  trx: Db,
  bids: { id: string; partners: NamedPartner[] }[],
): Promise<void> {
  await trx
    .deleteFrom('fund_application_partner')
    .where(
      'fund_application_id',
      'in',
      bids.map(({ id }) => id),
    )
    .execute()
  const rows = bids.flatMap(({ id, partners }) =>
    partners.map((partner, position) => ({ fund_application_id: id, position, ...partner })),
  )
  if (rows.length > 0) await trx.insertInto('fund_application_partner').values(rows).execute()
}
