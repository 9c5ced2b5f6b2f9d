import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { slugOf } from '#plumbing/slug.ts'
import type { RelatedWork, Work, WorkKind, WorkService } from './work.ts'

/** Key → the record it names. A key that names none is absent. */
export async function listWorkByKeys(
  db: Db,
  keys: string[],
): Promise<Map<string, { id: string; kind: WorkKind }>> {
  if (keys.length === 0) return new Map()
  const rows = await db
    .selectFrom('work_key')
    .innerJoin('work', 'work.id', 'work_key.work_id')
    .select(['work_key.key', 'work.id', 'work.kind'])
    .where('work_key.key', 'in', keys)
    .execute()
  return new Map(rows.map(({ key, id, kind }) => [key, { id, kind }]))
}

/** Record id → its slug under the folder: the one it has, for it stays for good, or for a new record one that none has. */
export async function listSlugs(
  db: Db,
  folder: string,
  works: { id: string; title: string }[],
): Promise<Map<string, string>> {
  const bases = works.map(({ title }) => slugOf(title))
  const { rows } = await sql<{ id: string; path: string }>`
    select id, path from work
    where id = any(${works.map(({ id }) => id)}::uuid[])
      or path = any(${bases.map(base => folder + base)}::text[])
      or path like any(${bases.map(base => `${folder + base}-%`)}::text[])`.execute(db)
  const slugs = new Map(rows.map(({ id, path }) => [id, path.slice(folder.length)]))
  const taken = new Set(slugs.values())
  for (const [at, { id }] of works.entries()) {
    if (slugs.has(id)) continue
    let slug = bases[at]!
    for (let n = 2; taken.has(slug); n++) slug = `${bases[at]}-${n}`
    taken.add(slug)
    slugs.set(id, slug)
  }
  return slugs
}

/** Writes or renews the rows of these records; keys are only ever added. */
export async function upsertWork(trx: Db, works: Work[], now: Date): Promise<void> {
  if (works.length === 0) return
  await trx
    .insertInto('work')
    .values(works.map(({ keys: _, ...work }) => ({ ...work, created_at: now })))
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet(({ ref }) => ({
        title: ref('excluded.title'),
        path: ref('excluded.path'),
        organisation_id: ref('excluded.organisation_id'),
        phase: ref('excluded.phase'),
        outcome: ref('excluded.outcome'),
        amount_pounds: ref('excluded.amount_pounds'),
        dated: ref('excluded.dated'),
        is_listed: ref('excluded.is_listed'),
      })),
    )
    .execute()
  const keys = works.flatMap(({ id, keys }) => keys.map(key => ({ key, work_id: id })))
  if (keys.length === 0) return
  await trx
    .insertInto('work_key')
    .values(keys)
    .onConflict(conflict => conflict.column('key').doNothing())
    .execute()
}

/** Whether everyone may find a record: listed, and neither held nor withheld. The table goes by `name`. */
export const isShown = (name: string) => {
  const table = sql.table(name)
  return sql<boolean>`${table}.is_listed and (${table}.kind, ${table}.id) not in (
    select subject_kind, subject_id from moderation_hold)`
}

export type WorkAround = { related: RelatedWork[]; services: WorkService[] }

/** The columns of `WorkAround`, for the statement that reads the record itself. `id` is the record's. */
export const workAround = (id: RawBuilder<unknown>): RawBuilder<unknown> => sql`
  coalesce((
    select jsonb_agg(jsonb_build_object(
      'relation', r.relation, 'isFrom', r.is_from, 'ground', r.ground,
      'id', w.id, 'kind', w.kind, 'title', w.title, 'path', w.path, 'phase', w.phase,
      'outcome', w.outcome, 'amount_pounds', w.amount_pounds, 'dated', w.dated, 'organisation', o.name) order by w.created_at, w.id)
    from (
      select relation, true as is_from, to_id as other_id, ground from work_relation where from_id = ${id}
      union all
      select relation, false, from_id, ground from work_relation where to_id = ${id}) r
    join work w on w.id = r.other_id left join organisation o on o.id = w.organisation_id
    where ${isShown('w')}), '[]') as related,
  coalesce((
    select jsonb_agg(jsonb_build_object('id', s.id, 'name', s.name, 'ground', t.ground, 'said_by', t.said_by) order by s.name)
    from work_service t join service s on s.id = t.service_id
    where t.work_id = ${id}), '[]') as services`

