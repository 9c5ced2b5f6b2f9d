import { embedTexts, similarityOf, wholeText } from '#features/meaning/index.ts'
import type { Command } from '#plumbing/command.ts'
import type { CorpusLine } from './corpus.ts'
import { rankingOptions, rankingUsage, readRanking } from './corpus-commands.ts'

const atOnce = 16

/** Id → vectors of a text, as a database would keep them. */
async function embedLines(lines: CorpusLine[], onProgress: (done: number) => void) {
  const vectors: Float32Array[][] = []
  for (let at = 0; at < lines.length; at += atOnce) {
    vectors.push(...(await embedTexts(lines.slice(at, at + atOnce).map(wholeText))))
    onProgress(vectors.length)
  }
  return vectors
}

export const matchCommand: Command = {
  name: 'match',
  usage: rankingUsage,
  does: 'finds what means the same: ranks {"id","title","text"} lines for queries of the same form by meaning, without a database',
  options: rankingOptions,
  run: async ({ say, print }, { values }) => {
    const { limit, corpus, queries, show } = readRanking(values, say)
    const vectors = await embedLines(corpus, done => say(`corpus: ${done} of ${corpus.length}`))
    const asked = await embedLines(queries, done => say(`queries: ${done} of ${queries.length}`))
    for (const [at, { id }] of queries.entries()) {
      const question = asked[at]![0]
      const results = corpus
        .flatMap(({ id }, place) =>
          question && vectors[place]!.length > 0
            ? [{ id, score: similarityOf(question, vectors[place]!) }]
            : [],
        )
        .toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
        .slice(0, limit)
      print(show(id, results))
    }
  },
}
