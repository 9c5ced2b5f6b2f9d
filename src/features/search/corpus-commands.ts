import { readFileSync } from 'node:fs'
import type { Command } from '#plumbing/command.ts'
import { failure } from '#plumbing/failures.ts'
import { readCorpus } from './corpus.ts'
import { insertCorpus, openSearchOnly, rankCorpus } from './corpus-queries.ts'

const mostResults = 1000

/** The lines of a file of a collection; what is none is said and left out. */
export function readCorpusFile(file: string, say: (line: string) => void) {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw failure('invalid', `${file} cannot be read.`)
  }
  return readCorpus(text, (line, why) => say(`${file}, line ${line}: left out, ${why}`))
}

/** How many results were asked for. */
function limitOf(given: string | boolean | undefined): number {
  const limit = Number(given ?? 10)
  if (!Number.isInteger(limit) || limit < 1 || limit > mostResults)
    throw failure('invalid', `--limit takes a whole number from 1 to ${mostResults}.`)
  return limit
}

/** What a command takes that ranks one file for the lines of another. */
export const rankingOptions = {
  corpus: { type: 'string' },
  queries: { type: 'string' },
  limit: { type: 'string' },
  json: { type: 'boolean' },
} as const
export const rankingUsage = '--corpus FILE.jsonl --queries FILE.jsonl [--limit N] [--json]'

type Given = Parameters<Command['run']>[1]['values']
type Results = { id: string; score: number }[]

/** The two files and how many results are wanted, and `show` in which way to print what was found for a query. */
export function readRanking(values: Given, say: (line: string) => void) {
  if (!values.corpus || !values.queries)
    throw failure('invalid', 'Say --corpus FILE.jsonl and --queries FILE.jsonl.')
  const limit = limitOf(values.limit)
  const corpus = readCorpusFile(String(values.corpus), say)
  const queries = readCorpusFile(String(values.queries), say)
  const show = (query: string, results: Results) =>
    values.json ? JSON.stringify({ query, results }) : asTable(query, results)
  return { limit, corpus, queries, show }
}

export const searchCommand: Command = {
  name: 'search',
  usage: rankingUsage,
  does: 'ranks any collection of {"id","title","text"} lines for queries of the same form, with the search of the site',
  options: rankingOptions,
  run: async ({ clock, say, print }, { values }) => {
    const { limit, corpus, queries, show } = readRanking(values, say)
    const { db, close } = await openSearchOnly()
    try {
      await insertCorpus(db, clock, corpus, done => say(`indexed ${done} of ${corpus.length}`))
      for (const [at, { id, title, text }] of queries.entries()) {
        const results = await rankCorpus(db, `${title}\n${text}`, limit)
        print(show(id, results))
        if ((at + 1) % 100 === 0) say(`ranked ${at + 1} of ${queries.length}`)
      }
    } finally {
      await close()
    }
  },
}

const asTable = (query: string, results: Results) =>
  results.map(({ id, score }, at) => `${query}\t${at + 1}\t${id}\t${score.toFixed(4)}`).join('\n')
