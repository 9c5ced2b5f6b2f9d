import type { Visibility } from '#features/accounts/index.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'

type Published = { by?: string; visibility?: Visibility; slug?: string; title?: string }

/** A problem that an organisation (by its slug) has published, as if by the door, with nothing yet following from it. */
export async function insertProblem(db: Db, clock: Clock, published: Published = {}) {
  const {
    by = 'surrey-county-council',
    visibility = 'public',
    slug = 'missed-bins',
    title = 'Missed bins',
  } = published
  const { id: organisation_id } = await db
    .selectFrom('organisation')
    .select('id')
    .where('slug', '=', by)
    .executeTakeFirstOrThrow()
  const now = clock.now()
  const id = newId()
  await db
    .insertInto('problem')
    .values({
      id,
      slug,
      title,
      organisation_id,
      visibility,
      state: 'published',
      happens: 'Residents ring because their bin was not emptied, and nobody knows why.',
      version: 1,
      created_at: now,
      changed_at: now,
      published_at: now,
    })
    .execute()
  return { id, slug, organisationId: organisation_id }
}

/** Organisations whose first post has been read before: what they publish is not held. */
export async function trust(db: Db, clock: Clock, ...slugs: string[]) {
  const organisations = await db.selectFrom('organisation').select('id').where('slug', 'in', slugs).execute()
  await db
    .insertInto('moderation_trusted')
    .values(organisations.map(({ id }) => ({ organisation_id: id, since: clock.now() })))
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** As {@link insertProblem}, with what its publishing records: all that follows from it does. */
export async function publishProblem(db: Db, clock: Clock, published: Published = {}) {
  const problem = await insertProblem(db, clock, published)
  await db
    .insertInto('activity')
    .values({
      id: newId(),
      kind: 'problem.published',
      subject_kind: 'problem',
      subject_id: problem.id,
      actor_kind: 'system',
      detail: '{}',
      occurred_at: clock.now(),
    })
    .execute()
  return problem
}
