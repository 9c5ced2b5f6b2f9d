import { sql } from 'kysely'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { hashOf, localModel, type Model, type Near, type QueryVector, type Subject } from './meaning.ts'

const asVector = (numbers: ArrayLike<number>) => `[${Array.from(numbers, n => n.toFixed(5)).join(',')}]`

type Narrowing = { kinds: string[]; limit: number; except?: Subject }

/** More passages are read than things are wanted: several of one thing may be among the nearest. */
const passagesPerThing = 3

/**
 * What is nearest to a text, nearest first; a thing is as near as the nearest of its passages. Model and kinds stand in
 * the statement's text: with parameters PostgreSQL would keep a plan that cannot use the model's own index.
 */
export async function listNearest(
  db: Db,
  asked: QueryVector,
  { kinds, limit, except }: Narrowing,
): Promise<Near[]> {
  const chosen = await chooseModel(db, asked)
  if (!chosen || kinds.length === 0) return []
  const vector = asVector(chosen.vector)
  const typed = sql.raw(`halfvec(${chosen.vector.length})`)
  const listed = sql.join(kinds.map(kind => sql.lit(kind)))
  const { rows } = await sql<Near>`
    select kind, subject_id as id, max(similarity)::float8 as similarity
    from (
      select kind, subject_id, -(vector::${typed} <#> ${vector}::${typed}) as similarity
      from embedding
      where model = ${sql.lit(chosen.model)} and kind in (${listed})
      order by vector::${typed} <#> ${vector}::${typed}
      limit ${limit * passagesPerThing}
    ) as near
    where (kind, subject_id) <> (${except?.kind ?? ''}, ${except?.id ?? ''})
    group by kind, subject_id order by similarity desc, id limit ${limit}`.execute(db)
  return rows
}

const believedFor = 60_000
const complete = new Map<string, { until: number; isComplete: boolean }>()

/** The first of these whose model knows all that is kept: half an index would hide the other half. */
export async function chooseModel<Of extends { model: string }>(
  db: Db,
  asked: Of[],
): Promise<Of | undefined> {
  for (const one of asked) {
    if (one.model === localModel.name) return one
    const known = complete.get(one.model)
    const isComplete = known && known.until > Date.now() ? known.isComplete : await hasAll(db, one.model)
    if (!known || known.until <= Date.now())
      complete.set(one.model, { until: Date.now() + believedFor, isComplete })
    if (isComplete) return one
  }
  return undefined
}

/** Whether a model has read all that the local one has, as it reads now. */
export async function hasAll(db: Db, model: string): Promise<boolean> {
  const { rows } = await sql`
    select from embedding as mine where model = ${localModel.name} and chunk = 0 and not exists (
      select from embedding as theirs where theirs.model = ${model} and theirs.chunk = 0
        and theirs.kind = mine.kind and theirs.subject_id = mine.subject_id and theirs.text_hash = mine.text_hash)
    limit 1`.execute(db)
  return rows.length === 0
}

/** Makes the index of an endpoint's model, before it has rows; the local one's came with the table. */
export async function ensureIndex(db: Db, { name, dimensions }: Model) {
  if (name === localModel.name) return
  const index = sql.ref(`embedding_of_${hashOf(name).slice(0, 16)}`)
  await sql`create index if not exists ${index} on embedding
    using hnsw ((vector::${sql.raw(`halfvec(${dimensions})`)}) halfvec_ip_ops) where model = ${sql.lit(name)}`.execute(
    db,
  )
}

const idsOf = (subjects: Subject[]) => JSON.stringify(subjects)

/** `kind id` → hash of the text that a model's vectors are of. */
export async function listHashes(db: Db, model: string, subjects: Subject[]): Promise<Map<string, string>> {
  const { rows } = await sql<Subject & { hash: string }>`
    select embedding.kind, subject_id as id, text_hash as hash from embedding
    join jsonb_to_recordset(${idsOf(subjects)}::jsonb) as asked (kind text, id text)
      on asked.kind = embedding.kind and asked.id = subject_id
    where model = ${model} and chunk = 0`.execute(db)
  return new Map(rows.map(({ kind, id, hash }) => [`${kind} ${id}`, hash]))
}

/** Puts the vectors of one thing in the place of those it had. */
export async function replaceVectors(
  trx: Db,
  clock: Clock,
  model: string,
  { kind, id }: Subject,
  hash: string,
  vectors: ArrayLike<number>[],
) {
  const rows = vectors.map((vector, chunk) => ({ chunk, vector: asVector(vector) }))
  await sql`delete from embedding where model = ${model} and kind = ${kind} and subject_id = ${id}
    and chunk >= ${rows.length}`.execute(trx)
  await sql`
    insert into embedding (kind, subject_id, model, chunk, vector, text_hash, embedded_at)
    select ${kind}, ${id}, ${model}, chunk, vector::halfvec, ${hash}, ${clock.now()}
    from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as given (chunk smallint, vector text)
    on conflict (model, kind, subject_id, chunk) do update set vector = excluded.vector,
      text_hash = excluded.text_hash, embedded_at = excluded.embedded_at`.execute(trx)
}

/** Forgets what these meant: they are gone, or public no more. */
export async function deleteVectors(trx: Db, subjects: Subject[]) {
  if (subjects.length === 0) return
  await sql`
    delete from embedding using jsonb_to_recordset(${idsOf(subjects)}::jsonb) as gone (kind text, id text)
    where embedding.kind = gone.kind and subject_id = gone.id`.execute(trx)
}

/** Forgets the vectors of models that are kept no more. */
export const deleteOtherModels = (db: Db, models: string[]) =>
  sql`delete from embedding where model <> all(${models}::text[])`.execute(db)

/** From now on all vectors of these models count as those of another text, and are made again. */
export const forgetHashes = (db: Db, models: string[]) =>
  sql`update embedding set text_hash = '' where model = any(${models}::text[])`.execute(db)

/** Subjects of these kinds that anything ever happened to, after this one: those that exist, and some that do no more. */
export async function listSubjects(db: Db, kind: string, after: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct subject_id as id from activity where subject_kind = ${kind} and subject_id > ${after}
    order by id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

/** Of such subjects those that one of these models has no vectors of. */
export async function listMissing(db: Db, kinds: string[], models: string[]): Promise<Subject[]> {
  const { rows } = await sql<Subject>`
    select distinct subject_kind as kind, subject_id as id from activity cross join unnest(${models}::text[]) as wanted
    where subject_kind = any(${kinds}::text[]) and not exists (
      select from embedding where model = wanted and embedding.kind = subject_kind
        and embedding.subject_id = activity.subject_id and chunk = 0)
    order by kind, id`.execute(db)
  return rows
}

/** How many jobs of a queue are still to be done. */
export async function countWaiting(db: Db, queue: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from job where queue = ${queue} and done_at is null and dead_at is null`.execute(
    db,
  )
  return rows[0]!.count
}

export async function hasVectors(db: Db): Promise<boolean> {
  const { rows } = await sql`select from embedding limit 1`.execute(db)
  return rows.length > 0
}
