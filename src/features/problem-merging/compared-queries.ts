import {
  type ClosenessLevel,
  listMeetings,
  type Meeting,
  nearOf,
  type Segment,
} from '#features/check/index.ts'
import { listProblemsById, type PublishedProblem } from '#features/problems/index.ts'
import { sentencesOf } from '#features/search/index.ts'
import { listStanding } from '#features/stances/index.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Typed } from '#plumbing/form.ts'
import { listSuggested, type Pair } from './suggestion-queries.ts'

/** A problem with how many organisations say today that they have it. */
export type Felt = PublishedProblem & { having: number }

/** Two problems that may be the same, and the sentences of theirs that met; `yours` are those of the one. */
export type Suggestion = { one: Felt; other: Felt; closeness: ClosenessLevel; meeting: Meeting | undefined }

const sentencesIn = ({ title, happens }: PublishedProblem) => [title, ...sentencesOf(happens)]

/** The sentences of two problems that met. */
const findMeeting = async (
  db: Db,
  one: PublishedProblem,
  other: PublishedProblem,
): Promise<Meeting | undefined> => (await listMeetings(db, sentencesIn(one), [sentencesIn(other)]))[0]

/** How many organisations of today have each of these problems, by its id. */
async function listHaving(db: Db, today: string, ids: string[]): Promise<Map<string, number>> {
  const standing = await listStanding(db, today, ids)
  return new Map(
    ids.map(id => [
      id,
      (standing.get(id) ?? []).filter(({ says, isLive }) => says === 'have-it' && isLive).length,
    ]),
  )
}

/** Pairs on which nobody has decided, the nearest first, side by side. */
export async function listSuggestions(
  db: Db,
  actor: Actor,
  { today, most }: { today: string; most: number },
): Promise<Suggestion[]> {
  const pairs = await listSuggested(db, most)
  const ids = [...new Set(pairs.flatMap(({ oneId, otherId }) => [oneId, otherId]))]
  const problems = await listProblemsById(db, actor, ids)
  const having = await listHaving(db, today, ids)
  const felt = (id: string) => ({ ...problems.get(id)!, having: having.get(id) ?? 0 })
  const suggestionOf = async ({ oneId, otherId, similarity }: Pair): Promise<Suggestion> => {
    const [one, other] = [felt(oneId), felt(otherId)]
    const { closeness } = nearOf({ kind: 'problem', id: otherId, similarity })!
    return { one, other, closeness, meeting: await findMeeting(db, one, other) }
  }
  return Promise.all(pairs.map(suggestionOf))
}

/** Of two problems the one that more have, or that was raised first. */
function strongerOf<Of extends Felt>(one: Of, other: Of): Of {
  if (one.having !== other.having) return one.having > other.having ? one : other
  return one.published_at <= other.published_at ? one : other
}

const written = ({ organisation }: PublishedProblem, sentence: Segment[]) =>
  `${organisation.name} writes: “${sentence.map(({ text }) => text).join('')}”`

/** A proposal to merge two problems as its form has it, for a curator to better: which one stays, and what met. */
export async function proposalOf(
  db: Db,
  today: string,
  problem: PublishedProblem,
  other: PublishedProblem,
): Promise<Typed> {
  const having = await listHaving(db, today, [problem.id, other.id])
  const felt = (each: PublishedProblem) => ({ ...each, having: having.get(each.id)! })
  const meeting = await findMeeting(db, problem, other)
  return {
    chosen: other.slug,
    stays: strongerOf(felt(problem), felt(other)).id === problem.id ? 'this' : 'other',
    reason: meeting ? `${written(problem, meeting.yours)}\n${written(other, meeting.theirs)}` : '',
  }
}
