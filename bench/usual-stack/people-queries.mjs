import { pool } from './database.mjs'

export async function findPerson(id) {
  const { rows } = await pool.query(
    `select id, array(select duty from person_duty where person_id = person.id) as duties from person
     where id = $1 and suspended_at is null and erased_at is null`,
    [id],
  )
  return rows[0]
}

export async function listMemberships(personId) {
  const { rows } = await pool.query(
    `select o.id, o.name, o.slug, o.kind, m.role from membership m join organisation o on o.id = m.organisation_id
     where m.person_id = $1 and m.state = 'confirmed' order by o.name`,
    [personId],
  )
  return rows
}
