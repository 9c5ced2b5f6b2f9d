import type { Db } from '#plumbing/database/database.ts'
import type { Problem } from './problem.ts'
import { listWholeProblems } from './queries.ts'
import { lockProblem, markMergedInto } from './stored-problems.ts'

/** These problems as they stand, and nobody else changes them until the transaction ends. */
export async function lockProblems(trx: Db, ids: string[]): Promise<Map<string, Problem>> {
  for (const id of ids.toSorted()) await lockProblem(trx, id)
  return new Map((await listWholeProblems(trx, ids)).map(problem => [problem.id, problem]))
}

/** Lets one problem stand for others, which leave all lists; null lets each stand for itself again. Records nothing. */
export const setMergedInto = (trx: Db, ids: string[], into: string | null): Promise<void> =>
  markMergedInto(trx, ids, into)
