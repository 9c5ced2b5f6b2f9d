import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Valued } from './contract-worth.ts'
import type { Passages } from './described-clusters.ts'
import type { Thing } from './things.ts'

/**
 * Everything public in which a need can show of itself, or those of these ids: contracts only when they are asked for,
 * dated by their end. Withheld things and drafts are none of them.
 */
export async function listThings(db: Db, ids?: string[]): Promise<Thing[]> {
  const asked = (column: 'problem.id' | 'work.id') =>
    ids ? sql`${sql.ref(column)} = any(${ids}::uuid[])` : sql`true`
  const { rows } = await sql<Thing>`
    select 'problem' as kind, problem.id, problem.title, '/problems/' || problem.slug as path, organisation_id,
      problem.state, null as outcome, null::numeric as amount_pounds, cost_band, published_at::date::text as dated
    from problem
    where problem.state in ('published', 'solved') and visibility = 'public' and merged_into is null
      and ('problem', problem.id) not in (select subject_kind, subject_id from moderation_hold) and ${asked('problem.id')}
    union all
    select work.kind, work.id, work.title, work.path, work.organisation_id,
      project.state, work.outcome, work.amount_pounds, null, work.dated
    from work left join project on work.kind = 'project' and project.id = work.id
    where work.is_listed and (work.kind, work.id) not in (select subject_kind, subject_id from moderation_hold)
      and ${asked('work.id')}
    union all
    select 'contract', id, title, '/contracts/' || id, organisation_id, null, null, value_pounds, null, ends_on::text
    from contract where id = any(${ids ?? []}::uuid[])
      and ('contract', id) not in (select subject_kind, subject_id from moderation_hold)
    order by kind, id`.execute(db)
  return rows
}

export type ValuedContract = Valued & { id: string; sourceName: string; sourceAsOf: string }

/** What sources say that these contracts are worth. */
export const listValued = (db: Db, ids: string[]): Promise<ValuedContract[]> =>
  db
    .selectFrom('contract')
    .select(['id', 'value_pounds as valuePounds', 'starts_on as startsOn', 'ends_on as endsOn'])
    .select(['source_name as sourceName', 'source_as_of as sourceAsOf'])
    .where('id', 'in', ids)
    .orderBy('source_as_of', 'desc')
    .orderBy('id')
    .execute()

const passagesAtOnce = 1000

/** The vectors of these things, by the model that knows the most of them; a thousand at a time, so that others have their turn. */
export async function listPassages(db: Db, ids: ReadonlySet<string>): Promise<Passages[]> {
  const { rows: models } = await sql<{ model: string }>`
    select model from embedding group by model order by count(*) desc, model limit 1`.execute(db)
  const model = models[0]?.model
  const found: Passages[] = []
  let last = { kind: '', subject_id: '', chunk: -1 }
  while (model) {
    const { rows } = await sql<{ kind: string; subject_id: string; chunk: number; sent: Buffer }>`
      select kind, subject_id, chunk, halfvec_send(vector) as sent from embedding
      where model = ${model} and (kind, subject_id, chunk) > (${last.kind}, ${last.subject_id}, ${last.chunk}::smallint)
      order by kind, subject_id, chunk limit ${passagesAtOnce}`.execute(db)
    const wanted = rows.filter(({ subject_id }) => ids.has(subject_id))
    if (wanted.length > 0)
      found.push({ ids: wanted.map(({ subject_id }) => subject_id), vectors: asNumbers(wanted) })
    if (rows.length < passagesAtOnce) break
    last = rows.at(-1)!
  }
  return found
}

const bytesOfHead = 4

/** pgvector sends two numbers of two bytes, and then the vector in half precision, all with the high byte first. */
function asNumbers(rows: { sent: Buffer }[]): Float32Array {
  const halves = Buffer.from(
    new Uint8Array(Buffer.concat(rows.map(({ sent }) => sent.subarray(bytesOfHead)))).buffer,
  )
  halves.swap16()
  return Float32Array.from(new Float16Array(halves.buffer))
}

/** Those of these problems that a live project addresses. */
export async function listAddressed(db: Db, problemIds: string[]): Promise<Set<string>> {
  const { rows } = await sql<{ problem_id: string }>`
    select distinct coalesce(problem.merged_into, problem.id) as problem_id
    from plan_problem join problem on problem.id = plan_problem.problem_id
      join plan on plan.id = plan_problem.plan_id and plan.state = 'published'
      join project on project.id = plan.id and project.is_listed and project.state = 'live'
    where coalesce(problem.merged_into, problem.id) = any(${problemIds}::uuid[])
      and ('project', project.id) not in (select subject_kind, subject_id from moderation_hold)`.execute(db)
  return new Set(rows.map(({ problem_id }) => problem_id))
}

export type ServiceOfThing = {
  id: string
  service_id: number
  name: string
  area_id: number | null
  area: string | null
}

/** The services that these things are about. */
export async function listServicesOf(db: Db, ids: string[]): Promise<ServiceOfThing[]> {
  const { rows } = await sql<ServiceOfThing>`
    select about.id, service.id as service_id, service.name, service.area_id, service_area.label as area
    from (
      select id, service_id from problem where id = any(${ids}::uuid[]) and service_id is not null
      union select id, service_id from contract where id = any(${ids}::uuid[]) and service_id is not null
      union select work_id, service_id from work_service where work_id = any(${ids}::uuid[])) as about
    join service on service.id = about.service_id
    left join service_area on service_area.id = service.area_id
    order by service.name, about.id`.execute(db)
  return rows
}
