import type { Db } from '#plumbing/database/database.ts'
import type { GuideKind, GuideWords } from './guide.ts'

type NewGuide = { id: string; slug: string; kind: GuideKind; place: number; changed_at: Date }

export const insertGuide = (trx: Db, guide: NewGuide) => trx.insertInto('guide').values(guide).execute()

/** The guide, locked. */
export const lockGuide = (trx: Db, slug: string) =>
  trx
    .selectFrom('guide')
    .select(['id', 'version', 'revision'])
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst()

/** From here on, what was opened before is out of date. */
export const countRevision = (trx: Db, id: string) =>
  trx
    .updateTable('guide')
    .set(({ eb }) => ({ revision: eb('revision', '+', 1) }))
    .where('id', '=', id)
    .execute()

type NewVersion = GuideWords & {
  guide_id: string
  number: number
  note: string | null
  is_shipped: boolean
  person_id: string | null
  published_at: Date
}

/** Writes a version and makes it the one that everyone reads. */
export async function insertVersion(trx: Db, version: NewVersion): Promise<void> {
  const { guide_id, number, is_shipped, published_at } = version
  await trx.insertInto('guide_version').values(version).execute()
  await trx
    .updateTable('guide')
    .set({ version: number, changed_at: published_at, ...(!is_shipped && { is_curated: true }) })
    .where('id', '=', guide_id)
    .execute()
}

export const updatePlace = (trx: Db, id: string, { kind, place }: { kind: GuideKind; place: number }) =>
  trx.updateTable('guide').set({ kind, place }).where('id', '=', id).execute()

type SavedDraft = GuideWords & {
  guide_id: string
  note: string | null
  person_id: string
  saved_at: Date
}

export const saveDraftRow = (trx: Db, draft: SavedDraft) =>
  trx
    .insertInto('guide_draft')
    .values(draft)
    .onConflict(conflict => {
      const { guide_id: _, ...said } = draft
      return conflict.column('guide_id').doUpdateSet(said)
    })
    .execute()

export const deleteDraft = (trx: Db, guideId: string) =>
  trx.deleteFrom('guide_draft').where('guide_id', '=', guideId).execute()

type NewWithdrawal = { id: string; guide_id: string; reason: string; person_id: string; withdrawn_at: Date }

/** Withdraws a guide; from then on it is the curators', and what ships with Pipeline changes it no more. */
export async function insertWithdrawal(trx: Db, withdrawal: NewWithdrawal): Promise<void> {
  await trx.insertInto('guide_withdrawal').values(withdrawal).execute()
  await trx.updateTable('guide').set({ is_curated: true }).where('id', '=', withdrawal.guide_id).execute()
}

/** Ends the withdrawal that stands; whether there was one. */
export async function endWithdrawal(trx: Db, guideId: string, by: { personId: string; at: Date }) {
  const { numUpdatedRows } = await trx
    .updateTable('guide_withdrawal')
    .set({ ended_by: by.personId, ended_at: by.at })
    .where('guide_id', '=', guideId)
    .where('ended_at', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0
}

/** What a person published, is writing, withdrew and put back, for their own copy. */
export const listWrittenBy = async (db: Db, personId: string) => ({
  versions: await db
    .selectFrom('guide_version')
    .innerJoin('guide', 'guide.id', 'guide_id')
    .select(['slug', 'number', 'title', 'note', 'published_at as at'])
    .where('person_id', '=', personId)
    .orderBy('published_at')
    .execute(),
  drafts: await db
    .selectFrom('guide_draft')
    .innerJoin('guide', 'guide.id', 'guide_id')
    .select(['slug', 'title', 'note', 'saved_at as at'])
    .where('person_id', '=', personId)
    .orderBy('saved_at')
    .execute(),
  withdrawals: await db
    .selectFrom('guide_withdrawal')
    .innerJoin('guide', 'guide.id', 'guide_id')
    .select(['slug', 'reason', 'withdrawn_at as at'])
    .where('person_id', '=', personId)
    .orderBy('withdrawn_at')
    .execute(),
  returns: await db
    .selectFrom('guide_withdrawal')
    .innerJoin('guide', 'guide.id', 'guide_id')
    .select(['slug', 'ended_at as at'])
    .where('ended_by', '=', personId)
    .orderBy('ended_at')
    .execute(),
})

/** What they wrote stays, for it is the site's; who wrote it goes. */
export async function forgetWriter(trx: Db, personId: string): Promise<void> {
  for (const table of ['guide_version', 'guide_draft', 'guide_withdrawal'] as const)
    await trx.updateTable(table).set({ person_id: null }).where('person_id', '=', personId).execute()
  await trx.updateTable('guide_withdrawal').set({ ended_by: null }).where('ended_by', '=', personId).execute()
}
