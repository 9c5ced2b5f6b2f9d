import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { asScore } from './bm25.ts'
import { type Query, rankDocuments, readQuery, ringWeight } from './ranking-queries.ts'
import { isRing, termOfRing } from './ring-words.ts'

export type TextHit = {
  kind: string
  id: string
  /** Higher is nearer; comparable within one answer only. */
  score: number
  /** The share of what the text is about that this document speaks of, 0 to 1: words counted by their rarity. */
  coverage: number
  /** The words of the text that met, themselves or in other words of their ring, as PostgreSQL stems them, the weightiest first. */
  terms: string[]
}

/**
 * The seam where meaning plugs in: which of all that is published is about the same as this text, nearest first.
 * Whoever ranks by other means than words changes this one function and keeps its answer.
 */
export async function rankByText(
  db: Db,
  text: string,
  { kinds, limit }: { kinds?: string[]; limit: number },
): Promise<TextHit[]> {
  const query = await readQuery(db, text)
  const groups = kinds ? [kinds.map(kind => `kind:${kind}`)] : []
  const { ids, scores } = await rankDocuments(db, query, { groups, most: limit })
  const words = meantWords(query)
  const whole = sumOf(words)
  const { rows } = await sql<{ number: number; kind: string; id: string; terms: number[] }>`
    select search_document.id as number, kind, subject_id as id, array_agg(term_id) as terms
    from search_document join search_posting on document_id = search_document.id
    where search_document.id = any(${ids}::integer[]) and term_id = any(${query.terms.map(({ id }) => id)}::integer[])
    group by search_document.id`.execute(db)
  const found = new Map(rows.map(row => [row.number, row]))
  return ids.map((number, at) => {
    const { kind, id, terms } = found.get(number)!
    const met = words
      .map(word => ({ ...word, weight: word.weight * shareOf(word, new Set(terms)) }))
      .filter(({ weight }) => weight > 0)
      .sort((a, b) => b.weight - a.weight)
    // A word and its ring are one thing that was asked for, though both add to the score.
    const asked = Math.min(1, sumOf(met) / sumOf(query.terms.filter(term => terms.includes(term.id))))
    return {
      kind,
      id,
      score: asScore(scores[at]!) * asked,
      coverage: sumOf(met) / whole,
      terms: met.map(({ term }) => term),
    }
  })
}

const sumOf = (counted: { weight: number }[]) => counted.reduce((sum, { weight }) => sum + weight, 0)

/** A word of the text, by its own term and those of its rings; `id` 0 where no document holds the word itself. */
type MeantWord = { term: string; weight: number; id: number; rings: number[] }

function meantWords({ terms, rings }: Query): MeantWord[] {
  const words = new Map<string, MeantWord>()
  for (const { id, term, weight } of terms)
    if (!isRing(term)) words.set(term, { term, weight, id, rings: [] })
  for (const { ring, asked, words: ofRing } of rings) {
    const itsTerm = terms.find(({ term }) => term === termOfRing(ring))
    if (!itsTerm) continue
    const stems = ofRing.flatMap(({ form, stems }) => (asked.includes(form) ? stems : []))
    const known = stems.filter(stem => words.has(stem))
    for (const stem of known) words.get(stem)!.rings.push(itsTerm.id)
    const weight = itsTerm.weight / ringWeight
    if (known.length === 0) words.set(stems[0]!, { term: stems[0]!, weight, id: 0, rings: [itsTerm.id] })
  }
  return [...words.values()]
}

/** What a document has of a word: all where it holds it, a part where it holds another of its ring. */
const shareOf = ({ id, rings }: MeantWord, has: ReadonlySet<number>) =>
  has.has(id) ? 1 : rings.some(ring => has.has(ring)) ? ringWeight : 0

/** How many documents of each kind the index holds. */
export async function countIndexed(db: Db): Promise<Map<string, number>> {
  const { rows } = await sql<{ kind: string; count: number }>`
    select kind, count(*) as count from search_document group by kind`.execute(db)
  return new Map(rows.map(({ kind, count }) => [kind, count]))
}
