import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type DocumentFollower, keysOf, type Searchable, type SearchDocument } from './document.ts'
import { plainText } from './plain-words.ts'
import { keepRings, readLexicon } from './ring-queries.ts'
import { type RingLexicon, ringsOfDocument } from './ring-words.ts'
import {
  countChanges,
  deletePostings,
  findStatistics,
  insertPostings,
  refreshLengths,
} from './statistics-queries.ts'

/** A tsvector may hold a megabyte; what stands beyond this many characters is not found. */
const longestText = 200_000

const storable = (text: string) => text.replaceAll('\u0000', '').toWellFormed()

function rowOf(kind: string, document: SearchDocument, lexicon: RingLexicon) {
  const { id, url, title, summary, text, remarks = [], date, meta } = document
  const plain_title = plainText(title.slice(0, longestText / 10))
  const plain_text = plainText([summary, text, ...remarks].join('\n').slice(0, longestText))
  const row = {
    kind,
    subject_id: storable(id),
    url: storable(url),
    title: storable(title),
    summary: storable(summary),
    text: storable(text).slice(0, longestText).toWellFormed(),
    dated: date,
    meta: meta.map(storable),
    keys: keysOf(kind, document).map(storable),
    plain_title,
    plain_text,
    rings: ringsOfDocument(plain_title, plain_text, lexicon),
  }
  return { ...row, hash: createHash('sha256').update(JSON.stringify(row)).digest('base64url') }
}

/** Writes documents of one kind without their postings; returns their numbers. Their earlier postings are gone. */
export async function upsertDocuments(db: Db, clock: Clock, kind: string, documents: SearchDocument[]) {
  const lexicon = await readLexicon(db)
  const rows = documents
    .map(document => rowOf(kind, document, lexicon))
    .sort((a, b) => (a.subject_id < b.subject_id ? -1 : 1))
  const written = await sql<{ id: number; isNew: boolean }>`
    with given as materialized (
      select given.*, setweight(to_tsvector('english', plain_title), 'A') as in_title,
        to_tsvector('english', plain_text) as in_text
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (kind text, subject_id text, url text,
        title text, summary text, text text, meta jsonb, keys jsonb, dated date, plain_title text, plain_text text,
        rings text, hash text)
    ),
    document as (
      insert into search_document (kind, subject_id, keys, dated, indexed_at)
      select kind, subject_id, array(select jsonb_array_elements_text(keys)), dated, ${clock.now()} from given
      on conflict (kind, subject_id) do update set keys = excluded.keys, dated = excluded.dated,
        indexed_at = excluded.indexed_at
      returning id, subject_id
    )
    insert into search_text (document_id, url, title, summary, text, meta, words, title_length, text_length,
      hash)
    select document.id, url, title, summary, text, meta, rings::tsvector || in_title || in_text,
      (select coalesce(sum(cardinality(positions)), 0) from unnest(in_title)),
      (select coalesce(sum(cardinality(positions)), 0) from unnest(in_text)), hash
    from document join given using (subject_id) order by document.id
    on conflict (document_id) do update set url = excluded.url, title = excluded.title, summary = excluded.summary,
      text = excluded.text, meta = excluded.meta, words = excluded.words, title_length = excluded.title_length,
      text_length = excluded.text_length, hash = excluded.hash
    returning document_id as id, xmax = 0 as "isNew"`.execute(db)
  await deletePostings(
    db,
    written.rows.filter(({ isNew }) => !isNew).map(({ id }) => id),
  )
  return written.rows.map(({ id }) => id)
}

/** Takes documents out of the index; those that are not in it are no matter. */
export async function deleteDocuments(db: Db, kind: string, subjectIds: string[]): Promise<void> {
  if (subjectIds.length === 0) return
  const { rows } = await sql<{ id: number }>`
    delete from search_document where kind = ${kind} and subject_id = any(${subjectIds}::text[]) returning id`.execute(
    db,
  )
  await deletePostings(
    db,
    rows.map(({ id }) => id),
  )
}

/** Brings documents of one kind into the index, or up to date in it: at most a few hundred at a time. */
export async function indexDocuments(db: Db, clock: Clock, kind: string, documents: SearchDocument[]) {
  if (documents.length === 0) return
  const ids = await upsertDocuments(db, clock, kind, documents)
  await insertPostings(db, (await findStatistics(db)) ?? (await refreshLengths(db, clock)), ids)
  await countChanges(db, clock, ids.length)
}

/** Subject → hash of what the index holds of it. Nobody else writes these until the transaction ends. */
async function lockHashes(db: Db, kind: string, ids: string[]): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ id: string; hash: string | null }>`
    select subject_id as id, hash from search_document join search_text on document_id = search_document.id
    where kind = ${kind} and subject_id = any(${ids}::text[]) order by subject_id for update`.execute(db)
  return new Map(rows.map(({ id, hash }) => [id, hash]))
}

/** The documents of these subjects; a subject that shows none any more leaves the index. */
async function presentDocuments(db: Db, { kind, documents }: Searchable, ids: string[]) {
  const found = await documents(db, ids)
  const present = new Set(found.map(({ id }) => id))
  const gone = ids.filter(id => !present.has(id))
  await deleteDocuments(db, kind, gone)
  return found
}

/** Writes the documents of these subjects anew. */
export async function reindexSubjects(db: Db, clock: Clock, searchable: Searchable, ids: string[]) {
  await keepRings(db)
  await indexDocuments(db, clock, searchable.kind, await presentDocuments(db, searchable, ids))
}

/** As {@link reindexSubjects}, where the index does not say the same already; `followers` hear of what changes. */
export async function followSubjects(
  db: Db,
  clock: Clock,
  { searchable, followers }: { searchable: Searchable; followers: DocumentFollower[] },
  ids: string[],
) {
  const { kind } = searchable
  await keepRings(db)
  // Locked before they are read, or of two workers the one that read first could be the last to write.
  const hashes = await lockHashes(db, kind, ids)
  const found = await presentDocuments(db, searchable, ids)
  const lexicon = await readLexicon(db)
  const changed = found.filter(document => hashes.get(document.id) !== rowOf(kind, document, lexicon).hash)
  const changing = changed.map(({ id }) => id)
  if (changing.length > 0)
    for (const { beforeChange } of followers) await beforeChange(db, clock, kind, changing)
  await indexDocuments(db, clock, kind, changed)
}
