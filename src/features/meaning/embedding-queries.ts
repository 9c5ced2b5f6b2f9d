import { sql } from 'kysely'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { hashOf, localModel, type Model, type Near, type QueryVector, type Subject } from './meaning.ts'
import { indexedAs } from './vector-index-queries.ts'

const asVector = (numbers: ArrayLike<number>) => `[${Array.from(numbers, n => n.toFixed(5)).join(',')}]`

type Narrowing = { kinds: string[]; limit: number; except?: Subject }

/** More passages are read than things are wanted: several of one thing may be among the nearest. */
const passagesPerThing = 3

/** What is nearest to a text, nearest first; a thing is as near as the nearest of its passages. */
export async function listNearest(db: Db, asked: QueryVector, narrowing: Narrowing): Promise<Near[]> {
  const chosen = await chooseModel(db, asked)
  if (!chosen || narrowing.kinds.length === 0) return []
  const isFew = await hasFew(db, chosen.model, narrowing.kinds)
  return searchNearest(db, chosen, narrowing, isFew ? 'exactly' : 'by the index')
}

/**
 * Few are all compared: among them the index would find too little, or look through nearly everything. Model and kinds
 * stand in the statement's text: with parameters PostgreSQL would keep a plan that cannot use the model's own index.
 */
export async function searchNearest(
  db: Db,
  { model, vector }: QueryVector[number],
  { kinds, limit, except }: Narrowing,
  how: 'exactly' | 'by the index',
): Promise<Near[]> {
  const { expression, type } = indexedAs(vector.length)
  const distance = sql`(${expression} <#> ${asVector(vector)}::${type})`
  const { rows } = await sql<Near>`
    select kind, subject_id as id, -min(distance)::float8 as similarity
    from (
      select kind, subject_id, ${distance} as distance
      from embedding
      where model = ${sql.lit(model)} and kind in (${listed(kinds)})
      order by ${how === 'exactly' ? sql`${distance} + 0` : distance}
      limit ${limit * passagesPerThing}
    ) as near
    where (kind, subject_id) <> (${except?.kind ?? ''}, ${except?.id ?? ''})
    group by kind, subject_id order by similarity desc, id limit ${limit}`.execute(db)
  return rows
}

const listed = (kinds: string[]) => sql.join(kinds.map(kind => sql.lit(kind)))

const fewPassages = 8000
const few = new Map<string, { until: number; isFew: boolean }>()

/** Whether so few passages are of these kinds that comparing all of them is quick; asked once a minute. */
async function hasFew(db: Db, model: string, kinds: string[]): Promise<boolean> {
  const key = [model, ...kinds.toSorted()].join(' ')
  const known = few.get(key)
  if (known && known.until > Date.now()) return known.isFew
  const { rows } = await sql<{ count: number }>`
    select count(*) as count from (
      select from embedding where model = ${model} and kind in (${listed(kinds)}) limit ${fewPassages + 1}) as bounded`.execute(
    db,
  )
  const isFew = rows[0]!.count <= fewPassages
  few.set(key, { until: Date.now() + believedFor, isFew })
  return isFew
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
  const { expression, operators } = indexedAs(dimensions)
  await sql`create index if not exists ${index} on embedding
    using hnsw (${expression} ${operators}) with (ef_construction = 32) where model = ${sql.lit(name)}`.execute(
    db,
  )
}

const idsOf = (subjects: Subject[]) => JSON.stringify(subjects)

/** `kind id` → hash of the text that a model's vectors are of; '' for those that are to be made again. */
export async function listHashes(db: Db, model: string, subjects: Subject[]): Promise<Map<string, string>> {
  const { rows } = await sql<Subject & { hash: string }>`
    select embedding.kind, subject_id as id, case when embedded_at < asked_at then '' else text_hash end as hash
    from embedding
    join jsonb_to_recordset(${idsOf(subjects)}::jsonb) as asked (kind text, id text)
      on asked.kind = embedding.kind and asked.id = subject_id
    left join embedding_renewal as renewal on renewal.model = embedding.model
    where embedding.model = ${model} and chunk = 0`.execute(db)
  return new Map(rows.map(({ kind, id, hash }) => [`${kind} ${id}`, hash]))
}

type Row = { model: string; chunk: number; vector: ArrayLike<number>; hash: string; at: Date } & Subject

/** Puts a vector in the place of the one that was there. */
export const insertVector = (trx: Db, { kind, id, model, chunk, vector, hash, at }: Row) =>
  sql`
    insert into embedding (kind, subject_id, model, chunk, vector, text_hash, embedded_at)
    values (${kind}, ${id}, ${model}, ${chunk}, ${asVector(vector)}::halfvec, ${hash}, ${at})
    on conflict (model, kind, subject_id, chunk) do update set vector = excluded.vector,
      text_hash = excluded.text_hash, embedded_at = excluded.embedded_at`.execute(trx)

/** Forgets passages that a thing has no more: those from this one on. */
export const deleteVectorsFrom = (trx: Db, model: string, { kind, id }: Subject, chunk: number) =>
  sql`delete from embedding where model = ${model} and kind = ${kind} and subject_id = ${id}
    and chunk >= ${chunk}`.execute(trx)

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

/** From now on all vectors of these models count as those of another text, and are made again; until then they serve. */
export const renewVectors = (db: Db, clock: Clock, models: string[]) =>
  sql`
    insert into embedding_renewal (model, asked_at) select unnest(${models}::text[]), ${clock.now()}
    on conflict (model) do update set asked_at = excluded.asked_at`.execute(db)

/** Subjects of these kinds that anything ever happened to, after this one: those that exist, and some that do no more. */
export async function listSubjects(db: Db, kind: string, after: string, most: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`
    select distinct subject_id as id from activity where subject_kind = ${kind} and subject_id > ${after}
    order by id limit ${most}`.execute(db)
  return rows.map(({ id }) => id)
}

export async function countSubjects(db: Db, kind: string): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct subject_id) as count from activity where subject_kind = ${kind}`.execute(db)
  return rows[0]!.count
}

type NotAsked = { queue: string; mark: string; most: number }

/** Of such subjects those that one of these models has no vectors of, and that were not asked for under this mark. */
export async function listMissing(
  db: Db,
  kinds: string[],
  models: string[],
  { queue, mark, most }: NotAsked,
): Promise<Subject[]> {
  const { rows } = await sql<Subject>`
    select distinct subject_kind as kind, subject_id as id from activity cross join unnest(${models}::text[]) as wanted
    where subject_kind = any(${kinds}::text[]) and not exists (
      select from embedding where model = wanted and embedding.kind = subject_kind
        and embedding.subject_id = activity.subject_id and chunk = 0)
      and not exists (select from job where queue = ${queue}
        and key = activity.subject_kind || ' ' || activity.subject_id || ' ' || ${mark}::text)
    order by kind, id limit ${most}`.execute(db)
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
