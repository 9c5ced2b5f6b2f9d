import type { Db } from '#plumbing/database/database.ts'

/** What a person looks after, and what they were asked and answered. */
export async function listKeptBy(db: Db, personId: string) {
  const kept = await db
    .selectFrom('review')
    .select(['kind', 'subject_id', 'owner_id', 'deputy_id', 'due_on'])
    .where(({ or, eb }) => or([eb('owner_id', '=', personId), eb('deputy_id', '=', personId)]))
    .orderBy('id')
    .execute()
  const asked = await db
    .selectFrom('review_ask')
    .innerJoin('review', 'review.id', 'review_id')
    .select(['kind', 'subject_id', 'role', 'asked_at', 'used_at', 'answer'])
    .where('person_id', '=', personId)
    .orderBy('review_ask.id')
    .execute()
  return { kept, asked }
}

/** Leaves what was answered, by nobody; what they looked after has no owner, and their links are void. */
export async function forgetKeeper(trx: Db, personId: string): Promise<void> {
  await trx.updateTable('review').set({ owner_id: null }).where('owner_id', '=', personId).execute()
  await trx.updateTable('review').set({ deputy_id: null }).where('deputy_id', '=', personId).execute()
  await trx
    .updateTable('review_ask')
    .set({ person_id: null, link_hash: null })
    .where('person_id', '=', personId)
    .execute()
}

/** Who was asked about something by a moment, as its owner or deputy, and has not answered; nor has anyone else. */
export const listAskedBy = (db: Db, role: 'owner' | 'deputy', by: Date) =>
  db
    .selectFrom('review_ask')
    .innerJoin('review', join =>
      join
        .onRef('review.id', '=', 'review_id')
        .onRef(role === 'owner' ? 'owner_id' : 'deputy_id', '=', 'person_id'),
    )
    .select(['person_id as personId', 'organisation_id as organisationId', 'asked_at as since'])
    .where('role', '=', role)
    .where('asked_at', '<=', by)
    .where('used_at', 'is', null)
    .where('closed_at', 'is', null)
    .whereRef('confirmed_at', '<=', 'asked_at')
    .$narrowType<{ personId: string }>()
    .execute()
