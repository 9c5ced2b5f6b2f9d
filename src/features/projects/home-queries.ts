import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { isListed, isMatched } from './listed-queries.ts'

type HomeProject = { title: string; slug: string; organisation: string | null }

/** Planned and live projects that still take partners, the soonest to close first. */
export async function listWelcomingSoonest(db: Db, limit: number) {
  const { rows } = await sql<HomeProject & { partners_welcome_until: string | null }>`
    select project.title, project.slug, partners_welcome_until,
      coalesce(organisation.name, project.organisation_as_published) as organisation
    from project left join organisation on organisation.id = project.organisation_id
    where ${isMatched} and state in ('planned', 'live')
      and coalesce(partners_welcome_until >= (now() at time zone 'Europe/London')::date, state = 'planned')
    order by partners_welcome_until nulls last, dated_on desc, project.id
    limit ${limit}`.execute(db)
  return rows
}

/** What is over and whose money is known, newest first. */
export async function listEarlierWithFigures(db: Db, limit: number) {
  const { rows } = await sql<HomeProject & { pounds: number }>`
    select project.title, project.slug, funding.amount_pounds as pounds,
      coalesce(organisation.name, project.organisation_as_published) as organisation
    from (
      select project_id, amount_pounds, decided_on from project_funding
      where amount_pounds is not null order by decided_on desc, id limit 50) as funding
    join project on project.id = funding.project_id
    left join organisation on organisation.id = project.organisation_id
    where ${isListed} and state in ('finished', 'earlier')
    order by funding.decided_on desc, project.id
    limit ${limit}`.execute(db)
  return rows
}
