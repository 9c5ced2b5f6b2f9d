import { type RawBuilder, sql } from 'kysely'
import type { Hidden } from '#features/moderation/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type Counts, type Matter, maySeeHidden, type Purpose } from './tool.ts'

export type ToolFact = {
  says: string
  source_name: string
  source_url: string | null
  source_as_of: string
}

export type Tool = {
  id: string
  slug: string
  name: string
  purposes: Purpose[]
  listed_by: OrganisationName | null
  /** What is known of it; what is absent is not. */
  facts: Partial<Record<Matter, ToolFact>>
  last_review: { reviewed_on: string; organisation: string } | null
  /** For the public sector; everyone sees `publicCounts` of them. */
  counts: Counts
  hidden: Hidden | null
}

type Stored = Omit<Tool, 'hidden'> & {
  state: 'held' | 'withheld' | null
  reason: string | null
  since: Date | null
}

/** An answer holds for a year: what is allowed changes, and nobody says so. `today` is 'YYYY-MM-DD', in London. */
export const isStale = (saidOn: string, today: string) =>
  sql<boolean>`${sql.ref(saidOn)} <= ${today}::date - interval '1 year'`

async function listWhere(db: Db, today: string, where: RawBuilder<unknown>): Promise<Tool[]> {
  const counted = (answer: string) =>
    sql`(select count(*) from tool_answer as said
      where said.tool_id = tool.id and said.answer = ${answer} and not ${isStale('said.said_on', today)})`
  const { rows } = await sql<Stored>`
    select tool.id, tool.slug, tool.name, tool.purposes, hold.state, hold.reason, hold.since,
      case when organisation.id is not null then
        jsonb_build_object('id', organisation.id, 'name', organisation.name, 'slug', organisation.slug) end as listed_by,
      coalesce((
        select jsonb_object_agg(newest.matter, to_jsonb(newest) - 'matter') from (
          select distinct on (matter) matter, says, source_name, source_url, source_as_of
          from tool_fact where tool_id = tool.id order by matter, id desc) as newest
        where newest.says is not null), '{}') as facts,
      (select jsonb_build_object('reviewed_on', review.reviewed_on, 'organisation', reviewer.name)
        from tool_review as review join organisation as reviewer on reviewer.id = review.organisation_id
        where review.tool_id = tool.id and review.withdrawn_at is null and not exists (
          select from moderation_hold where subject_kind = 'tool-review' and subject_id = review.id)
        order by review.reviewed_on desc, review.id desc limit 1) as last_review,
      jsonb_build_object('open', ${counted('open')}, 'view', ${counted('view')}, 'blocked', ${counted('blocked')}) as counts
    from tool
    left join organisation on organisation.id = tool.listed_by
    left join moderation_hold as hold on hold.subject_kind = 'tool' and hold.subject_id = tool.id
    where ${where}
    order by lower(tool.name), tool.id`.execute(db)
  return rows.map(({ state, reason, since, ...row }) => ({
    ...row,
    hidden: state && since ? { state, reason, since } : null,
  }))
}

/** All tools that are shown to everyone, in the order of their names. */
export const listTools = (db: Db, today: string): Promise<Tool[]> =>
  listWhere(db, today, sql`hold.state is null`)

export const listToolsById = (db: Db, today: string, ids: string[]): Promise<Tool[]> =>
  ids.length === 0 ? Promise.resolve([]) : listWhere(db, today, sql`tool.id = any(${ids}::uuid[])`)

/** A tool by its address, hidden or not; one that is held is absent for who may not see it. */
export async function findTool(db: Db, today: string, actor: Actor, slug: string): Promise<Tool> {
  const [tool] = await listWhere(db, today, sql`tool.slug = ${slug}`)
  const isOpen = tool?.hidden?.state !== 'held' || maySeeHidden(actor, tool.listed_by?.id ?? null)
  if (!tool || !isOpen) throw failure('absent', '')
  return tool
}

export type Review = {
  id: string
  tool_id: string
  organisation: OrganisationName
  version: string
  reviewed_on: string
  rating: number
  found: string
  withdrawn_at: Date | null
  hidden: Hidden | null
}

type StoredReview = Omit<Review, 'hidden'> & Pick<Stored, 'state' | 'reason' | 'since'>

async function listReviewsWhere(db: Db, where: RawBuilder<unknown>): Promise<Review[]> {
  const { rows } = await sql<StoredReview>`
    select review.id, review.tool_id, review.version, review.reviewed_on, review.rating, review.found,
      review.withdrawn_at, hold.state, hold.reason, hold.since,
      jsonb_build_object('id', organisation.id, 'name', organisation.name, 'slug', organisation.slug) as organisation
    from tool_review as review
    join organisation on organisation.id = review.organisation_id
    left join moderation_hold as hold on hold.subject_kind = 'tool-review' and hold.subject_id = review.id
    where ${where}
    order by review.reviewed_on desc, review.id desc`.execute(db)
  return rows.map(({ state, reason, since, ...row }) => ({
    ...row,
    hidden: state && since ? { state, reason, since } : null,
  }))
}

/** Reviews of these tools, newest first, those that are held or withdrawn with the others. */
export const listReviewsOf = (db: Db, toolIds: string[]): Promise<Review[]> =>
  listReviewsWhere(db, sql`review.tool_id = any(${toolIds}::uuid[])`)

export const listReviewsById = (db: Db, ids: string[]): Promise<Review[]> =>
  ids.length === 0 ? Promise.resolve([]) : listReviewsWhere(db, sql`review.id = any(${ids}::uuid[])`)

export type SaidAnswer = {
  organisation_id: string
  tool_id: string
  answer: 'open' | 'view' | 'blocked'
  said_on: string
  /** Said a year ago or more: it counts as not known. */
  is_stale: boolean
}

/** What these organisations said. For readers of the public sector, and for the organisation itself. */
export const listAnswers = async (db: Db, today: string, organisationIds: string[]): Promise<SaidAnswer[]> =>
  organisationIds.length === 0
    ? []
    : await db
        .selectFrom('tool_answer')
        .select(['organisation_id', 'tool_id', 'answer', 'said_on'])
        .select(isStale('said_on', today).as('is_stale'))
        .where('organisation_id', 'in', organisationIds)
        .execute()
