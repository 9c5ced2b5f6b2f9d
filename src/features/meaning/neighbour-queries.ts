import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { chooseModel } from './embedding-queries.ts'
import type { Model } from './meaning.ts'
import { indexedAs } from './vector-index-queries.ts'

/** `similarity` as in {@link listNearest}. */
export type Neighbour = { id: string; other: string; similarity: number }

/** As {@link listNearest} reads more passages than things. */
const passagesPerThing = 3

type Asked = { kind: string; ids: string[]; mostOfEach: number }

/**
 * For each of these things of a kind the nearest others of that kind, by the vectors of the first of these models that has
 * read all; none where none are kept.
 */
export async function listNeighbours(
  db: Db,
  models: Model[],
  { kind, ids, mostOfEach }: Asked,
): Promise<Neighbour[]> {
  const chosen = await chooseModel(
    db,
    models.map(({ name, dimensions }) => ({ model: name, dimensions })),
  )
  if (!chosen || ids.length === 0) return []
  const [model, ofKind] = [sql.lit(chosen.model), sql.lit(kind)]
  const { expression, type } = indexedAs(chosen.dimensions)
  const { rows } = await sql<Neighbour>`
    select id, other, similarity from (
      select asked.subject_id as id, near.id as other, max(near.similarity)::float8 as similarity,
        row_number() over (partition by asked.subject_id order by max(near.similarity) desc, near.id) as place
      from embedding as asked cross join lateral (
        select subject_id as id, -(${expression} <#> asked.vector::${type}) as similarity from embedding
        where model = ${model} and kind = ${ofKind} and subject_id <> asked.subject_id
        order by ${expression} <#> asked.vector::${type} limit ${mostOfEach * passagesPerThing}) as near
      where asked.model = ${model} and asked.kind = ${ofKind} and asked.chunk = 0 and asked.subject_id = any(${ids}::text[])
      group by asked.subject_id, near.id) as ranked
    where place <= ${mostOfEach} order by id, place`.execute(db)
  return rows
}
