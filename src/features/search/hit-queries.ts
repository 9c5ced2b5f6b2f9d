import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { markWords, type Part, ringRunsIn, wordsToStem } from './marking.ts'
import { tokensOf } from './plain-words.ts'
import type { AskedRing, Query } from './ranking-queries.ts'
import { isRing, lexiconOf, type RingLexicon } from './ring-words.ts'
import { looked, lookFor, makeSnippet, snippetSource } from './snippet.ts'
import { stemsOf } from './stem-queries.ts'

export type Hit = {
  kind: string
  id: string
  url: string
  title: Part[]
  snippet: Part[]
  /** Words of it that mean the same as what was asked for, 'refuse (also bin)', where it does not show that itself. */
  also: string[]
  meta: string[]
  date: string | null
}

type Row = Omit<Hit, 'title' | 'snippet' | 'also'> & {
  number: number
  title: string
  summary: string
  text: string
}

/** Documents as they are shown, by their numbers, in their order. */
export async function listHits(
  db: Db,
  numbers: number[],
  { terms, rings: asked }: Pick<Query, 'terms' | 'rings'>,
): Promise<(Hit & { number: number })[]> {
  const { rows } = await sql<Row>`
    select document_id as number, kind, subject_id as id, url, title, summary, left(text, ${looked}) as text, meta,
      dated as date
    from unnest(${numbers}::integer[]) with ordinality as wanted (id, place)
    join search_document using (id) join search_text on document_id = search_document.id order by place`.execute(
    db,
  )
  const weights = new Map(terms.map(({ term, weight }) => [term, weight]))
  const wanted = new Set(weights.keys())
  const rings = lexiconOf(asked.flatMap(({ words }) => words))
  const sought = lookFor([...[...wanted].filter(term => !isRing(term)), ...rings.keys()])
  const sources = rows.map(row => snippetSource(row, sought))
  const words = new Set(sources.flatMap(({ passages }) => passages.flatMap(({ words }) => words)))
  for (const word of wordsToStem(rows.map(({ title }) => title))) words.add(word)
  const stems = wanted.size > 0 ? await stemsOf(db, [...words]) : new Map()
  const marks = { stems, wanted, rings }
  return rows.map(({ title, summary, text, ...hit }, at) => {
    const snippet = makeSnippet(sources[at]!, marks, weights)
    const shown = [title, snippet.map(part => part.text).join('')]
    return { ...hit, title: markWords(title, marks), snippet, also: alsoIn(shown, asked, rings) }
  })
}

/** Of each ring the words that stand in these texts, where none of those does that were asked for. */
function alsoIn(texts: string[], asked: AskedRing[], rings: RingLexicon): string[] {
  if (asked.length === 0) return []
  const runs = texts.flatMap(text =>
    ringRunsIn([...tokensOf(text)], rings).map(({ ring, form, tokens }) => ({
      ring,
      form,
      text: text.slice(tokens[0]!.start, tokens.at(-1)!.end).toLowerCase(),
    })),
  )
  return asked.flatMap(({ ring, asked: forms, words }) => {
    const ofRing = runs.filter(run => run.ring === ring)
    if (ofRing.length === 0 || ofRing.some(({ form }) => forms.includes(form))) return []
    const found = [...new Map(ofRing.map(({ form, text }) => [form, text])).values()]
    const typed = words.filter(({ form }) => forms.includes(form)).map(({ word }) => word)
    return [`${found.join(', ')} (also ${typed.join(', ')})`]
  })
}
