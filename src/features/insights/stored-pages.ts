import type { Db } from '#plumbing/database/database.ts'
import type { Counts } from './chart-queries.ts'

export type KeptPage = Counts & { path: string; countedAt: Date }

export async function findKeptPage(db: Db, path: string): Promise<KeptPage | undefined> {
  const row = await db
    .selectFrom('insight_page')
    .select(['path', 'charts', 'presences', 'counted_at as countedAt'])
    .where('path', '=', path)
    .executeTakeFirst()
  return row as KeptPage | undefined
}

/** These, and no others, are kept from now on. */
export async function replaceKeptPages(trx: Db, pages: KeptPage[]): Promise<void> {
  await trx.deleteFrom('insight_page').execute()
  if (pages.length === 0) return
  await trx
    .insertInto('insight_page')
    .values(
      pages.map(({ path, charts, presences, countedAt }) => ({
        path,
        charts: JSON.stringify(charts),
        presences: presences && JSON.stringify(presences),
        counted_at: countedAt,
      })),
    )
    .execute()
}
