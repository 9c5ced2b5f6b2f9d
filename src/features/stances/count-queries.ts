import { type RawBuilder, sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { isAmong, isChosen } from '#plumbing/database/narrowed.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listWholeSteps } from './queries.ts'
import { presentOf } from './successors.ts'

type StandingPart = { says: string; offers: string[]; cost: string | null }

/**
 * Of what is live the one stance that `standingOf` would choose for each organisation of today, on each problem; of those
 * organisations and problems alone that fit. `problem_id` and `present` are in scope of the condition.
 */
async function standing(
  db: Db,
  today: string,
  fits: RawBuilder<unknown> = sql`true`,
): Promise<RawBuilder<StandingPart>> {
  const steps = await listWholeSteps(db, today)
  const ended = [...new Set(steps.map(({ from }) => from))]
  const presents = ended.map(id => presentOf(id, steps, today))
  return sql`(
    select problem_id, present, says, offers, cost from (
      select distinct on (problem_id, present) problem_id, present, says, offers, cost
      from (select * from (
        select stance.id, stance.number, organisation_id, confirmed_at,
          coalesce(became.present, organisation_id) as present, coalesce(merged.into_id, problem_id) as problem_id
        from stance left join unnest(${ended}::uuid[], ${presents}::uuid[]) as became (id, present)
          on became.id = organisation_id
          left join (select id, merged_into as into_id from problem where merged_into is not null) as merged
          on merged.id = problem_id
        where withdrawn_at is null and ends_on > ${today}::date and stance.id not in (
          select subject_id from moderation_hold where subject_kind = 'stance')) as said where ${fits}) as live
      join stance_version as version on version.stance_id = live.id and version.number = live.number
      order by problem_id, present, organisation_id = present desc, confirmed_at desc, organisation_id) as chosen)`
}

/** How many organisations of today have each problem, by its id, where any has. */
export async function listCountsHaving(db: Db, today: string): Promise<Map<string, number>> {
  const { rows } = await sql<{ problem_id: string; count: number }>`
    select problem_id, count(*) as count from ${await standing(db, today)} as standing
    where says = 'have-it' group by problem_id`.execute(db)
  return new Map(rows.map(({ problem_id, count }) => [problem_id, count]))
}

type Scope = Parameters<Slots['insightCharts']['load']>[2]

/** Organisations in scope, and open problems of an area that everyone can read. */
const isOpenIn = ({
  organisationIds,
  areaId,
}: Scope) => sql`${isAmong(sql`present`, organisationIds)} and problem_id in (
  select problem.id from problem left join service on service.id = service_id
  where problem.state = 'published' and problem.visibility = 'public' and ${isChosen(sql`service.area_id`, areaId)}
    and problem.id not in (select subject_id from moderation_hold where subject_kind = 'problem'))`

export type HeldInCommon = { title: string; slug: string; holders: number; fixed: number; offering: number }

/** Open problems that two organisations or more have, of those in scope, and that everyone can read; what most have first. */
export async function listHeldInCommon(
  db: Db,
  today: string,
  scope: Scope,
  limit: number,
): Promise<HeldInCommon[]> {
  const { rows } = await sql<HeldInCommon>`
    select title, slug, count(*) filter (where says = 'have-it') as holders,
      count(*) filter (where says = 'fixed-it') as fixed,
      count(*) filter (where says = 'have-it' and offers && '{co-fund,lead}') as offering
    from ${await standing(db, today, isOpenIn(scope))} as standing join problem on problem.id = problem_id
    group by problem.id having count(*) filter (where says = 'have-it') > 1
    order by holders desc, title, problem.id limit ${limit}`.execute(db)
  return rows
}

/** Who has open problems of one service or place. Pounds a year: the highest band of each organisation, summed. */
export type Demand = {
  id: string | null
  label: string | null
  problems: number
  organisations: number
  /** Organisations that say what it costs them. */
  saying: number
  from: number
  to: number
  /** One of them has a band without an upper end. */
  isOpenEnded: boolean
}

/** By service area, or within one by service; by nation or region, or within a place by organisation. */
export async function listDemand(
  db: Db,
  today: string,
  scope: Scope,
  by: 'service' | 'place',
): Promise<Demand[]> {
  const [id, label] =
    by === 'place'
      ? scope.organisationIds === null
        ? [sql`organisation.region`, sql`organisation.region`]
        : [sql`organisation.slug`, sql`organisation.name`]
      : scope.areaId === null
        ? [sql`area.id::text`, sql`area.label`]
        : [sql`service.id::text`, sql`service.name`]
  const { rows } = await sql<Demand>`
    with held as (
      select ${id} as id, ${label} as label, problem_id, present,
        array_position(array['under-10k', '10k-50k', '50k-250k', '250k-1m', 'over-1m'], standing.cost) as band
      from ${await standing(db, today, isOpenIn(scope))} as standing join problem on problem.id = problem_id
      join organisation on organisation.id = present
      left join service on service.id = problem.service_id left join service_area as area on area.id = service.area_id
      where says = 'have-it')
    select sums.*, problems from (
      select id, label, count(*) as organisations, count(band) as saying,
        coalesce(sum((array[0, 10000, 50000, 250000, 1000000])[band]), 0) as from,
        coalesce(sum((array[10000, 50000, 250000, 1000000, 0])[band]), 0) as to, coalesce(bool_or(band = 5), false) as "isOpenEnded"
      from (select id, label, present, max(band) as band from held group by id, label, present) as each
      group by id, label) as sums
    join (select id, label, count(distinct problem_id) as problems from held group by id, label) as counts
      on counts.id is not distinct from sums.id and counts.label is not distinct from sums.label
    order by organisations desc, sums.label limit 30`.execute(db)
  return rows
}
