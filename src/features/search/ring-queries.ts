import { sql } from 'kysely'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { plainText } from './plain-words.ts'
import { formOf, lexiconOf, type RingLexicon, type RingWord, termOfRing } from './ring-words.ts'

/** Until the transaction ends no ring changes: else a document could be written by a ring as it was, unseen by who changes it. */
export const keepRings = (trx: Db) => sql`lock table synonym_ring_word in share mode`.execute(trx)

/** Waits until nobody writes documents by the rings as they are, and keeps others from changing them. */
export const lockRings = (trx: Db) =>
  sql`lock table synonym_ring_word in share row exclusive mode`.execute(trx)

/** All words of rings. */
export async function readLexicon(db: Db): Promise<RingLexicon> {
  const { rows } = await sql<Pick<RingWord, 'ring' | 'form'>>`
    select ring_id as ring, form from synonym_ring_word order by ring_id, place`.execute(db)
  return lexiconOf(rows)
}

export type ListedRing = {
  id: string
  words: string[]
  changedAt: Date
  isCurated: boolean
  toIndex: number | null
  indexed: number | null
}

const listed = (db: Db) =>
  db
    .selectFrom('synonym_ring as ring')
    .select(['ring.id', 'version', 'changed_at as changedAt', 'is_curated as isCurated'])
    .select(['to_index as toIndex', 'indexed'])
    .select(
      sql<string[]>`array(select word from synonym_ring_word where ring_id = ring.id order by place)`.as(
        'words',
      ),
    )
    .where('removed_at', 'is', null)

/** All rings by their first word. */
export const listRings = async (db: Db): Promise<ListedRing[]> =>
  (await listed(db).orderBy('ring.id').execute()).toSorted((a, b) =>
    a.words[0]!.localeCompare(b.words[0]!, 'en-GB', { sensitivity: 'base' }),
  )

export const findRing = (db: Db, id: string): Promise<ListedRing | undefined> =>
  listed(db).where('ring.id', '=', id).executeTakeFirst()

/** How many rings are not in the index yet as they are now. */
export const countUnfollowed = async (db: Db): Promise<number> =>
  (
    await db
      .selectFrom('synonym_ring')
      .select(({ fn }) => fn.countAll<number>().as('count'))
      .where('to_index', 'is not', null)
      .executeTakeFirstOrThrow()
  ).count

/** What stands in the way of these words: one that is in another ring, or that no search looks for. */
export async function listObstacles(db: Db, words: string[], except: string | null) {
  const given = words.map(word => ({ word, form: formOf(word), plain: plainText(word) }))
  const { rows } = await sql<{ word: string; ring: string | null }>`
    select given.word, taken.ring_id as ring
    from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
      as given (word text, form text, plain text)
    left join synonym_ring_word as taken on taken.form = given.form and taken.ring_id is distinct from ${except}::uuid
    where taken.ring_id is not null or to_tsvector('english', plain) = ''::tsvector`.execute(db)
  return rows
}

/** Puts words in the place of those that a ring had. */
export async function replaceRingWords(trx: Db, ring: string, words: string[]) {
  const rows = words.map((word, place) => {
    const form = formOf(word)
    return { place, word, form, first: form.split(' ')[0], plain: plainText(word) }
  })
  await sql`delete from synonym_ring_word where ring_id = ${ring}`.execute(trx)
  await sql`
    insert into synonym_ring_word (ring_id, place, word, form, first, stems)
    select ${ring}, place, word, form, first, tsvector_to_array(to_tsvector('english', plain))
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      as given (place smallint, word text, form text, first text, plain text)`.execute(trx)
}

/** Puts in a ring, or a new version of one; `isAhead`: there are documents, which are to follow it. */
export async function writeRing(
  trx: Db,
  clock: Clock,
  { id, isCurated, isRemoved }: { id: string; isCurated: boolean; isRemoved: boolean },
): Promise<{ version: number; isAhead: boolean }> {
  const now = clock.now()
  const { rows } = await sql<{ version: number; isAhead: boolean }>`
    insert into synonym_ring (id, is_curated, removed_at, changed_at, to_index, indexed)
    select ${id}::uuid, ${isCurated}, ${isRemoved ? now : null}::timestamptz, ${now}, nothing, nothing
    from (select case when exists (select from search_document) then 0 end as nothing) as yet
    on conflict (id) do update set version = synonym_ring.version + 1, removed_at = excluded.removed_at,
      is_curated = synonym_ring.is_curated or excluded.is_curated, changed_at = excluded.changed_at,
      to_index = excluded.to_index, indexed = excluded.indexed
    returning version, to_index is not null as "isAhead"`.execute(trx)
  return rows[0]!
}

/** The next documents that may hold a word of a ring, or are in the index as if they did; `left` counts all from there on. */
export async function listHolding(db: Db, ring: string, after: number, most: number) {
  const { rows } = await sql<{ number: number; kind: string; id: string; left: number }>`
    with sought as (
      select id from search_term where term = ${termOfRing(ring)}
      union select search_term.id from synonym_ring_word cross join lateral (
        select stem from unnest(stems) as stem order by length(stem) desc, stem limit 1) as telling
      join search_term on term = stem where ring_id = ${ring}
    ),
    holding as (
      select distinct document_id from search_posting where term_id in (select id from sought) and document_id > ${after}
    )
    select document_id as number, kind, subject_id as id, (select count(*) from holding) as left
    from holding join search_document on search_document.id = document_id order by document_id limit ${most}`.execute(
    db,
  )
  return rows
}

/** Notes how far a version of a ring is in the index; false when there is a newer one. */
export async function noteProgress(
  trx: Db,
  { ring, version }: { ring: string; version: number },
  progress: { indexed: number; of: number } | null,
): Promise<boolean> {
  const { numUpdatedRows } = await trx
    .updateTable('synonym_ring')
    .set({ indexed: progress?.indexed ?? null, to_index: progress?.of ?? null })
    .where('id', '=', ring)
    .where('version', '=', version)
    .executeTakeFirst()
  return numUpdatedRows > 0
}

/** Counts the documents of a ring, for what it weighs; the timed refresh would come to it later. */
export const countRing = (trx: Db, ring: string) =>
  sql`
    update search_term
    set document_frequency = (select count(*) from search_posting where term_id = search_term.id)::integer
    where term = ${termOfRing(ring)}`.execute(trx)

/** Of these rings those that no curator has decided on. */
export const listUntouched = async (db: Db, ids: string[]): Promise<string[]> =>
  ids.length === 0
    ? []
    : (
        await db
          .selectFrom('synonym_ring')
          .select('id')
          .where('id', 'in', ids)
          .where('is_curated', '=', false)
          .execute()
      ).map(({ id }) => id)

/** The rings that ship, in a database that holds nothing else. */
export async function insertShippedRings(db: Db, clock: Clock, rings: string[][]) {
  for (const words of rings) {
    const id = newId()
    await writeRing(db, clock, { id, isCurated: false, isRemoved: false })
    await replaceRingWords(db, id, words)
  }
}
