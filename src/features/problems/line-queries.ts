import { type Actor, visitor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { isListedFor } from './listed-queries.ts'

const listedFor = (db: Db, actor: Actor) => db.selectFrom('problem').where(isListedFor(actor))

const findable = (db: Db) => listedFor(db, visitor)

export async function listFindableIds(db: Db): Promise<string[]> {
  const rows = await findable(db).select('id').orderBy('id').execute()
  return rows.map(({ id }) => id)
}

/** Of what was published for some only, what is shown to this actor. */
export async function listClosedIds(db: Db, actor: Actor): Promise<string[]> {
  const rows = await listedFor(db, actor)
    .select('id')
    .where('visibility', '!=', 'public')
    .orderBy('id')
    .execute()
  return rows.map(({ id }) => id)
}

export async function countFindable(db: Db): Promise<number> {
  const { count } = await findable(db)
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

export const listForSitemap = (db: Db) => findable(db).select(['slug', 'changed_at']).orderBy('id').execute()

const listedLines = (db: Db, actor: Actor) =>
  listedFor(db, actor)
    .innerJoin('organisation', 'organisation.id', 'problem.organisation_id')
    .leftJoin('service', 'service.id', 'problem.service_id')
    .select(['problem.title', 'problem.slug', 'problem.state', 'visibility', 'published_at'])
    .select(['organisation.name as organisation', 'service.name as service'])
    .orderBy('published_at', 'desc')
    .orderBy('problem.id', 'desc')

export type ProblemLine = Awaited<ReturnType<ReturnType<typeof listedLines>['execute']>>[number]

/** What an organisation shows to this actor, newest first. */
export const listOfOrganisation = (db: Db, organisationId: string, actor: Actor): Promise<ProblemLine[]> =>
  listedLines(db, actor).where('problem.organisation_id', '=', organisationId).execute()

/** What is shown to this actor about a service, newest first. */
export const listOfService = (db: Db, serviceId: number, actor: Actor): Promise<ProblemLine[]> =>
  listedLines(db, actor).where('problem.service_id', '=', serviceId).execute()

/** All problems of an organisation, as its members see them: what was changed last comes first. */
export const listOwn = (db: Db, organisationId: string) =>
  db
    .selectFrom('problem')
    .leftJoin('moderation_hold', join =>
      join.on('subject_kind', '=', 'problem').onRef('subject_id', '=', 'problem.id'),
    )
    .select(['id', 'slug', 'title', 'problem.state', 'visibility', 'changed_at', 'published_at', 'closed_at'])
    .select(['moderation_hold.state as hidden', 'merged_into'])
    .where('organisation_id', '=', organisationId)
    .orderBy('changed_at', 'desc')
    .orderBy('id')
    .execute()

/** What of these organisations waits for a curator, the latest first: in no list, but told to their members. */
export const listWaiting = (db: Db, organisationIds: string[]) =>
  db
    .selectFrom('problem')
    .innerJoin('moderation_hold as hold', join =>
      join
        .on('hold.subject_kind', '=', 'problem')
        .on('hold.state', '=', 'held')
        .onRef('hold.subject_id', '=', 'problem.id'),
    )
    .select(['problem.id', 'slug', 'title'])
    .where('organisation_id', 'in', organisationIds)
    .where('problem.state', 'in', ['published', 'solved'])
    .orderBy('published_at', 'desc')
    .orderBy('problem.id')
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
