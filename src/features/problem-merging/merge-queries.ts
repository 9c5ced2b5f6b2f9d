import type { Insertable, Updateable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { ProblemMergeAnswerTable, ProblemMergeTable } from './tables.ts'

export type Merge = ProblemMergeTable

export const insertMerge = (trx: Db, merge: Insertable<ProblemMergeTable>) =>
  trx.insertInto('problem_merge').values(merge).execute()

export const updateMerge = (trx: Db, id: string, change: Updateable<ProblemMergeTable>) =>
  trx.updateTable('problem_merge').set(change).where('id', '=', id).execute()

const merges = (db: Db) => db.selectFrom('problem_merge').selectAll()

export const resolveMerge = (db: Db, id: string): Promise<Merge | undefined> =>
  merges(db).where('id', '=', id).executeTakeFirst()

/** Nobody else decides on it until the transaction ends. */
export const lockMerge = (trx: Db, id: string): Promise<Merge | undefined> =>
  merges(trx).where('id', '=', id).forUpdate().executeTakeFirst()

/** All in which these problems are one of the two, the latest first. */
export const listMergesOf = async (db: Db, problemIds: string[]): Promise<Merge[]> =>
  problemIds.length === 0
    ? []
    : merges(db)
        .where(({ or, eb }) => or([eb('goes_id', 'in', problemIds), eb('stays_id', 'in', problemIds)]))
        .orderBy('proposed_at', 'desc')
        .orderBy('id', 'desc')
        .execute()

/** Those that wait for an answer, the longest waiting first. */
export const listProposed = (db: Db): Promise<Merge[]> =>
  merges(db).where('state', '=', 'proposed').orderBy('proposed_at').orderBy('id').execute()

/** Those that were decided, the latest first. */
export const listEnded = (db: Db, most: number): Promise<Merge[]> =>
  merges(db)
    .where('state', '!=', 'proposed')
    .orderBy('proposed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(most)
    .execute()

/** Those that wait since before this moment, locked. */
export const lockProposedBefore = (trx: Db, before: Date): Promise<Merge[]> =>
  merges(trx)
    .where('state', '=', 'proposed')
    .where('proposed_at', '<=', before)
    .orderBy('id')
    .forUpdate()
    .execute()

export async function countProposed(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('problem_merge')
    .where('state', '=', 'proposed')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Ids of the problems that one stands for, directly or through others. */
export async function listMergedBelow(db: Db, problemId: string): Promise<string[]> {
  const found = new Set<string>()
  for (let above = [problemId]; above.length > 0; ) {
    const rows = await db
      .selectFrom('problem_merge')
      .select('goes_id')
      .where('state', '=', 'merged')
      .where('stays_id', 'in', above)
      .execute()
    above = rows.map(({ goes_id }) => goes_id).filter(id => !found.has(id))
    for (const id of above) found.add(id)
  }
  return [...found]
}

export const insertAnswers = (trx: Db, answers: Insertable<ProblemMergeAnswerTable>[]) =>
  trx.insertInto('problem_merge_answer').values(answers).execute()

export type Answer = ProblemMergeAnswerTable & { organisation: string }

/** What owners said to these proposals. */
export const listAnswers = async (db: Db, mergeIds: string[]): Promise<Answer[]> =>
  mergeIds.length === 0
    ? []
    : db
        .selectFrom('problem_merge_answer as answer')
        .innerJoin('organisation', 'organisation.id', 'answer.organisation_id')
        .selectAll('answer')
        .select('organisation.name as organisation')
        .where('merge_id', 'in', mergeIds)
        .orderBy('answered_at')
        .orderBy('side')
        .execute()

/** What a person proposed, answered and undid, for their own copy. */
export async function listDoneBy(db: Db, personId: string) {
  const proposed = await merges(db).where('proposed_by', '=', personId).orderBy('proposed_at').execute()
  const undone = await merges(db).where('undone_by', '=', personId).orderBy('undone_at').execute()
  const answered = await db
    .selectFrom('problem_merge_answer')
    .select(['merge_id', 'says', 'reason', 'answered_at'])
    .where('answered_by', '=', personId)
    .orderBy('answered_at')
    .execute()
  return { proposed, answered, undone }
}

/** What was decided stays, without who decided it. */
export async function forgetPerson(trx: Db, personId: string): Promise<void> {
  const set = trx.updateTable('problem_merge')
  await set.set({ proposed_by: null }).where('proposed_by', '=', personId).execute()
  await set.set({ undone_by: null }).where('undone_by', '=', personId).execute()
  await trx
    .updateTable('problem_merge_answer')
    .set({ answered_by: null })
    .where('answered_by', '=', personId)
    .execute()
}
