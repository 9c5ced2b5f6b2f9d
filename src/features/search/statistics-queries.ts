import { sql } from 'kysely'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { bm25, fullImpact, haveMoved, type Statistics } from './bm25.ts'

const tolerated = 0.2

/** What scores are computed with; undefined before the first document. */
export async function findStatistics(db: Db): Promise<Statistics | undefined> {
  const { rows } = await sql<Statistics>`
    select documents, average_title_length as "averageTitleLength", average_text_length as "averageTextLength"
    from search_statistics`.execute(db)
  return rows[0]
}

/** Counts documents, and how many hold each word. */
export async function refreshFrequencies(db: Db, clock: Clock) {
  await sql`
    update search_term set document_frequency = counted.documents
    from (
      select search_term.id, count(search_posting.document_id)::integer as documents
      from search_term left join search_posting on search_posting.term_id = search_term.id
      group by search_term.id
    ) as counted
    where counted.id = search_term.id and document_frequency <> counted.documents`.execute(db)
  await sql`
    update search_statistics
    set documents = (select count(*) from search_document), changes = 0, refreshed_at = ${clock.now()}`.execute(
    db,
  )
}

const measureLengths = async (db: Db) =>
  (
    await sql<Statistics>`
      select count(*) as documents, coalesce(avg(title_length), 0)::real as "averageTitleLength",
        coalesce(avg(text_length), 0)::real as "averageTextLength" from search_text`.execute(db)
  ).rows[0]!

/** Takes the average lengths as they are, for the impacts written from now on. */
export async function refreshLengths(db: Db, clock: Clock): Promise<Statistics> {
  const now = await measureLengths(db)
  await sql`
    insert into search_statistics (documents, average_title_length, average_text_length, refreshed_at)
    values (${now.documents}, ${now.averageTitleLength}, ${now.averageTextLength}, ${clock.now()})
    on conflict (only_one) do update set
      average_title_length = excluded.average_title_length, average_text_length = excluded.average_text_length`.execute(
    db,
  )
  return now
}

// Numbers stand in the text of these statements: with parameters PostgreSQL would keep the plan it made while the
// tables were empty, and read them from end to end for each batch.
const listed = (numbers: number[]) => sql.join(numbers.map(number => sql.lit(number)))

const impactOf = ({ averageTitleLength, averageTextLength }: Statistics) => {
  const { k1, titleWeight, titleB, textB } = bm25
  const perTitle = titleB / Math.max(averageTitleLength, 1)
  const perText = textB / Math.max(averageTextLength, 1)
  return sql`
    cross join lateral unnest(document.words) as word (lexeme, positions, weights)
    join search_term on search_term.term = word.lexeme
    cross join lateral (select (
      select count(*) from unnest(word.weights) as weight where weight in ('A', 'B')) as in_title) as counted
    cross join lateral (select
      ${sql.lit(titleWeight)}::float8 * in_title / (${sql.lit(1 - titleB)}::float8 + ${sql.lit(perTitle)}::float8 * title_length)
      + (cardinality(word.positions) - in_title) / (${sql.lit(1 - textB)}::float8 + ${sql.lit(perText)}::float8 * text_length)
      as frequency) as field
    cross join lateral (select
      round(${sql.lit(fullImpact)}::float8 * frequency / (frequency + ${sql.lit(k1)}::float8))::smallint as impact) as worked_out`
}

/** Writes the words of new documents, with what each adds to their score. */
export async function insertPostings(db: Db, statistics: Statistics, documentIds: number[]) {
  await sql`
    insert into search_term (term)
    select distinct word.lexeme from search_text as document cross join lateral unnest(document.words) as word
    where document_id in (${listed(documentIds)})
      and not exists (select from search_term where search_term.term = word.lexeme)
    order by word.lexeme
    on conflict do nothing`.execute(db)
  await sql`
    insert into search_posting (document_id, term_id, impact)
    select document_id, search_term.id, impact
    from search_text as document ${impactOf(statistics)}
    where document_id in (${listed(documentIds)})`.execute(db)
}

export async function deletePostings(db: Db, documentIds: number[]) {
  if (documentIds.length === 0) return
  await sql`delete from search_posting where document_id in (${listed(documentIds)})`.execute(db)
}

const rewriteImpacts = (db: Db, statistics: Statistics) =>
  sql`
    update search_posting set impact = worked.impact
    from (select document_id, search_term.id as term_id, impact
      from search_text as document ${impactOf(statistics)}) as worked
    where search_posting.document_id = worked.document_id and search_posting.term_id = worked.term_id
      and search_posting.impact <> worked.impact`.execute(db)

/** Brings up to date what scores are computed with, and the impacts when documents have become longer or shorter. */
export async function refreshStatistics(db: Db, clock: Clock, { exactly = false } = {}) {
  const before = await findStatistics(db)
  if (!before) return
  const now = await measureLengths(db)
  if (haveMoved(before, now, exactly ? 0 : tolerated))
    await rewriteImpacts(db, await refreshLengths(db, clock))
  await refreshFrequencies(db, clock)
}

/** Notes that documents changed; counts words anew when a tenth of the index has. Lengths wait for the timed refresh. */
export async function countChanges(db: Db, clock: Clock, changes: number) {
  const { rows } = await sql<{ isMuch: boolean }>`
    update search_statistics set changes = changes + ${changes}
    returning changes * 10 > documents as "isMuch"`.execute(db)
  if (rows[0]?.isMuch) await refreshFrequencies(db, clock)
}

/** Whether anything changed since the last refresh. */
export async function haveChanged(db: Db): Promise<boolean> {
  const { rows } = await sql`select from search_statistics where changes > 0`.execute(db)
  return rows.length > 0
}
