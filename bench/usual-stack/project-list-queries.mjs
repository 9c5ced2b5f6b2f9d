import { conditions, pool } from './database.mjs'

const tables = 'from project p left join organisation o on o.id = p.organisation_id'

const clauses = {
  phase: 'p.phase = any(?::text[])',
  state: 'p.state = any(?::text[])',
  region: 'o.region = any(?::text[])',
  type: 'coalesce(o.council_type, o.kind) = any(?::text[])',
  area: `p.id in (select ws.work_id from work_service ws join service s on s.id = ws.service_id
    where s.area_id = any(?::integer[]))`,
}

function chosen(filters, except) {
  const where = conditions()
  for (const [name, clause] of Object.entries(clauses)) {
    if (name !== except && filters[name].length > 0) where.add(clause, filters[name])
  }
  return where
}

export async function listProjects(filters, sort, page, perPage) {
  const where = chosen(filters)
  const order = sort === 'title' ? 'lower(p.title), p.id' : 'p.dated_on desc, p.id desc'
  const { rows } = await pool.query(
    `select p.id, p.slug, p.title, p.phase, p.state, p.starts_on, p.ends_on, p.dated_on,
       left(coalesce(p.problem, p.why, p.outcome), 400) as excerpt,
       coalesce(o.name, p.organisation_as_published) as organisation
     ${tables} ${where.where()} order by ${order}
     limit $${where.values.length + 1} offset $${where.values.length + 2}`,
    [...where.values, perPage, (page - 1) * perPage],
  )
  return rows
}

export async function countProjects(filters) {
  const where = chosen(filters)
  const { rows } = await pool.query(`select count(*) as count ${tables} ${where.where()}`, where.values)
  return rows[0].count
}

export async function listPartners(ids) {
  const { rows } = await pool.query(
    `select pp.project_id, coalesce(o.name, pp.name_as_published) as name
     from project_partner pp left join organisation o on o.id = pp.organisation_id
     where pp.project_id = any($1::uuid[]) order by pp.position`,
    [ids],
  )
  return rows
}

export async function listFunding(ids) {
  const { rows } = await pool.query(
    `select project_id, amount_pounds, decided_on, decided_precision from project_funding
     where project_id = any($1::uuid[]) order by decided_on`,
    [ids],
  )
  return rows
}

const columns = {
  phase: 'p.phase',
  state: 'p.state',
  region: 'o.region',
  type: 'coalesce(o.council_type, o.kind)',
}

/** How many projects each value of a facet would leave, under what is chosen in the others. */
export async function countByFacet(name, filters) {
  const where = chosen(filters, name)
  const { rows } = await pool.query(
    name === 'area'
      ? `select a.id::text as value, a.label, count(distinct p.id) as count ${tables}
         join work_service ws on ws.work_id = p.id join service s on s.id = ws.service_id
         join service_area a on a.id = s.area_id ${where.where()} group by a.id, a.label`
      : `select ${columns[name]} as value, count(*) as count ${tables}
         ${where.and(`${columns[name]} is not null`)} group by 1`,
    where.values,
  )
  return rows
}
