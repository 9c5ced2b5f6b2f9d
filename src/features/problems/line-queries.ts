import type { Db } from '#plumbing/database/database.ts'

/** What everyone may find: as `isFindable` says. */
const findable = (db: Db) =>
  db
    .selectFrom('problem')
    .where('problem.state', 'in', ['published', 'solved'])
    .where('visibility', '=', 'public')
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('moderation_hold')
            .select('subject_id')
            .where('subject_kind', '=', 'problem')
            .whereRef('subject_id', '=', 'problem.id'),
        ),
      ),
    )

export async function listFindableIds(db: Db): Promise<string[]> {
  const rows = await findable(db).select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

export async function countFindable(db: Db): Promise<number> {
  const { count } = await findable(db)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export const listForSitemap = (db: Db) => findable(db).select(['slug', 'changed_at']).orderBy('id').execute()

const findableLines = (db: Db) =>
  findable(db)
    .innerJoin('organisation', 'organisation.id', 'problem.organisation_id')
    .leftJoin('service', 'service.id', 'problem.service_id')
    .select(['problem.title', 'problem.slug', 'problem.state', 'published_at'])
    .select(['organisation.name as organisation', 'service.name as service'])
    .orderBy('published_at', 'desc')
    .orderBy('problem.id', 'desc')

export type ProblemLine = Awaited<ReturnType<ReturnType<typeof findableLines>['execute']>>[number]

/** What an organisation shows to everyone, newest first. */
export const listOfOrganisation = (db: Db, organisationId: string): Promise<ProblemLine[]> =>
  findableLines(db).where('problem.organisation_id', '=', organisationId).execute()

/** What is shown to everyone about a service, newest first. */
export const listOfService = (db: Db, serviceId: number): Promise<ProblemLine[]> =>
  findableLines(db).where('problem.service_id', '=', serviceId).execute()

/** All problems of an organisation, as its members see them: what was changed last comes first. */
export const listOwn = (db: Db, organisationId: string) =>
  db
    .selectFrom('problem')
    .leftJoin('moderation_hold', join =>
      join.on('subject_kind', '=', 'problem').onRef('subject_id', '=', 'problem.id'),
    )
    .select(['id', 'slug', 'title', 'problem.state', 'visibility', 'changed_at', 'published_at', 'closed_at'])
    .select('moderation_hold.state as hidden')
    .where('organisation_id', '=', organisationId)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute()

/** What a person wrote in their organisation's name: problems they began, and versions they made. */
export async function listWrittenBy(db: Db, personId: string) {
  const begun = await db
    .selectFrom('problem')
    .select(['id', 'slug', 'title', 'state', 'created_at'])
    .where('created_by', '=', personId)
    .orderBy('created_at')
    .execute()
  const versions = await db
    .selectFrom('problem_version')
    .innerJoin('problem', 'problem.id', 'problem_id')
    .select(['problem.id', 'slug', 'title', 'number', 'act', 'note', 'made_at'])
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .execute()
  return { begun, versions }
}

/** Takes a person out of what they wrote; what their organisation published stays. */
export async function forgetWriter(trx: Db, personId: string): Promise<void> {
  await trx.updateTable('problem').set({ created_by: null }).where('created_by', '=', personId).execute()
  await trx
    .updateTable('problem_version')
    .set({ person_id: null })
    .where('person_id', '=', personId)
    .execute()
}
