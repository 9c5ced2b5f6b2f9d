import { sql } from 'kysely'
import { listResting } from '#features/freshness/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { listClosedIds } from './line-queries.ts'
import {
  isFindable,
  isId,
  isPublished,
  maySeeProblem,
  type Problem,
  type PublishedProblem,
} from './problem.ts'

const wholeProblems = (db: Db) =>
  db
    .selectFrom('problem')
    .innerJoin('organisation', 'organisation.id', 'problem.organisation_id')
    .leftJoin('service', 'service.id', 'problem.service_id')
    .leftJoin('service_area', 'service_area.id', 'service.area_id')
    .select(['problem.id', 'problem.slug', 'problem.state', 'problem.visibility', 'problem.title', 'happens'])
    .select(['affected', 'evidence', 'evidence_links', 'cost_band', 'cost', 'tried', 'good_outcome'])
    .select(['service_id', 'service.name as service', 'service.area_id', 'service_area.label as area'])
    .select(['compared_at', 'version', 'problem.created_at', 'changed_at', 'published_at'])
    .select(['closed_at', 'closing_note', 'problem.organisation_id', 'organisation.region'])
    .select('problem.merged_into')
    .select(['organisation.name as organisation_name', 'organisation.slug as organisation_slug'])
    .select(({ fn }) => fn.coalesce('organisation.council_type', 'organisation.kind').as('organisation_type'))
    .leftJoin('moderation_hold as hold', join =>
      join.on('hold.subject_kind', '=', 'problem').onRef('hold.subject_id', '=', 'problem.id'),
    )
    .select(['hold.state as hidden', 'hold.reason', 'hold.since'])
    .select(
      sql<OrganisationName[] | null>`(
        select jsonb_agg(jsonb_build_object('id', reader.id, 'name', reader.name, 'slug', reader.slug)
          order by reader.name, reader.id)
        from problem_reader join organisation as reader on reader.id = problem_reader.organisation_id
        where problem_reader.problem_id = problem.id)`.as('readers'),
    )

type WholeRow = Awaited<ReturnType<ReturnType<typeof wholeProblems>['execute']>>[number]

function problemFrom({ readers, hidden, reason, since, ...found }: WholeRow): Problem {
  const { organisation_id, organisation_name, organisation_slug, ...row } = found
  return {
    ...row,
    organisation: { id: organisation_id, name: organisation_name, slug: organisation_slug },
    hidden: hidden && since && { state: hidden, reason, since },
    readers: readers ?? [],
  }
}

/** Whole problems by id, whoever may see them; ids that are none are absent. */
export async function listWholeProblems(db: Db, ids: string[]): Promise<Problem[]> {
  if (ids.length === 0) return []
  return (await wholeProblems(db).where('problem.id', 'in', ids).execute()).map(problemFrom)
}

/** A problem by its slug, or by its id as its organisation's drafts are addressed; undefined when there is none. */
export async function findByRef(db: Db, ref: string): Promise<Problem | undefined> {
  const column = isId(ref) ? 'problem.id' : 'problem.slug'
  const row = await wholeProblems(db).where(column, '=', ref).executeTakeFirst()
  return row && problemFrom(row)
}

const seenBy = (actor: Actor, problem: Problem | undefined): PublishedProblem | undefined =>
  problem && isPublished(problem) && maySeeProblem(actor, problem) ? problem : undefined

/**
 * A published problem that this actor may see, by its slug; undefined for everything else. The slug of one that was merged
 * gives the one that stands for it.
 */
export async function resolveProblemSlug(
  db: Db,
  actor: Actor,
  slug: string,
): Promise<PublishedProblem | undefined> {
  const problem = seenBy(actor, await findByRef(db, slug))
  return problem?.merged_into ? seenBy(actor, await findByRef(db, problem.merged_into)) : problem
}

/** As {@link resolveProblemSlug}, but what was merged is itself. */
/** As {@link resolveProblemSlug}; throws when absent. */
export async function findProblem(db: Db, actor: Actor, slug: string): Promise<PublishedProblem> {
  const problem = await resolveProblemSlug(db, actor, slug)
  if (!problem) throw failure('absent', '')
  return problem
}

/** As {@link findProblem}, but one that was merged is found itself. */
export async function findMergedOrNot(db: Db, actor: Actor, slug: string): Promise<PublishedProblem> {
  const problem = seenBy(actor, await findByRef(db, slug))
  if (!problem) throw failure('absent', '')
  return problem
}

/** Those that stand for the merged ones among these. */
const listStandingFor = (db: Db, problems: Problem[]) =>
  listWholeProblems(db, [...new Set(problems.flatMap(({ merged_into }) => merged_into ?? []))])

/**
 * Published problems that this actor may see, by their own id; all others are absent. In place of one that was merged is the
 * one that stands for it.
 */
export async function listProblemsById(
  db: Db,
  actor: Actor,
  ids: string[],
): Promise<Map<string, PublishedProblem>> {
  const found = await listWholeProblems(db, ids)
  const problems = [...found.filter(({ merged_into }) => !merged_into), ...(await listStandingFor(db, found))]
  return new Map(
    problems
      .filter(isPublished)
      .filter(problem => maySeeProblem(actor, problem))
      .map(problem => [problem.id, problem]),
  )
}

/** What was published for some only, this actor among them, and is matched for them. */
export async function listShownTo(db: Db, actor: Actor): Promise<PublishedProblem[]> {
  const ids = await listClosedIds(db, actor)
  const resting = await listResting(db, 'problem', ids)
  const shown = ids.filter(id => !resting.has(id))
  return (await listWholeProblems(db, shown)).filter(isPublished)
}

/** Those of these ids that everyone may find. */
export const listFindable = async (db: Db, ids: string[]): Promise<PublishedProblem[]> =>
  (await listWholeProblems(db, ids)).filter(isFindable)

/** Of those what search and matching hold: nothing that nobody has confirmed for long. */
export async function listMatched(db: Db, ids: string[]): Promise<PublishedProblem[]> {
  const resting = await listResting(db, 'problem', ids)
  return listFindable(
    db,
    ids.filter(id => !resting.has(id)),
  )
}
