import { type RawBuilder, sql } from 'kysely'

/** Whether the record with this id is about a service of the area; every record is where none was chosen. */
export const isAboutArea = (id: RawBuilder<unknown>, areaId: number | null): RawBuilder<boolean> =>
  areaId === null
    ? sql<boolean>`true`
    : sql<boolean>`${id} in (
        select work_id from work_service join service on service.id = service_id where area_id = ${areaId})`
