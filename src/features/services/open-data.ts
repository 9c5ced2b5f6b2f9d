import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { type Export, type ExportField, type ExportRow, inPages } from '#plumbing/export.ts'

const fields: ExportField[] = [
  { name: 'id', type: 'integer', describes: 'Number in the Local Government Services List' },
  { name: 'path', type: 'string', describes: 'Address of its page on this site' },
  { name: 'name', type: 'string', describes: 'Name' },
  { name: 'description', type: 'string', describes: 'What it is' },
  { name: 'status', type: 'string', describes: 'live or discontinued' },
  { name: 'area', type: 'string', describes: 'One of 13 areas' },
  { name: 'subarea', type: 'string', describes: 'One of 100 sub-areas' },
  { name: 'source', type: 'string', describes: 'Where this record comes from' },
  { name: 'source_as_of', type: 'date', describes: 'From when the source is' },
]

async function listRows(db: Db, ids: number[]) {
  const { rows } = await sql<ExportRow & { id: number }>`
    select service.id, '/services/' || service.id as path, service.name, service.description, service.status,
      area.label as area, subarea.label as subarea, service.source, service.source_as_of
    from service
      left join service_area as area on area.id = service.area_id
      left join service_area as subarea on subarea.id = service.subarea_id
    where service.id = any(${ids}::integer[])`.execute(db)
  return rows
}

export const serviceTable: Export = {
  name: 'services',
  describes: 'The Local Government Services List',
  fields,
  rows: async function* (db) {
    const ids = await db.selectFrom('service').select('id').orderBy('id').execute()
    yield* inPages(
      ids.map(({ id }) => id),
      page => listRows(db, page),
    )
  },
}
