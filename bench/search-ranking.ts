// How well the search ranks, without and with synonym rings and meaning, beside PostgreSQL's own ts_rank_cd, on the same documents in the same database.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { sql } from 'kysely'
import { endEmbedder } from '#features/meaning/embedder.ts'
import { embedTexts, similarityOf, wholeText } from '#features/meaning/index.ts'
import type { CorpusLine } from '#features/search/corpus.ts'
import { insertCorpus, openSearchOnly, rankCorpus } from '#features/search/corpus-queries.ts'
import { fuse, fusing, isLiteral } from '#features/search/fusion.ts'
import { systemClock } from '#plumbing/clock.ts'
import { readConfig } from '#plumbing/config.ts'
import type { Db } from '#plumbing/database/database.ts'
import { inRoot } from '#plumbing/root.ts'

const depth = 10

type Question = { id: string; set: 'tuning' | 'held-out'; text: string; judgements: Record<string, number> }

const services: CorpusLine[] = (
  parse(readFileSync(inRoot('data/reference/council-services-lgsl.csv')), { columns: true }) as Record<
    string,
    string
  >[]
).map(row => ({ id: row.lgsl_id!, title: row.name!, text: row.description! }))

const questions: Question[] = readFileSync(inRoot('bench/ranking/services-queries.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))

/** The usual measure: gains 2^grade − 1, discounted by the logarithm of the place, over that of the best order. */
function ndcg(ids: string[], judgements: Record<string, number>): number {
  const sum = (grades: number[]) =>
    grades.slice(0, depth).reduce((total, grade, at) => total + (2 ** grade - 1) / Math.log2(at + 2), 0)
  return sum(ids.map(id => judgements[id] ?? 0)) / sum(Object.values(judgements).sort((a, b) => b - a))
}

// Normalisations by length, number of words and logarithms, as the manual numbers them.
const normalisations = [0, 1, 2, 4, 8, 16, 1 | 4, 2 | 4, 1 | 8]

const rankCd = (normalisation: number) => async (db: Db, text: string) => {
  const { rows } = await sql<{ id: string }>`
    with query as (select string_agg(quote_literal(lexeme), ' | ')::tsquery as words
      from unnest(to_tsvector('english', ${text})))
    select document.id from usual_document as document, query where document.words @@ query.words
    order by ts_rank_cd(document.words, query.words, ${normalisation}::integer) desc, document.id limit ${depth}`.execute(
    db,
  )
  return rows.map(({ id }) => id)
}

const ours = (isExact: boolean) => async (db: Db, text: string) =>
  (await rankCorpus(db, text, depth, { isExact })).map(({ id }) => id)

/** As the page does it: the best by words and the nearest by meaning, in one order. */
async function fused(): Promise<(db: Db, text: string) => Promise<string[]>> {
  const texts = [...services.map(wholeText), ...questions.map(({ text }) => text)]
  const vectors: Float32Array[][] = []
  for (let at = 0; at < texts.length; at += 16) vectors.push(...(await embedTexts(texts.slice(at, at + 16))))
  const asked = new Map(questions.map(({ text }, at) => [text, vectors[services.length + at]![0]!]))
  return async (db, text) => {
    const words = await rankCorpus(db, text, services.length)
    if (isLiteral(text)) return words.map(({ id }) => id).slice(0, depth)
    const scores = new Map(words.map(({ id, score }) => [id, score]))
    const near = services
      .map(({ id }, at) => ({ id, similarity: similarityOf(asked.get(text)!, vectors[at]!) }))
      .sort((a, b) => b.similarity - a.similarity)
      .slice(0, fusing.near)
      .filter(({ id, similarity }) => scores.has(id) || similarity >= fusing.leastAlone)
    const lifted = near.map(({ id }) => ({ id, score: scores.get(id) ?? 0 }))
    const best = [...words.slice(0, fusing.words), ...lifted]
    return fuse(best, near, readConfig({}).SEARCH_MEANING_WEIGHT)
      .map(({ id }) => id)
      .slice(0, depth)
  }
}

async function mean(db: Db, set: Question['set'], rank: (db: Db, text: string) => Promise<string[]>) {
  const asked = questions.filter(question => question.set === set)
  let sum = 0
  for (const { text, judgements } of asked) sum += ndcg(await rank(db, text), judgements)
  return sum / asked.length
}

const { db, engine, close } = await openSearchOnly()
await insertCorpus(db, systemClock, services)
await sql`create table usual_document (id text primary key, words tsvector not null)`.execute(db)
await sql`
  insert into usual_document
  select id, setweight(to_tsvector('english', title), 'A') || to_tsvector('english', text)
  from jsonb_to_recordset(${JSON.stringify(services)}::jsonb) as given (id text, title text, text text)`.execute(
  db,
)

const tried = []
for (const normalisation of normalisations)
  tried.push({ normalisation, score: await mean(db, 'tuning', rankCd(normalisation)) })
const best = tried.reduce((a, b) => (b.score > a.score ? b : a))

const byBoth = await fused()
for (const set of ['tuning', 'held-out'] as const) {
  const words = await mean(db, set, ours(true))
  const rings = await mean(db, set, ours(false))
  const both = await mean(db, set, byBoth)
  const usual = await mean(db, set, rankCd(best.normalisation))
  console.log(
    `nDCG@${depth}, ${questions.filter(question => question.set === set).length} ${set} questions on ${services.length} services, ${engine} engine: ` +
      `search ${both.toFixed(3)} (words alone ${words.toFixed(3)}, with synonym rings ${rings.toFixed(3)}, with meaning all), ` +
      `ts_rank_cd (any word, normalisation ${best.normalisation}, the best of ${normalisations.length}) ${usual.toFixed(3)}, ratio ${(both / usual).toFixed(2)}`,
  )
}
await close()
await endEmbedder()
