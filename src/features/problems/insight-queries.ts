import { sql } from 'kysely'
import { visitor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { isAmong, isChosen } from '#plumbing/database/narrowed.ts'
import type { Slots } from '#plumbing/feature.ts'
import { isListedFor } from './listed-queries.ts'

type Scope = Parameters<Slots['insightCharts']['load']>[2]

/** How many problems there are of one thing; `id` leads to its page. */
export type ProblemCount = { id: string | null; label: string; open: number; solved: number }

const counts = sql`
  count(*) filter (where problem.state = 'published') as open, count(*) filter (where problem.state = 'solved') as solved`

const isInScope = ({ organisationIds, areaId }: Scope) => sql`
  ${isListedFor(visitor)} and ${isAmong(sql`problem.organisation_id`, organisationIds)}
  and ${isChosen(sql`service.area_id`, areaId)}`

/** By service area; within one, by service. */
export async function listCountsByService(db: Db, scope: Scope): Promise<ProblemCount[]> {
  const [id, label] =
    scope.areaId === null ? [sql`area.id`, sql`area.label`] : [sql`service.id`, sql`service.name`]
  const { rows } = await sql<ProblemCount>`
    select ${id}::text as id, coalesce(${label}, 'No area said') as label, ${counts}
    from problem left join service on service.id = problem.service_id
    left join service_area as area on area.id = service.area_id
    where ${isInScope(scope)}
    group by ${id}, ${label} order by count(*) desc, label limit 30`.execute(db)
  return rows
}

/** By nation or region; within a place, by organisation. */
export async function listCountsByPlace(db: Db, scope: Scope): Promise<ProblemCount[]> {
  const [id, label] =
    scope.organisationIds === null
      ? [sql`null`, sql`coalesce(organisation.region, 'Not of one region')`]
      : [sql`organisation.slug`, sql`organisation.name`]
  const { rows } = await sql<ProblemCount>`
    select ${id} as id, ${label} as label, ${counts}
    from problem join organisation on organisation.id = problem.organisation_id
    left join service on service.id = problem.service_id
    where ${isInScope(scope)}
    group by 1, 2 order by count(*) desc, label limit 30`.execute(db)
  return rows
}
