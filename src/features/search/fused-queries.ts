import { sql } from 'kysely'
import { listNearest, type QueryVector } from '#features/meaning/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type ByWords, fuse, fusing, spread } from './fusion.ts'
import { plainText } from './plain-words.ts'
import { hasOneOfEach, type Query } from './ranking-queries.ts'

/** The first of a result in the order that words and meaning give together. */
export type Block = {
  /** Those that are still to be shown. */
  rest: number[]
  /** Of the block those that have none of the words. */
  meant: number[]
  /** Of the block those that stand further down by words: there they are left out. */
  lifted: number[]
}

export const noBlock: Block = { rest: [], meant: [], lifted: [] }

type Asked = {
  words: string
  phrases: string[]
  query: Query
  groups: string[][]
  /** What it means, which kinds have a meaning or are references, and what that counts; null: words alone. */
  meaning: { vector: QueryVector; kinds: string[]; references: string[]; weight: number } | null
}

type Pooled = {
  id: number
  score: number
  similarity: number | null
  isNamesOnly: boolean
  isReference: boolean
  isTitle: boolean
  hasPhrases: boolean
}

/** Puts the best by words into the order of both, with what meaning adds. Exact titles and quoted phrases come first. */
export async function arrange(db: Db, best: ByWords<number>[], asked: Asked): Promise<Block> {
  const pool = await listPool(db, best, asked)
  const byId = new Map(pool.map(row => [row.id, row]))
  const inBest = new Set(best.map(({ id }) => id))
  const near = pool.flatMap(({ id, similarity }) => (similarity === null ? [] : [{ id, similarity }]))
  const words = pool.filter(({ score }) => score > 0)
  const isNamesOnly = (id: number) => byId.get(id)!.isNamesOnly
  const fused = fuse(words, near, asked.meaning?.weight ?? 0, isNamesOnly)
  const order = spread(fused, ({ id }) => byId.get(id)!.isReference).map(({ id }) => byId.get(id)!)
  const alone = order
    .filter(({ score, similarity }) => score === 0 && similarity! >= fusing.leastAlone)
    .slice(0, fusing.meantAlone)
  const kept = order.filter(row => row.score > 0 || alone.includes(row))
  const first = ({ isTitle, hasPhrases }: Pooled) => (isTitle ? 2 : hasPhrases ? 1 : 0)
  return {
    rest: kept.toSorted((a, b) => first(b) - first(a)).map(({ id }) => id),
    meant: alone.map(({ id }) => id),
    lifted: kept.filter(({ id, score }) => score > 0 && !inBest.has(id)).map(({ id }) => id),
  }
}

const kindKey = 'kind:'

/** The best by words and the nearest by meaning that fit the filters, each by both. */
async function listPool(
  db: Db,
  best: ByWords<number>[],
  { words, phrases, query: { terms, horizon }, groups, meaning }: Asked,
): Promise<Pooled[]> {
  const wanted = groups.find(([key]) => key!.startsWith(kindKey))?.map(key => key.slice(kindKey.length))
  const kinds = meaning?.kinds.filter(kind => !wanted || wanted.includes(kind)) ?? []
  const near = meaning ? await listNearest(db, meaning.vector, { kinds, limit: fusing.near }) : []
  const phrase = sql.join(
    phrases.map(text => sql`phraseto_tsquery('english', ${plainText(text)})`),
    sql` && `,
  )
  const { rows } = await sql<Pooled>`
    with term as (
      select * from unnest(${terms.map(({ id }) => id)}::integer[], ${terms.map(({ weight }) => weight)}::integer[])
        as t (id, weight)
    ),
    near as (
      select search_document.id, similarity
      from jsonb_to_recordset(${JSON.stringify(near)}::jsonb) as given (kind text, id text, similarity float8)
      join search_document on search_document.kind = given.kind and subject_id = given.id
      where search_document.id <= ${horizon} ${groups.length > 0 ? sql`and ${hasOneOfEach(groups)}` : sql``}
    ),
    best as (
      select * from unnest(${best.map(({ id }) => id)}::integer[], ${best.map(({ score }) => score)}::bigint[])
        as b (id, score)
    ),
    pool as materialized (select id, score, similarity from best full join near using (id))
    select pool.id, coalesce(pool.score, (
        select sum(impact * weight) from term cross join lateral (
          select impact from search_posting where document_id = pool.id and term_id = term.id offset 0) as posting
      ), 0)::bigint as score,
      similarity, not kind = any(${meaning?.kinds ?? []}::text[]) as "isNamesOnly",
      kind = any(${meaning?.references ?? []}::text[]) as "isReference",
      lower(title) = ${words.trim().toLowerCase()} as "isTitle",
      ${phrases.length > 0 ? sql`words @@ (${phrase})` : sql`false`} as "hasPhrases"
    from pool join search_document on search_document.id = pool.id join search_text on document_id = pool.id
    order by 2 desc, pool.id`.execute(db)
  return rows
}
