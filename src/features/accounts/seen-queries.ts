import { type RawBuilder, sql } from 'kysely'
import { type Actor, hasDuty, isOfPublicSector } from '#plumbing/actor.ts'

type Sql = RawBuilder<unknown>

/**
 * `maySee` as a condition for lists. `visibility` is the column; `isOfAny` gives the condition that a row is of one of
 * some organisations, an array of ids, or that one of them takes part. Of a visitor it asks for the column alone.
 */
export function isSeenBy(
  actor: Actor,
  visibility: Sql,
  isOfAny: (organisationIds: Sql) => Sql,
): RawBuilder<boolean> {
  if (hasDuty(actor, 'curator')) return sql`true`
  const own = actor.kind === 'person' ? actor.memberships.map(({ organisationId }) => organisationId) : []
  const ways = [sql`${visibility} = 'public'`]
  if (isOfPublicSector(actor)) ways.push(sql`${visibility} = 'public-sector'`)
  if (own.length > 0) ways.push(isOfAny(sql`${own}::uuid[]`))
  return sql`(${sql.join(ways, sql` or `)})`
}
