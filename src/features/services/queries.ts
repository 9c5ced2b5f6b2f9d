import type { Db } from '#plumbing/database/database.ts'
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
