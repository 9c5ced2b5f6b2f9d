import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { nothingPlanned, type Partner, type Plan, type PlanParts } from './plan.ts'

const wholePlans = (db: Db) =>
  db
    .selectFrom('plan')
    .innerJoin('organisation', 'organisation.id', 'plan.organisation_id')
    .select(['plan.id', 'plan.state', 'plan.slug', 'said', 'version', 'changed_at'])
    .select(['published_at', 'withdrawn_at', 'withdrawal_reason', 'plan.organisation_id'])
    .select(['organisation.name as organisation_name', 'organisation.slug as organisation_slug'])

type PlanRow = Awaited<ReturnType<ReturnType<typeof wholePlans>['execute']>>[number]

async function listPartners(db: Db, planIds: string[]): Promise<Map<string, Partner[]>> {
  const rows = await db
    .selectFrom('plan_partner')
    .innerJoin('organisation', 'organisation.id', 'plan_partner.organisation_id')
    .select(['plan_partner.id', 'plan_id', 'began_with', 'plan_partner.state', 'message', 'asked_at'])
    .select(['decided_at', 'organisation_id', 'organisation.name', 'organisation.slug'])
    .where('plan_id', 'in', planIds)
    .orderBy('asked_at')
    .orderBy('plan_partner.id')
    .execute()
  const named = rows.map(({ organisation_id, name, slug, ...row }) => ({
    ...row,
    organisation: { id: organisation_id, name, slug },
  }))
  return Map.groupBy(named, ({ plan_id }) => plan_id)
}

/** In place of a problem that was merged stands the one that it was merged into. */
async function listProblemIds(db: Db, planIds: string[]): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom('plan_problem')
    .innerJoin('problem', 'problem.id', 'problem_id')
    .select(({ fn }) => ['plan_id', fn.coalesce('problem.merged_into', 'problem.id').as('problem_id')])
    .where('plan_id', 'in', planIds)
    .orderBy('added_at')
    .orderBy('problem_id')
    .execute()
  const ofPlans = Map.groupBy(rows, ({ plan_id }) => plan_id)
  return new Map(
    [...ofPlans].map(([id, rows]) => [id, [...new Set(rows.map(({ problem_id }) => problem_id))]]),
  )
}

/** The problems that a project written here addresses. */
export const listProblemsAddressed = async (db: Db, projectId: string): Promise<string[]> =>
  (await listProblemIds(db, [projectId])).get(projectId) ?? []

async function completed(db: Db, rows: PlanRow[]): Promise<Plan[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const partners = await listPartners(db, ids)
  const problemIds = await listProblemIds(db, ids)
  return rows.map(({ organisation_id, organisation_name, organisation_slug, said, ...row }) => ({
    ...row,
    said: { ...nothingPlanned, ...(said as PlanParts) },
    organisation: { id: organisation_id, name: organisation_name, slug: organisation_slug },
    partners: partners.get(row.id) ?? [],
    problemIds: problemIds.get(row.id) ?? [],
  }))
}

/** A plan by its id; undefined when there is none. */
export async function findPlan(db: Db, id: string): Promise<Plan | undefined> {
  return (await completed(db, await wholePlans(db).where('plan.id', '=', id).execute()))[0]
}

/** Plans by id, whoever may see them; ids that are none are absent. */
export const listPlans = async (db: Db, ids: string[]): Promise<Plan[]> =>
  ids.length === 0 ? [] : completed(db, await wholePlans(db).where('plan.id', 'in', ids).execute())

/** What was published under a slug, if it was written here. */
export async function findPlanOfSlug(db: Db, slug: string): Promise<Plan | undefined> {
  return (await completed(db, await wholePlans(db).where('plan.slug', '=', slug).execute()))[0]
}

/** What is published under a slug, for those who run the site; a Failure where there is none. */
export async function findPublished(db: Db, slug: string): Promise<Plan> {
  const plan = await findPlanOfSlug(db, slug)
  if (plan?.state !== 'published')
    throw failure('absent', `There is no project “${slug}” that was written here.`)
  return plan
}

/** What an organisation is writing and has published, the latest changed first. */
export const listPlansOfOrganisation = async (db: Db, organisationId: string): Promise<Plan[]> =>
  completed(
    db,
    await wholePlans(db)
      .where('plan.organisation_id', '=', organisationId)
      .orderBy('changed_at', 'desc')
      .orderBy('plan.id')
      .execute(),
  )

/** What was published about a problem, or about one that was merged into it, the latest published first. */
export const listPlansOfProblem = async (db: Db, problemId: string): Promise<Plan[]> =>
  completed(
    db,
    await wholePlans(db)
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('plan_problem')
            .innerJoin('problem', 'problem.id', 'problem_id')
            .select('plan_id')
            .whereRef('plan_id', '=', 'plan.id')
            .where(({ or, eb }) =>
              or([eb('problem.id', '=', problemId), eb('problem.merged_into', '=', problemId)]),
            ),
        ),
      )
      .where('plan.state', '=', 'published')
      .orderBy('published_at', 'desc')
      .orderBy('plan.id')
      .execute(),
  )
