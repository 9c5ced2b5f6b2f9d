import { conditions, pool } from './database.mjs'

// Control characters: PostgreSQL does not escape what it marks, so markup comes after escaping.
export const marks = { start: '\u0002', stop: '\u0003' }

export const facetNames = ['kind', 'area', 'service', 'region', 'type', 'phase', 'outcome']

function chosen(words, filters, except) {
  const where = conditions()
  where.add("d.words @@ websearch_to_tsquery('english', ?)", words)
  for (const name of facetNames) {
    if (name === except || filters[name].length === 0) continue
    where.add(
      `exists (select from usual_stack.document_facet f where f.document_id = d.id
         and f.facet = '${name}' and f.value = any(?::text[]))`,
      filters[name],
    )
  }
  return where
}

export async function listDocuments(words, filters, sort, page, perPage) {
  const where = chosen(words, filters)
  const order =
    sort === 'newest'
      ? 'd.dated desc nulls last, d.id desc'
      : "ts_rank_cd(d.words, websearch_to_tsquery('english', $1)) desc, d.id"
  const { rows } = await pool.query(
    `select found.kind, found.url, found.meta, found.dated,
       ts_headline('english', found.title, websearch_to_tsquery('english', $1),
         'StartSel=${marks.start}, StopSel=${marks.stop}, HighlightAll=true') as title,
       ts_headline('english', left(found.summary || ' ' || found.text, 6000), websearch_to_tsquery('english', $1),
         'StartSel=${marks.start}, StopSel=${marks.stop}, MinWords=20, MaxWords=45') as snippet
     from (select d.* from usual_stack.document d ${where.where()} order by ${order}
       limit $${where.values.length + 1} offset $${where.values.length + 2}) found`,
    [...where.values, perPage, (page - 1) * perPage],
  )
  return rows
}

export async function countDocuments(words, filters) {
  const where = chosen(words, filters)
  const { rows } = await pool.query(
    `select count(*) as count from usual_stack.document d ${where.where()}`,
    where.values,
  )
  return rows[0].count
}

/** How many documents each value of some facets would leave; of a facet that is named, as if nothing were chosen in it. */
async function countFacets(words, filters, facets, except) {
  const where = chosen(words, filters, except)
  const { rows } = await pool.query(
    `select f.facet, f.value, count(*) as count
     from usual_stack.document d join usual_stack.document_facet f on f.document_id = d.id
     ${where.and(`f.facet = any($${where.values.length + 1}::text[])`)} group by f.facet, f.value`,
    [...where.values, facets],
  )
  return rows
}

/** The facets in which nothing is chosen can be counted together; each of the others needs a query of its own. */
export async function countByFacets(words, filters) {
  const free = facetNames.filter(name => filters[name].length === 0)
  const taken = facetNames.filter(name => filters[name].length > 0)
  const counted = await Promise.all([
    countFacets(words, filters, free),
    ...taken.map(name => countFacets(words, filters, [name], name)),
  ])
  return counted.flat()
}

export async function listNames(areas, services) {
  const { rows } = await pool.query(
    `select 'area' as facet, id::text as value, label from service_area where id = any($1::integer[])
     union all select 'service', id::text, name from service where id = any($2::integer[])`,
    [areas, services],
  )
  return rows
}
