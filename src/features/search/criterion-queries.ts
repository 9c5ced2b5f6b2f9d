import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { type Clause, criterionOf, type SearchCriterion } from './criterion.ts'
import type { Filters } from './document.ts'
import { plainText } from './plain-words.ts'
import { type AskedRing, hasOneOfEach, readQuery } from './ranking-queries.ts'
import { termOfRing } from './ring-words.ts'
import { softWords } from './soft-words.ts'

/** Words of a kept search: more than these are a description, which is found by what it means. */
export const mostKeptWords = 8

/** What a search that is kept asks of a document, and how many of its words count; null where it asks nothing. */
export async function readCriterion(
  db: Db,
  words: string,
  filters: Filters,
): Promise<{ criterion: SearchCriterion | null; words: number }> {
  const clauses = await readClauses(db, words)
  return { criterion: criterionOf(clauses, filters), words: clauses.length }
}

/** The words of a text that every document must have; those that only wrap a question are left out, where others remain. */
async function readClauses(db: Db, text: string): Promise<Clause[]> {
  const { rings } = await readQuery(db, text)
  const { rows } = await sql<{ term: string; isSoft: boolean; documents: number }>`
    select term, term = any(tsvector_to_array(to_tsvector('english', ${sql.lit(softWords)}))) as "isSoft",
      coalesce(document_frequency, 0) as documents
    from unnest(tsvector_to_array(to_tsvector('english', ${plainText(text)}))) as term
    left join search_term using (term) order by term`.execute(db)
  const hard = rows.filter(({ isSoft }) => !isSoft)
  return (hard.length > 0 ? hard : rows).map(({ term, documents }) => {
    const itsRings = rings.filter(ring => stemsAsked(ring).includes(term)).map(({ ring }) => termOfRing(ring))
    // A ring is as common as the commonest of its words: it never makes the rarest anchor.
    return {
      names: [term, ...itsRings],
      documents: itsRings.length > 0 ? documents + ringDocuments : documents,
    }
  })
}

const ringDocuments = 1000

const stemsAsked = ({ asked, words }: AskedRing) =>
  words.filter(({ form }) => asked.includes(form)).flatMap(({ stems }) => stems)

/** Words, facets and the thing itself of a row of `search_document join search_text`, as a criterion's query asks for them. */
export const matter = sql`(search_text.words || array_to_tsvector(array(
  select '=' || key from unnest(search_document.keys) as key union all select '=is:' || search_document.kind || ':' || search_document.subject_id)))`

export type Fits = { kind: string; id: string; title: string; url: string; dated: string | null }

/** What fits a criterion, newest first; null fits everything. */
export async function listFitting(
  db: Db,
  criterion: SearchCriterion | null,
  { limit }: { limit: number },
): Promise<Fits[]> {
  const { rows } = await sql<Fits>`
    select kind, subject_id as id, title, url, dated
    from search_document join search_text on document_id = search_document.id
    where ${fits(criterion)}
    order by sort_date desc, search_document.id desc limit ${limit}`.execute(db)
  return rows
}

export type Changed = Fits & {
  summary: string
  meta: string[]
  changedAt: Date
  /** Tells apart what changed at the same moment. */
  number: number
}

/** Where a page of {@link listChanged} ended. */
export type ChangedBefore = { at: Date; number: number }

/** What fits a criterion, what says something new or is new first; `before` goes on after a page. Null fits everything. */
export async function listChanged(
  db: Db,
  criterion: SearchCriterion | null,
  { limit, before }: { limit: number; before?: ChangedBefore },
): Promise<Changed[]> {
  const { rows } = await sql<Changed>`
    select kind, subject_id as id, title, url, dated, summary, meta, indexed_at as "changedAt", search_document.id as number
    from search_document join search_text on document_id = search_document.id
    where ${fits(criterion)}
      and ${before ? sql`(indexed_at, search_document.id) < (${before.at}, ${before.number})` : sql`true`}
    order by indexed_at desc, search_document.id desc limit ${limit}`.execute(db)
  return rows
}

/** How many documents fit a criterion. */
export async function countFitting(db: Db, criterion: SearchCriterion | null): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from search_document join search_text on document_id = search_document.id
    where ${fits(criterion)}`.execute(db)
  return rows[0]!.count
}

const fits = (criterion: SearchCriterion | null): RawBuilder<boolean> =>
  criterion
    ? sql`${hasKeys(criterion.groups)} and ${hasWord(criterion.rarest)}
        and ${matter} @@ ${criterion.query}::tsquery`
    : sql`true`

const hasKeys = (groups: string[][]) => (groups.length > 0 ? hasOneOfEach(groups) : sql`true`)

const hasWord = (names: string[] | null) =>
  names
    ? sql`search_document.id in (select document_id from search_posting join search_term on search_term.id = term_id
        where term = any(${names}::text[]))`
    : sql`true`

/** The thing whose page has this path, as the search knows it. */
export async function findDocumentAt(
  db: Db,
  path: string,
): Promise<{ kind: string; id: string; title: string } | undefined> {
  return db
    .selectFrom('search_text')
    .innerJoin('search_document', 'search_document.id', 'document_id')
    .select(['kind', 'subject_id as id', 'title'])
    .where('url', '=', path)
    .executeTakeFirst()
}
