import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Place } from '#plumbing/keyset.ts'
import type { ApplicationFilters, FacetCount } from './application-list.ts'
import type { ApplicationKind } from './fund-application.ts'

export type ListedApplication = {
  id: string
  slug: string
  title: string
  kind: ApplicationKind
  round: string | null
  round_rank: number
  outcome: string
  theme: string | null
  problem_summary: string | null
  organisation: string | null
  partners: string[]
}

const noRound = ''

const conditions = ({ outcome, round }: ApplicationFilters) => ({
  outcome: outcome.length === 0 ? sql`true` : sql`outcome = any(${outcome}::text[])`,
  round: round.length === 0 ? sql`true` : sql`coalesce(round, ${noRound}) = any(${round}::text[])`,
})

/** Bids that fit, latest round first, from a place on; read backwards when the place is the end of a page. One statement. */
export async function listApplications(
  db: Db,
  filters: ApplicationFilters,
  { place, limit }: { place: Place; limit: number },
): Promise<ListedApplication[]> {
  const { outcome, round } = conditions(filters)
  const [rank, id] = place.after ?? place.before ?? []
  const isBackwards = place.before !== undefined
  const direction = sql.raw(isBackwards ? 'asc' : 'desc')
  const from =
    rank === undefined
      ? sql`true`
      : sql`(round_rank, fund_application.id) ${sql.raw(isBackwards ? '>' : '<')} (${rank}::integer, ${id}::text::uuid)`
  const { rows } = await sql<ListedApplication>`
    select fund_application.id, fund_application.slug, title, fund_application.kind, round, round_rank, outcome, theme,
      problem_summary, coalesce(organisation.name, organisation_as_published) as organisation,
      array(
        select coalesce(partner.name, name_as_published)
        from fund_application_partner left join organisation as partner on partner.id = organisation_id
        where fund_application_id = fund_application.id order by position) as partners
    from fund_application left join organisation on organisation.id = fund_application.organisation_id
    where ${outcome} and ${round} and ${from}
    order by round_rank ${direction}, fund_application.id ${direction} limit ${limit}`.execute(db)
  return rows
}

/** How many bids there are by outcome and round, each under the choices of the other, and in all. One statement. */
export async function listFacetCounts(db: Db, filters: ApplicationFilters): Promise<FacetCount[]> {
  const { outcome, round } = conditions(filters)
  const { rows } = await sql<FacetCount>`
    with fitting as (
      select outcome, coalesce(round, ${noRound}) as round, round_rank, ${outcome} as in_outcome, ${round} as in_round
      from fund_application)
    select 'all' as facet, '' as value, count(*) as bids, 0 as rank from fitting where in_outcome and in_round
    union all select 'outcome', outcome, count(*), 0 from fitting where in_round group by outcome
    union all select 'round', round, count(*), max(round_rank) from fitting where in_outcome group by round`.execute(
    db,
  )
  return rows
}
