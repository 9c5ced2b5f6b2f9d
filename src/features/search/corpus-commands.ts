import { readFileSync } from 'node:fs'
import type { Command } from '#plumbing/command.ts'
import { failure } from '#plumbing/failures.ts'
import { readCorpus } from './corpus.ts'
import { insertCorpus, openSearchOnly, rankCorpus } from './corpus-queries.ts'

const mostResults = 1000

/** The lines of a file of a collection; what is none is said and left out. */
export function readLines(file: string, say: (line: string) => void) {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw failure('invalid', `${file} cannot be read.`)
  }
  return readCorpus(text, (line, why) => say(`${file}, line ${line}: left out, ${why}`))
}

/** How many results were asked for. */
export function limitOf(given: string | boolean | undefined): number {
  const limit = Number(given ?? 10)
  if (!Number.isInteger(limit) || limit < 1 || limit > mostResults)
    throw failure('invalid', `--limit takes a whole number from 1 to ${mostResults}.`)
  return limit
}

export const searchCommand: Command = {
  name: 'search',
  usage: '--corpus FILE.jsonl --queries FILE.jsonl [--limit N] [--json]',
  does: 'ranks any collection of {"id","title","text"} lines for queries of the same form, with the search of the site',
  options: {
    corpus: { type: 'string' },
    queries: { type: 'string' },
    limit: { type: 'string' },
    json: { type: 'boolean' },
  },
  run: async ({ clock, say, print }, { values }) => {
    if (!values.corpus || !values.queries)
      throw failure('invalid', 'Say --corpus FILE.jsonl and --queries FILE.jsonl.')
    const limit = limitOf(values.limit)
    const corpus = readLines(String(values.corpus), say)
    const queries = readLines(String(values.queries), say)
    const { db, close } = await openSearchOnly()
    try {
      await insertCorpus(db, clock, corpus, done => say(`indexed ${done} of ${corpus.length}`))
      for (const [at, { id, title, text }] of queries.entries()) {
        const results = await rankCorpus(db, `${title}\n${text}`, limit)
        print(values.json ? JSON.stringify({ query: id, results }) : asTable(id, results))
        if ((at + 1) % 100 === 0) say(`ranked ${at + 1} of ${queries.length}`)
      }
    } finally {
      await close()
    }
  },
}

const asTable = (query: string, results: { id: string; score: number }[]) =>
  results.map(({ id, score }, at) => `${query}\t${at + 1}\t${id}\t${score.toFixed(4)}`).join('\n')
