import { embedQuery, explainMeaning, listNearest, type QueryVector } from '#features/meaning/index.ts'
import { explainWords, rankByText, type Meeting as WordMeeting } from '#features/search/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Reached } from './near.ts'

/** `mayLeave`: it was typed on a public page, and goes to an embedding service if the operator lets questions go. Never a draft. */
type Reaching = { kinds: string[]; limit: number; mayLeave: boolean }

/** The records of these kinds that a text reaches, `limit` by its words and as many by what it means. */
export const listReached = async (db: Db, text: string, { mayLeave, ...reaching }: Reaching) =>
  (await readText(db, text, { mayLeave }))(reaching)

/** A text whose meaning is asked for once, to be looked up among several kinds. */
export async function readText(db: Db, text: string, { mayLeave }: Pick<Reaching, 'mayLeave'>) {
  const question = await embedQuery(text, { mayLeave })
  return (reaching: Omit<Reaching, 'mayLeave'>) => reach(db, text, question, reaching)
}

export type Reach = Awaited<ReturnType<typeof readText>>

async function reach(
  db: Db,
  text: string,
  question: QueryVector | null,
  { kinds, limit }: Omit<Reaching, 'mayLeave'>,
): Promise<Reached[]> {
  const hits = await rankByText(db, text, { kinds, limit })
  const near = question ? await listNearest(db, question, { kinds, limit }) : []
  const reached = new Map<string, Reached>()
  for (const { kind, id, similarity } of near) reached.set(`${kind} ${id}`, { kind, id, similarity })
  for (const words of hits) {
    const { kind, id } = words
    reached.set(`${kind} ${id}`, { ...reached.get(`${kind} ${id}`), kind, id, words })
  }
  return [...reached.values()]
}

export type Meeting = Pick<WordMeeting, 'yours' | 'theirs'>

/** For each record the sentences that met: by their words, or where none is shared by what they mean. */
export async function listMeetings(
  db: Db,
  asked: string[],
  records: string[][],
): Promise<(Meeting | undefined)[]> {
  const met: (Meeting | undefined)[] = await explainWords(db, asked, records)
  const unmet = met.flatMap((meeting, at) => (meeting ? [] : [at]))
  const meant = await explainMeaning(
    asked,
    unmet.map(at => records[at]!),
  )
  const said = (text: string) => [{ text, isMarked: false }]
  for (const [n, at] of unmet.entries()) {
    const pair = meant[n]
    if (pair) met[at] = { yours: said(asked[pair.yours]!), theirs: said(records[at]![pair.theirs]!) }
  }
  return met
}
