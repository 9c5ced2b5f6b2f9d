import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { MovedRows, Moving, OrganisationMove } from './moves.ts'

type Ends = { fromId: string; toId: string }

/** What a row is remembered by: its id, or the columns of its key with a space between. */
const keyOf = ({ table, key }: MovedRows) =>
  sql.join(
    (key ?? ['id']).map(column => sql`${sql.ref(`${table}.${column}`)}::text`),
    sql` || ' ' || `,
  )

/** Lets rows name one organisation for another; without `only` all that may move. The keys of those that did. */
async function takeRows(
  trx: Db,
  moved: MovedRows,
  { fromId, toId, only }: Ends & { only?: string[] },
): Promise<string[]> {
  const { table, column, unlessSame } = moved
  const isThere =
    unlessSame &&
    sql`exists (select from ${sql.table(table)} as there where ${sql.ref(`there.${column}`)} = ${toId} and ${sql.join(
      unlessSame.map(
        same => sql`${sql.ref(`there.${same}`)} is not distinct from ${sql.ref(`${table}.${same}`)}`,
      ),
      sql` and `,
    )})`
  const { rows } = await sql<{ key: string }>`
    update ${sql.table(table)} set ${sql.ref(column)} = ${toId}
    where ${sql.ref(`${table}.${column}`)} = ${fromId} and ${moved.only ?? sql`true`}
      and not ${isThere ?? sql`false`} and ${only ? sql`${keyOf(moved)} = any(${only}::text[])` : sql`true`}
    returning ${keyOf(moved)} as key`.execute(trx)
  return rows.map(({ key }) => key)
}

async function countRows(db: Db, { table, column, only }: MovedRows, organisationId: string) {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from ${sql.table(table)}
    where ${sql.ref(column)} = ${organisationId} and ${only ?? sql`true`}`.execute(db)
  return rows[0]!.count
}

/** How much an organisation has that would move. */
export function countMoving(db: Db, move: OrganisationMove, organisationId: string): Promise<number> {
  if (!('table' in move)) return move.count(db, organisationId)
  return move.count ? move.count(db, organisationId) : countRows(db, move, organisationId)
}

/** Takes what one organisation has to another, but for what that has already; what is needed to move it back. */
export async function moveThere(
  trx: Db,
  moving: Moving,
  move: OrganisationMove,
  { fromId, toId }: Ends,
): Promise<string[]> {
  if (!('table' in move)) return move.move(trx, moving, fromId, toId)
  const keys = await takeRows(trx, move, { fromId, toId })
  await move.follow?.(trx, moving, keys)
  return keys
}

/** Takes back what moved then and is still there. */
export async function moveBack(
  trx: Db,
  moving: Moving,
  move: OrganisationMove,
  { fromId, toId, moved }: Ends & { moved: string[] },
): Promise<void> {
  if (!('table' in move)) return move.moveBack(trx, moving, moved, fromId, toId)
  const keys = await takeRows(trx, move, { fromId: toId, toId: fromId, only: moved })
  await move.follow?.(trx, moving, keys)
}
