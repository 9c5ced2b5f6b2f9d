import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { ServiceName } from './service.ts'

export async function listAreaIds(db: Db): Promise<Set<number>> {
  const rows = await db.selectFrom('service_area').select('id').execute()
  return new Set(rows.map(({ id }) => id))
}

/** A service as other features list it. */
export type ServiceFacts = ServiceName & {
  areaId: number | null
  area: string | null
  subarea: string | null
}

/** Facts of these services by id; unknown ids are absent. */
export async function listServicesById(db: Db, ids: number[]): Promise<Map<number, ServiceFacts>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectFrom('service')
    .leftJoin('service_area as area', 'area.id', 'service.area_id')
    .leftJoin('service_area as subarea', 'subarea.id', 'service.subarea_id')
    .select(['service.id', 'service.name', 'service.status', 'service.area_id as areaId'])
    .select(['area.label as area', 'subarea.label as subarea'])
    .where('service.id', 'in', [...new Set(ids)])
    .execute()
  return new Map(rows.map(row => [row.id, row]))
}

/** An area with its sub-areas, and how many live services each holds. */
export type AreaInList = {
  id: number
  label: string
  services: number
  subareas: Omit<AreaInList, 'subareas'>[]
}

export async function listAreas(db: Db): Promise<AreaInList[]> {
  const rows = await db
    .selectFrom('service_area as area')
    .leftJoin('service', join =>
      join
        .on('service.status', '=', 'live')
        .on(({ eb, ref, or }) =>
          or([eb('service.area_id', '=', ref('area.id')), eb('service.subarea_id', '=', ref('area.id'))]),
        ),
    )
    .select(({ fn }) => [
      'area.id',
      'area.label',
      'area.parent_id',
      fn.count<number>('service.id').distinct().as('services'),
    ])
    .groupBy('area.id')
    .orderBy('area.label')
    .execute()
  return rows
    .filter(({ parent_id }) => parent_id === null)
    .map(({ id, label, services }) => ({
      id,
      label,
      services,
      subareas: rows
        .filter(({ parent_id }) => parent_id === id)
        .map(subarea => ({ id: subarea.id, label: subarea.label, services: subarea.services })),
    }))
}

/** How many live services there are, and how many of them are in no area. */
export const countServices = (db: Db) =>
  db
    .selectFrom('service')
    .select(({ fn }) => [
      fn.countAll<number>().as('live'),
      fn.countAll<number>().filterWhere('area_id', 'is', null).as('withoutArea'),
    ])
    .where('status', '=', 'live')
    .executeTakeFirstOrThrow()

/** An area or sub-area, with the area above it. */
export async function findArea(db: Db, id: number) {
  const found = await db
    .selectFrom('service_area as area')
    .leftJoin('service_area as above', 'above.id', 'area.parent_id')
    .select(['area.id', 'area.label', 'area.source', 'area.source_as_of as asOf'])
    .select(['above.id as aboveId', 'above.label as aboveLabel'])
    .where('area.id', '=', id)
    .executeTakeFirst()
  if (!found) throw failure('absent', '')
  return found
}

export type ListedService = ServiceName & { description: string; subareaId: number | null }

/** The services of an area or sub-area by name; live ones first. Null: those in no area. */
export const listServicesOfArea = (db: Db, areaId: number | null): Promise<ListedService[]> =>
  db
    .selectFrom('service')
    .select(['id', 'name', 'status', 'description', 'subarea_id as subareaId'])
    .where(({ eb, or }) =>
      areaId === null
        ? eb('area_id', 'is', null)
        : or([eb('area_id', '=', areaId), eb('subarea_id', '=', areaId)]),
    )
    .orderBy('status', 'desc')
    .orderBy('name')
    .orderBy('id')
    .execute()

export async function findService(db: Db, id: number) {
  const found = await db
    .selectFrom('service')
    .leftJoin('service_area as area', 'area.id', 'service.area_id')
    .leftJoin('service_area as subarea', 'subarea.id', 'service.subarea_id')
    .select(['service.id', 'service.name', 'service.description', 'service.status'])
    .select([
      'service.area_id as areaId',
      'service.subarea_id as subareaId',
      'service.providing_tier as tier',
    ])
    .select([
      'service.govuk_slug as govukSlug',
      'service.listed_on as listedOn',
      'service.revised_on as revisedOn',
    ])
    .select(['service.source', 'service.source_as_of as asOf'])
    .select(['area.label as area', 'subarea.label as subarea'])
    .where('service.id', '=', id)
    .executeTakeFirst()
  if (!found) throw failure('absent', '')
  return found
}
export type FoundService = Awaited<ReturnType<typeof findService>>

/** What the search indexes of these services. */
export async function listForSearch(db: Db, ids: number[]) {
  if (ids.length === 0) return []
  return db
    .selectFrom('service')
    .leftJoin('service_area as area', 'area.id', 'service.area_id')
    .leftJoin('service_area as subarea', 'subarea.id', 'service.subarea_id')
    .select(['service.id', 'service.name', 'service.description', 'service.area_id as areaId'])
    .select(['service.subarea_id as subareaId', 'service.source_as_of as asOf'])
    .select(['area.label as area', 'subarea.label as subarea'])
    .where('service.id', 'in', ids)
    .where('status', '=', 'live')
    .execute()
}

export async function listAreaLabels(db: Db, ids: number[]): Promise<Map<number, string>> {
  if (ids.length === 0) return new Map()
  const rows = await db.selectFrom('service_area').select(['id', 'label']).where('id', 'in', ids).execute()
  return new Map(rows.map(({ id, label }) => [id, label]))
}

export const listForSitemap = (db: Db) =>
  db
    .selectFrom('service')
    .select(['id', 'revised_on as changed'])
    .where('status', '=', 'live')
    .orderBy('id')
    .execute()