/** The records related to one, and the services it is about: one statement. */
export async function findWorkAround(db: Db, id: string): Promise<WorkAround> {
  const { rows } = await sql<WorkAround>`select ${workAround(sql`${id}::uuid`)}`.execute(db)
  return rows[0]!
}

export type WorkContext = {
  services: number[]
  areas: number[]
  /** Why it has to do with those services and with other records, in the editors' words: each a sentence. */
  sentences: string[]
  /** Records of the same work in other sources. */
  same: string[]
}

/** Record id → what the editors say of it. A record of which they say nothing has empty lists. */
export async function listWorkContexts(db: Db, ids: string[]): Promise<Map<string, WorkContext>> {
  const { rows } = await sql<WorkContext & { id: string }>`
    select w.id, coalesce(t.services, '{}') as services, coalesce(t.areas, '{}') as areas,
      coalesce(t.sentences, '{}') || coalesce(r.sentences, '{}') as sentences,
      array(
        select to_id from work_relation where from_id = w.id and relation = 'same work'
        union all
        select from_id from work_relation where to_id = w.id and relation = 'same work') as same
    from unnest(${ids}::uuid[]) as w (id)
    left join lateral (
      select array_agg(service_id) as services,
        array_agg(distinct area_id) filter (where area_id is not null) as areas,
        array_agg(name || ': ' || ground || '.' order by name) filter (where said_by = 'editors') as sentences
      from work_service join service on service.id = service_id
      where work_id = w.id) t on true
    left join lateral (
      select array_agg(initcap(left(relation, 1)) || substr(relation, 2) || ' “' || title || '”: ' || ground || '.') as sentences
      from work_relation join work on work.id = to_id
      where from_id = w.id) r on true`.execute(db)
  return new Map(rows.map(({ id, ...context }) => [id, context]))
}

export async function countWork(db: Db): Promise<number> {
  const { works } = await db
    .selectFrom('work')
    .select(({ fn }) => fn.countAll<number>().as('works'))
    .where(isShown('work'))
    .executeTakeFirstOrThrow()
  return works
}

export type RelationToWrite = {
  from_id: string
  relation: RelatedWork['relation']
  to_id: string
  ground: string
}
export type TagToWrite = { work_id: string; service_id: number; ground: string }
type Provenance = { source: string; as_of: string; created_at: Date }

export const upsertRelations = (trx: Db, relations: RelationToWrite[], provenance: Provenance) =>
  trx
    .insertInto('work_relation')
    .values(relations.map(relation => ({ ...relation, ...provenance })))
    .onConflict(conflict =>
      conflict.columns(['from_id', 'relation', 'to_id']).doUpdateSet(({ ref }) => ({
        ground: ref('excluded.ground'),
        source: ref('excluded.source'),
        as_of: ref('excluded.as_of'),
      })),
    )
    .execute()

export const upsertTags = (trx: Db, tags: TagToWrite[], provenance: Provenance) =>
  trx
    .insertInto('work_service')
    .values(tags.map(tag => ({ ...tag, ...provenance })))
    .onConflict(conflict =>
      conflict.columns(['work_id', 'service_id']).doUpdateSet(({ ref }) => ({
        ground: ref('excluded.ground'),
        source: ref('excluded.source'),
        as_of: ref('excluded.as_of'),
      })),
    )
    .execute()

/** Puts the services that a record's owner names in place of those it named before; what the editors say stays. */
export async function replaceOwnServices(
  trx: Db,
  workId: string,
  serviceIds: number[],
  provenance: Provenance,
): Promise<void> {
  await trx.deleteFrom('work_service').where('work_id', '=', workId).where('said_by', '=', 'owner').execute()
  if (serviceIds.length === 0) return
  await trx
    .insertInto('work_service')
    .values(
      serviceIds.map(service_id => ({
        work_id: workId,
        service_id,
        ground: 'its organisation says so',
        said_by: 'owner' as const,
        ...provenance,
      })),
    )
    .onConflict(conflict => conflict.columns(['work_id', 'service_id']).doNothing())
    .execute()
}

/** The areas of services in which most is written. */
export async function listAreasWithMost(
  db: Db,
  limit: number,
): Promise<{ id: number; label: string; works: number }[]> {
  const { rows } = await sql<{ id: number; label: string; works: number }>`
    select area.id, area.label, count(distinct work_id) as works
    from work_service join service on service.id = service_id join service_area area on area.id = area_id
    join work on work.id = work_id
    where ${isShown('work')}
    group by area.id order by works desc, area.label limit ${limit}`.execute(db)
  return rows
}
