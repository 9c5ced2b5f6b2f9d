import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'

/** What a person is greeted by; throws when there is no such account. */
export async function findOwner(db: Db, personId: string) {
  const owner = await db
    .selectFrom('person')
    .select(['name', 'email'])
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .executeTakeFirst()
  if (!owner) throw failure('absent', '')
  return owner
}
