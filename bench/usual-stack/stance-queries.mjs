import { pool } from './database.mjs'

export async function findOpenProblem(slug) {
  const { rows } = await pool.query(
    `select p.id, p.slug, p.title, p.state, p.visibility, p.organisation_id, o.name as organisation, o.slug as organisation_slug
     from problem p join organisation o on o.id = p.organisation_id
     where p.slug = $1 and p.state = 'published' and p.visibility = 'public'
       and not exists (select from moderation_hold h where h.subject_kind = 'problem' and h.subject_id = p.id)`,
    [slug],
  )
  return rows[0]
}

export async function findStance(problemId, organisationId) {
  const { rows } = await pool.query(
    'select * from usual_stack.stance where problem_id = $1 and organisation_id = $2',
    [problemId, organisationId],
  )
  return rows[0]
}

/** Keeps what an organisation says, and its history; `afterwards` happens in the same transaction, when it is new. */
export async function saveStance({ problemId, organisationId, personId, word }, afterwards) {
  const client = await pool.connect()
  try {
    await client.query('begin')
    const { rows } = await client.query(
      `insert into usual_stack.stance (problem_id, organisation_id, number, word, confirmed_by, confirmed_at, ends_on)
       values ($1, $2, 1, $3, $4, now(), current_date + interval '1 year')
       on conflict (problem_id, organisation_id) do update set number = stance.number + 1, word = excluded.word,
         confirmed_by = excluded.confirmed_by, confirmed_at = excluded.confirmed_at, ends_on = excluded.ends_on
       returning id, number`,
      [problemId, organisationId, word, personId],
    )
    const [{ id, number }] = rows
    await client.query(
      `insert into usual_stack.stance_version (stance_id, number, word, written_by, written_at)
       values ($1, $2, $3, $4, now())`,
      [id, number, word, personId],
    )
    if (number === 1) await afterwards(id, { executeSql: (text, values) => client.query(text, values) })
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Who said what of which problem, and whose problem it is. */
export async function findTakenStance(id) {
  const { rows } = await pool.query(
    `select s.word ->> 'says' as says, o.name as organisation, o.slug as organisation_slug, p.title, p.slug,
       p.organisation_id as owner_id, owner.name as owner
     from usual_stack.stance s join organisation o on o.id = s.organisation_id join problem p on p.id = s.problem_id
     join organisation owner on owner.id = p.organisation_id where s.id = $1`,
    [id],
  )
  return rows[0]
}

export async function listAddresses(organisationId) {
  const { rows } = await pool.query(
    `select p.email from membership m join person p on p.id = m.person_id
     where m.organisation_id = $1 and m.state = 'confirmed' and p.suspended_at is null and p.erased_at is null
     order by m.role, p.id`,
    [organisationId],
  )
  return rows.map(({ email }) => email)
}
