import { listHidden } from '#features/moderation/index.ts'
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
    .select(['organisation.name as organisation_name', 'organisation.slug as organisation_slug'])
    .select(({ fn }) => fn.coalesce('organisation.council_type', 'organisation.kind').as('organisation_type'))

type WholeRow = Awaited<ReturnType<ReturnType<typeof wholeProblems>['execute']>>[number]

async function listReaders(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom('problem_reader')
    .innerJoin('organisation', 'organisation.id', 'problem_reader.organisation_id')
    .select(['problem_id', 'organisation.id', 'organisation.name', 'organisation.slug'])
    .where('problem_id', 'in', ids)
    .orderBy('organisation.name')
    .orderBy('organisation.id')
    .execute()
  return Map.groupBy(rows, ({ problem_id }) => problem_id)
}

async function completed(db: Db, rows: WholeRow[]): Promise<Problem[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const hidden = await listHidden(db, 'problem', ids)
  const readers = await listReaders(db, ids)
  return rows.map(({ organisation_id, organisation_name, organisation_slug, ...row }) => ({
    ...row,
    organisation: { id: organisation_id, name: organisation_name, slug: organisation_slug },
    hidden: hidden.get(row.id) ?? null,
    readers: (readers.get(row.id) ?? []).map(({ id, name, slug }): OrganisationName => ({ id, name, slug })),
  }))
}

/** Whole problems by id, whoever may see them; ids that are none are absent. */
export async function listWholeProblems(db: Db, ids: string[]): Promise<Problem[]> {
  if (ids.length === 0) return []
  return completed(db, await wholeProblems(db).where('problem.id', 'in', ids).execute())
}

/** A problem by its slug, or by its id as its organisation's drafts are addressed; undefined when there is none. */
export async function findByRef(db: Db, ref: string): Promise<Problem | undefined> {
  const column = isId(ref) ? 'problem.id' : 'problem.slug'
  return (await completed(db, await wholeProblems(db).where(column, '=', ref).execute()))[0]
}

/** A published problem that this actor may see, by its slug; undefined for everything else. */
export async function resolveProblemSlug(
  db: Db,
  actor: Actor,
  slug: string,
): Promise<PublishedProblem | undefined> {
  const problem = await findByRef(db, slug)
  return problem && isPublished(problem) && maySeeProblem(actor, problem) ? problem : undefined
}

/** As {@link resolveProblemSlug}; throws when absent. */
export async function findProblem(db: Db, actor: Actor, slug: string): Promise<PublishedProblem> {
  const problem = await resolveProblemSlug(db, actor, slug)
  if (!problem) throw failure('absent', '')
  return problem
}

/** Published problems that this actor may see, by id; all others are absent. */
export async function listProblemsById(
  db: Db,
  actor: Actor,
  ids: string[],
): Promise<Map<string, PublishedProblem>> {
  const problems = await listWholeProblems(db, ids)
  return new Map(
    problems
      .filter(isPublished)
      .filter(problem => maySeeProblem(actor, problem))
      .map(problem => [problem.id, problem]),
  )
}

/** What was published for some only, this actor among them, and lists show to them. */
export const listShownTo = async (db: Db, actor: Actor): Promise<PublishedProblem[]> =>
  (await listWholeProblems(db, await listClosedIds(db, actor))).filter(isPublished)

/** Those of these ids that everyone may find. */
export const listFindable = async (db: Db, ids: string[]): Promise<PublishedProblem[]> =>
  (await listWholeProblems(db, ids)).filter(isFindable)
