import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Near, QueryVector } from './meaning.ts'

const asVector = (numbers: ArrayLike<number>) => `[${Array.from(numbers, n => n.toFixed(5)).join(',')}]`

type Narrowing = { kinds: string[]; limit: number; except?: { kind: string; id: string } }

/** More passages are read than things are wanted: several of one thing may be among the nearest. */
const passagesPerThing = 2

/**
 * What is nearest to a text, nearest first; a thing is as near as the nearest of its passages. Model and kinds stand in
 * the statement's text: with parameters PostgreSQL would keep a plan that cannot use the model's own index.
 */
export async function listNearest(
  db: Db,
  { model, vectors }: QueryVector,
  { kinds, limit, except }: Narrowing,
): Promise<Near[]> {
  if (vectors.length === 0 || kinds.length === 0) return []
  const typed = sql.raw(`halfvec(${vectors[0]!.length})`)
  const listed = sql.join(kinds.map(kind => sql.lit(kind)))
  const { rows } = await sql<Near>`
    select kind, subject_id as id, max(similarity)::float8 as similarity
    from unnest(${vectors.map(asVector)}::text[]) as asked (vector)
    cross join lateral (
      select kind, subject_id, -(embedding.vector::${typed} <#> asked.vector::${typed}) as similarity
      from embedding
      where model = ${sql.lit(model)} and kind in (${listed})
        and not (kind = ${except?.kind ?? ''} and subject_id = ${except?.id ?? ''})
      order by embedding.vector::${typed} <#> asked.vector::${typed}
      limit ${limit * passagesPerThing}
    ) as near
    group by kind, subject_id order by similarity desc, id limit ${limit}`.execute(db)
  return rows
}
