import type { Visibility } from '#features/accounts/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import type { Filled } from './clause.ts'

type NewAgreement = { id: string; collaboration_id: string; begun_at: Date }

export const insertAgreement = (trx: Db, row: NewAgreement) =>
  trx
    .insertInto('agreement')
    .values({ ...row, visibility: 'partners' })
    .execute()

type By = { changed_at: Date; changed_by_organisation: string; changed_by: string }
type NewClause = { key: string; place: number; way: string }

export const insertClauses = (trx: Db, agreementId: string, clauses: NewClause[], by: By) =>
  trx
    .insertInto('agreement_clause')
    .values(
      clauses.map(clause => ({
        ...clause,
        ...by,
        id: newId(),
        agreement_id: agreementId,
        is_in: true,
        filled: JSON.stringify({}),
        edition: 1,
      })),
    )
    .execute()

type Change = { is_in?: boolean; way?: string; filled?: Filled }

/** Changes a clause that is still as its editor saw it; false where it is not. */
export async function updateClause(
  trx: Db,
  { agreementId, key, edition }: { agreementId: string; key: string; edition: number },
  { filled, ...change }: Change,
  by: By,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('agreement_clause')
    .set({ ...change, ...by, ...(filled && { filled: JSON.stringify(filled) }), edition: edition + 1 })
    .where('agreement_id', '=', agreementId)
    .where('key', '=', key)
    .where('edition', '=', edition)
    .executeTakeFirstOrThrow()
  return numUpdatedRows === 1n
}

/** Puts the clauses of a draft into the order of these keys. */
export async function orderClauses(trx: Db, agreementId: string, keys: string[]): Promise<void> {
  for (const [place, key] of keys.entries())
    await trx
      .updateTable('agreement_clause')
      .set({ place })
      .where('agreement_id', '=', agreementId)
      .where('key', '=', key)
      .execute()
}

type Terms = { visibility: Visibility; review_on: string | null; ends_on: string | null }

export const updateTerms = (trx: Db, agreementId: string, terms: Terms) =>
  trx.updateTable('agreement').set(terms).where('id', '=', agreementId).execute()
