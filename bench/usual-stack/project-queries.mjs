import { pool } from './database.mjs'

const rowsOf = async (text, value) => (await pool.query(text, [value])).rows

export async function findProject(slug) {
  const [project] = await rowsOf(
    `select p.*, o.name as organisation_name, o.slug as organisation_slug
     from project p left join organisation o on o.id = p.organisation_id where p.slug = $1`,
    slug,
  )
  return project
}

export const listPartners = id =>
  rowsOf(
    `select coalesce(o.name, pp.name_as_published) as name, o.slug, pp.name_as_published
     from project_partner pp left join organisation o on o.id = pp.organisation_id
     where pp.project_id = $1 order by pp.position`,
    id,
  )

export const listFunding = id =>
  rowsOf('select * from project_funding where project_id = $1 order by decided_on', id)

export const listUpdates = id =>
  rowsOf(
    'select said_on, text from project_update where project_id = $1 order by said_on desc nulls last, position',
    id,
  )

export const listSources = id =>
  rowsOf('select name, url, as_of from project_source where project_id = $1 order by format, key', id)

export const listServices = id =>
  rowsOf(
    `select s.id, s.name, ws.ground from work_service ws join service s on s.id = ws.service_id
     where ws.work_id = $1 order by s.name`,
    id,
  )

export const listRelated = id =>
  rowsOf(
    `select r.relation, r.is_from as "isFrom", r.ground, w.kind, w.title, w.path, w.phase, w.outcome, w.amount_pounds,
       w.dated, o.name as organisation
     from (select relation, true as is_from, to_id as other_id, ground from work_relation where from_id = $1
           union all select relation, false, from_id, ground from work_relation where to_id = $1) r
     join work w on w.id = r.other_id left join organisation o on o.id = w.organisation_id
     order by w.created_at, w.id`,
    id,
  )
