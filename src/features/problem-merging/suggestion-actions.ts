import { nearOf } from '#features/check/index.ts'
import { keptModels, listNeighbours } from '#features/meaning/index.ts'
import { isPublishedProblem, listWholeProblems } from '#features/problems/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { insertNotSame, listFindableAfter, type Pair } from './suggestion-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'problem-pair.not-the-same': { oneId: string; otherId: string }
  }
}

/** `kept`: the nearest of all pairs, so that a night's work and what it leaves stay small. */
const limits = { problemsAtOnce: 10, neighboursOfEach: 10, kept: 5000 }

const before = '00000000-0000-0000-0000-000000000000'

/** At least related, as the check page calls it: a person looks at each. */
const isNearEnough = (id: string, similarity: number) =>
  (nearOf({ kind: 'problem', id, similarity })?.closeness ?? 0) > 1

/** The nearest pairs among all problems that everyone finds, nearest first. Writes nothing, and leaves others their turn. */
export async function findPairs(db: Db): Promise<Pair[]> {
  const found = new Map<string, Pair>()
  for (let after = before; ; ) {
    const ids = await listFindableAfter(db, after, limits.problemsAtOnce)
    if (ids.length === 0) break
    const asked = { kind: 'problem', ids, mostOfEach: limits.neighboursOfEach }
    for (const { id, other, similarity } of await listNeighbours(db, keptModels(), asked)) {
      if (!isNearEnough(other, similarity)) continue
      const [oneId, otherId] = id < other ? [id, other] : [other, id]
      const key = `${oneId} ${otherId}`
      // Each is asked of the other: a passage of one may be nearer to the whole of the other than the other way round.
      found.set(key, { oneId, otherId, similarity: Math.max(similarity, found.get(key)?.similarity ?? 0) })
    }
    after = ids.at(-1)!
  }
  return [...found.values()]
    .toSorted((a, b) => b.similarity - a.similarity || (a.oneId < b.oneId ? -1 : 1))
    .slice(0, limits.kept)
}

export const bothNeeded = 'One of these two problems is there no more. Load the page of suggestions again.'

/** A curator says that two problems are not the same: the pair is not suggested again. */
export const sayNotSame = (db: Db, clock: Clock, actor: Person, ids: [string, string]): Promise<void> =>
  db.transaction().execute(async trx => {
    const problems = (await listWholeProblems(trx, ids)).filter(isPublishedProblem)
    if (problems.length !== 2) throw failure('conflict', bothNeeded)
    const [oneId, otherId] = problems.map(problem => problem.id).toSorted() as [string, string]
    const id = newId()
    const isNew = await insertNotSame(trx, { id, one_id: oneId, other_id: otherId, said_at: clock.now() })
    if (!isNew) return
    await recordActivity(trx, clock, {
      kind: 'problem-pair.not-the-same',
      subject: { kind: 'problem-pair', id },
      actor,
      detail: { oneId, otherId },
    })
  })
