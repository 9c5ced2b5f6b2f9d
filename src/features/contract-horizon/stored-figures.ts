import { inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { HorizonFigures } from './figure-queries.ts'
import { type Dimension, fewestRows, type HorizonQuery, isNarrowed } from './horizon-query.ts'

export type KeptFigures = { by: Dimension; figures: HorizonFigures; countedAt: Date }

/** What is kept for this question and was counted today: tomorrow the months are others. Without what was hidden since. */
export async function findKeptFigures(
  db: Db,
  query: HorizonQuery,
  today: string,
): Promise<KeptFigures | undefined> {
  if (isNarrowed(query) || query.rows !== fewestRows) return undefined
  const { by } = query
  const row = await db
    .selectFrom('horizon_figures')
    .select(['figures', 'counted_at as countedAt'])
    .where('rows_by', '=', by)
    .executeTakeFirst()
  if (!row || inLondon(row.countedAt).date !== today) return undefined
  const figures = row.figures as HorizonFigures
  return {
    by,
    countedAt: row.countedAt,
    figures: by === 'product' ? withoutHidden(figures, await listHiddenProducts(db)) : figures,
  }
}

const listHiddenProducts = async (db: Db) => {
  const rows = await db
    .selectFrom('moderation_hold')
    .innerJoin('product', 'product.id', 'subject_id')
    .select('slug')
    .where('subject_kind', '=', 'product')
    .orderBy('slug')
    .execute()
  return new Set(rows.map(({ slug }) => slug))
}

const withoutHidden = (
  { horizon, windows, ...others }: HorizonFigures,
  hidden: ReadonlySet<string>,
): HorizonFigures => ({
  ...others,
  horizon: { ...horizon, rows: horizon.rows.filter(({ key }) => !hidden.has(key)) },
  windows: windows.filter(({ key }) => !hidden.has(key)),
})

/** These, and no others, are kept from now on. */
export async function replaceKeptFigures(trx: Db, kept: KeptFigures[]): Promise<void> {
  await trx.deleteFrom('horizon_figures').execute()
  if (kept.length === 0) return
  await trx
    .insertInto('horizon_figures')
    .values(
      kept.map(({ by, figures, countedAt }) => ({
        rows_by: by,
        figures: JSON.stringify(figures),
        counted_at: countedAt,
      })),
    )
    .execute()
}
