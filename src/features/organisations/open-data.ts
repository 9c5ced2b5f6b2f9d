import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { type Export, type ExportField, type ExportRow, inPages } from '#plumbing/export.ts'

const fields: ExportField[] = [
  { name: 'id', type: 'string', describes: 'Pipeline’s own identifier; never changes' },
  { name: 'path', type: 'string', describes: 'Address of its page on this site' },
  { name: 'name', type: 'string', describes: 'Official name' },
  { name: 'kind', type: 'string', describes: 'council, public-body, supplier, charity or network' },
  { name: 'council_type', type: 'string', describes: 'Type of council; empty for others' },
  { name: 'tier', type: 'string', describes: 'single, upper, lower or strategic' },
  { name: 'status', type: 'string', describes: 'current, former or planned' },
  { name: 'nation', type: 'string', describes: 'Nation of the United Kingdom' },
  { name: 'region', type: 'string', describes: 'Region of England, or the nation' },
  { name: 'local_authority_code', type: 'string', describes: 'Code of the local authority register' },
  { name: 'gss_code', type: 'string', describes: 'Code of the Office for National Statistics' },
  { name: 'starts_on', type: 'date', describes: 'When it began, where known' },
  { name: 'ends_on', type: 'date', describes: 'When it ended, where it did' },
  { name: 'became', type: 'list', describes: 'Identifiers of the organisations it became part of' },
  { name: 'population', type: 'integer', describes: 'Residents in 2020' },
  { name: 'website', type: 'string', describes: 'Its own website' },
  { name: 'source', type: 'string', describes: 'Where this record comes from' },
  { name: 'source_as_of', type: 'date', describes: 'From when the source is' },
]

async function listRows(db: Db, ids: string[]) {
  const { rows } = await sql<ExportRow & { id: string }>`
    select organisation.id, '/organisations/' || slug as path, name, kind, council_type, tier, status, nation, region,
      (select value from organisation_identifier
        where organisation_id = organisation.id and scheme = 'local-authority-code') as local_authority_code,
      gss_code, starts_on, ends_on,
      array(select to_id::text from organisation_succession
        where from_id = organisation.id and certainty = 'done'
        union select to_id::text from organisation_merge
        where from_id = organisation.id and undone_at is null order by 1) as became,
      population, website, source, source_as_of
    from organisation
    where organisation.id = any(${ids}::uuid[])`.execute(db)
  return rows
}

export const organisationTable: Export = {
  name: 'organisations',
  describes: 'Councils, former councils and other organisations',
  fields,
  rows: async function* (db) {
    const ids = await db.selectFrom('organisation').select('id').orderBy('id').execute()
    yield* inPages(
      ids.map(({ id }) => id),
      page => listRows(db, page),
    )
  },
}
