import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import { wordsToStem } from './marking.ts'
import { tokensOf } from './plain-words.ts'
import { stemsOf } from './stem-queries.ts'

/** Whoever writes more than this pastes, and a word that nobody else uses does no harm there. */
const mostWords = 12
const shortestWord = 4

/** The text with each word that no document holds replaced by the nearest that one does; undefined if there is none. */
export async function correctSpelling(db: Db, text: string, unknown: string[]): Promise<string | undefined> {
  const tokens = [...tokensOf(text)]
  if (unknown.length === 0 || tokens.length > mostWords) return undefined
  const stems = await stemsOf(db, wordsToStem([text]))
  let corrected = ''
  let at = 0
  for (const { start, end, plain } of tokens) {
    const [stem, ...others] = stems.get(plain) ?? []
    if (!stem || others.length > 0 || !unknown.includes(stem) || stem.length < shortestWord) continue
    const word = await nearestWord(db, stem)
    if (!word) continue
    corrected += text.slice(at, start) + word
    at = end
  }
  return at === 0 ? undefined : corrected + text.slice(at)
}

async function nearestWord(db: Db, stem: string): Promise<string | undefined> {
  const slips = stem.length < 6 ? 1 : 2
  const { rows } = await sql<{ term: string; texts: string[] }>`
    select term, (
      select array_agg(title || ' ' || left(text, 5000)) from (
        select document_id from search_posting where term_id = search_term.id order by impact desc limit 3) as best
      join search_text using (document_id)) as texts
    from search_term
    where lower(term) % ${stem} and document_frequency > 0 and levenshtein(term, ${stem}) <= ${slips}
    order by levenshtein(term, ${stem}), similarity(term, ${stem}) desc, document_frequency desc limit 1`.execute(
    db,
  )
  return rows[0] && (await asWritten(db, rows[0].term, rows[0].texts ?? []))
}

/** A word that people write for a stem. */
async function asWritten(db: Db, term: string, texts: string[]): Promise<string> {
  const stems = await stemsOf(db, wordsToStem(texts))
  for (const text of texts) {
    for (const { start, end, plain } of tokensOf(text)) {
      if (stems.get(plain)?.join() === term) return text.slice(start, end).toLowerCase()
    }
  }
  return term
}
