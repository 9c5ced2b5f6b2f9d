import { sql } from 'kysely'
import { nearOf } from '#features/check/index.ts'
import { embedQuery, keptModels, listNearest, type QueryVector } from '#features/meaning/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import { mostInADay, toldInADay } from './flood-queries.ts'
import { found } from './subscription.ts'

/** From 3, very close, to 1: what is only loosely related. */
export type Closeness = 1 | 2 | 3

type Near = { kind: string; id: string; closeness: number }

const lookedAt = 300

/** What can mean about the same as a person's words: no bare names, nor what others are filed under. */
export const kindsMeant = (site: Site): string[] =>
  site
    .slot('searchable')
    .filter(({ isNamesOnly, isReference }) => !isNamesOnly && !isReference)
    .map(({ kind }) => kind)

/** What means about the same as a text now, with how near each is; null where meaning is not known. */
export async function listMeant(
  db: Db,
  text: string,
  kinds: string[],
): Promise<{ vector: QueryVector; near: Near[] } | null> {
  const vector = await embedQuery(text, { mayLeave: true })
  if (!vector) return null
  const found = await listNearest(db, vector, { kinds, limit: lookedAt })
  const near = found.flatMap(({ kind, id, similarity }) => {
    const closeness = nearOf({ kind, id, similarity })?.closeness
    return closeness ? [{ kind, id, closeness }] : []
  })
  return { vector, near }
}

type Meant = { subscriptionId: string; closeness: Closeness; vector: QueryVector; known: Near[] }

/** Keeps what a subscription's words mean, how near a thing must be, and what was as near already. */
export async function insertText(trx: Db, { subscriptionId, closeness, vector, known }: Meant) {
  await trx.insertInto('subscription_text').values({ subscription_id: subscriptionId, closeness }).execute()
  await insertVectors(trx, subscriptionId, vector)
  await insertKnown(trx, subscriptionId, known)
}

export async function insertVectors(trx: Db, subscriptionId: string, vectors: QueryVector) {
  for (const { model, vector } of vectors)
    await sql`
      insert into subscription_vector (subscription_id, model, vector)
      values (${subscriptionId}, ${model}, ${`[${vector.map(n => n.toFixed(5)).join(',')}]`}::halfvec)
      on conflict (subscription_id, model) do update set vector = excluded.vector`.execute(trx)
}

const insertKnown = (trx: Db, subscriptionId: string, known: Near[]) =>
  sql`
    insert into subscription_known (subscription_id, kind, subject_id)
    select ${subscriptionId}, kind, id from jsonb_to_recordset(${JSON.stringify(known)}::jsonb) as known (kind text, id text)
    on conflict do nothing`.execute(trx)

/** How near a thing must be to be told; null for a subscription to something else. */
export async function findCloseness(db: Db, subscriptionId: string): Promise<Closeness | null> {
  const row = await db
    .selectFrom('subscription_text')
    .select('closeness')
    .where('subscription_id', '=', subscriptionId)
    .executeTakeFirst()
  return (row?.closeness ?? null) as Closeness | null
}

/** Moves how near a thing must be; what was as near before is known from now on. */
export async function updateCloseness(
  trx: Db,
  { subscriptionId, closeness, known }: Omit<Meant, 'vector'>,
): Promise<void> {
  await trx
    .updateTable('subscription_text')
    .set({ closeness })
    .where('subscription_id', '=', subscriptionId)
    .execute()
  await insertKnown(trx, subscriptionId, known)
}

/** Tells subscriptions in people's own words of a thing that means about the same; returns how many. */
export async function tellOfMeaning(trx: Db, { kind, id }: { kind: string; id: string }, at: Date) {
  const { rows } = await sql<{
    subscription_id: string
    recipient_id: string
    wanted: number
    similarity: number
  }>`
    select distinct on (subscription.id) subscription.id as subscription_id, recipient_id, closeness as wanted,
      max(-(embedding.vector <#> subscription_vector.vector))::float8 as similarity
    from embedding join subscription_vector using (model) join subscription_text using (subscription_id)
    join subscription on subscription.id = subscription_id
    where kind = ${kind} and subject_id = ${id} and ended_at is null and level <> 'mute'
      and not exists (select from subscription_known as known
        where known.subscription_id = subscription.id and known.kind = ${kind} and known.subject_id = ${id})
    group by subscription.id, closeness, model
    order by subscription.id, array_position(${keptModels().map(({ name }) => name)}::text[], model)`.execute(
    trx,
  )
  const told = rows.filter(
    ({ wanted, similarity }) => (nearOf({ kind, id, similarity })?.closeness ?? 0) >= wanted,
  )
  await sql`
    insert into notification (id, subscription_id, recipient_id, kind, subject_id, happening, matched_at)
    select gen_random_uuid(), subscription_id, recipient_id, ${kind}, ${id}, ${found}, ${at}
    from jsonb_to_recordset(${JSON.stringify(told)}::jsonb) as told (subscription_id uuid, recipient_id uuid)
    where ${toldInADay(sql`told.recipient_id`, at)} < ${mostInADay}
    on conflict do nothing`.execute(trx)
  return told.length
}

/** Subscriptions whose words a model has not read, some at a time. */
export async function listUnread(db: Db, model: string, limit: number) {
  return db
    .selectFrom('subscription_text')
    .innerJoin('subscription', 'subscription.id', 'subscription_id')
    .select(['subscription.id', 'address'])
    .where('ended_at', 'is', null)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('subscription_vector')
            .select('model')
            .whereRef('subscription_vector.subscription_id', '=', 'subscription.id')
            .where('model', '=', model),
        ),
      ),
    )
    .limit(limit)
    .execute()
}
