import type { Db } from '#plumbing/database/database.ts'
import { isId, type Problem, type ProblemParts } from './problem.ts'
import type { ProblemTable, ProblemVersionTable } from './tables.ts'

export type NewDraft = Pick<ProblemTable, 'title' | 'happens' | 'service_id' | 'organisation_id'> & {
  id: string
  created_by: string
  now: Date
}

export const insertDraft = (trx: Db, { now, ...draft }: NewDraft) =>
  trx
    .insertInto('problem')
    .values({ ...draft, state: 'draft', created_at: now, changed_at: now })
    .execute()

/** Keeps a problem from being changed by anyone else until the transaction ends. */
export async function lockProblem(trx: Db, ref: string): Promise<void> {
  await trx
    .selectFrom('problem')
    .select('id')
    .where(isId(ref) ? 'id' : 'slug', '=', ref)
    .forUpdate()
    .execute()
}

export type ProblemChange = Partial<ProblemParts> &
  Partial<
    Pick<
      Problem,
      'slug' | 'state' | 'version' | 'compared_at' | 'published_at' | 'closed_at' | 'closing_note'
    >
  > & { changed_at: Date }

export const updateProblem = (trx: Db, id: string, change: ProblemChange) =>
  trx.updateTable('problem').set(change).where('id', '=', id).execute()

export async function markMergedInto(trx: Db, ids: string[], into: string | null): Promise<void> {
  if (ids.length > 0)
    await trx.updateTable('problem').set({ merged_into: into }).where('id', 'in', ids).execute()
}

/** Whether it stands for others, which were merged into it. */
export async function standsForOthers(trx: Db, id: string): Promise<boolean> {
  const other = trx.selectFrom('problem').select('id').where('merged_into', '=', id).limit(1)
  return (await other.executeTakeFirst()) !== undefined
}

export type ProblemAct = ProblemVersionTable['act']

export type NewVersion = {
  problem_id: string
  number: number
  act: ProblemAct
  said: ProblemParts
  note: string | null
  organisation_id: string
  person_id: string
  made_at: Date
}

export const insertVersion = (trx: Db, version: NewVersion) =>
  trx
    .insertInto('problem_version')
    .values({ ...version, said: JSON.stringify(version.said) })
    .execute()

/** Slugs that begin like this one. */
export async function listSlugsLike(db: Db, base: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('problem')
    .select('slug')
    .where(({ eb, or }) => or([eb('slug', '=', base), eb('slug', 'like', `${base}-%`)]))
    .execute()
  return new Set(rows.flatMap(({ slug }) => slug ?? []))
}

export async function deleteDraft(trx: Db, id: string): Promise<void> {
  await trx.deleteFrom('problem_reader').where('problem_id', '=', id).execute()
  await trx.deleteFrom('problem').where('id', '=', id).where('state', '=', 'draft').execute()
}

export const insertReader = (trx: Db, problemId: string, organisationId: string) =>
  trx
    .insertInto('problem_reader')
    .values({ problem_id: problemId, organisation_id: organisationId })
    .onConflict(conflict => conflict.doNothing())
    .execute()

export const deleteReader = (trx: Db, problemId: string, organisationId: string) =>
  trx
    .deleteFrom('problem_reader')
    .where('problem_id', '=', problemId)
    .where('organisation_id', '=', organisationId)
    .execute()
