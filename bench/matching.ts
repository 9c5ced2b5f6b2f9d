// How well the same problem is found in other words: `npm run bench:matching`. With the name of a folder in bench/, on that set.
import { readFileSync } from 'node:fs'
import { parse } from 'csv-parse/sync'
import { loadLocalEmbedder } from '#features/meaning/local-embedder.ts'
import {
  dot,
  localModel,
  similarityOf,
  unit,
  wholeAndPassages,
  wholeText,
} from '#features/meaning/meaning.ts'
import type { CorpusLine } from '#features/search/corpus.ts'
import { insertCorpus, openSearchOnly, rankCorpus } from '#features/search/corpus-queries.ts'
import { systemClock } from '#plumbing/clock.ts'
import { inRoot } from '#plumbing/root.ts'

type Line = CorpusLine & { of?: string }

const folder = process.argv[2] ?? 'matching'
const read = (name: string): Line[] =>
  readFileSync(inRoot('bench', folder, `${name}.jsonl`), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line))

const problems = read('problems')
const paraphrases = read('paraphrases')
const nearMisses = read('near-misses')
const services = (
  parse(readFileSync(inRoot('data/reference/council-services-lgsl.csv')), { columns: true }) as Record<
    string,
    string
  >[]
).map(row => ({ id: `service ${row.lgsl_id}`, title: row.name!, text: row.description! }))
const corpus: Line[] = [...paraphrases, ...nearMisses, ...services]

/** Id → score of every text of the corpus for a problem; what is not found scores nothing. */
type Ranker = (problem: Line) => Promise<Map<string, number>>

async function measure(name: string, rank: Ranker) {
  let inFive = 0
  let reciprocal = 0
  let beats = 0
  for (const problem of problems) {
    const scores = await rank(problem)
    const scoreOf = (lines: Line[]) =>
      scores.get(lines.find(({ of }) => of === problem.id)?.id ?? '') ?? Number.NEGATIVE_INFINITY
    const right = scoreOf(paraphrases)
    // One that was not found stands behind all others.
    const place = Number.isFinite(right)
      ? 1 + [...scores.values()].filter(score => score > right).length
      : corpus.length
    if (place <= 5) inFive++
    reciprocal += 1 / place
    if (right > scoreOf(nearMisses)) beats++
  }
  const share = (count: number) => `${((100 * count) / problems.length).toFixed(1)} %`
  const mean = (reciprocal / problems.length).toFixed(3)
  console.log(`| ${name} | ${share(inFive)} | ${mean} | ${share(beats)} |`)
}

async function byWords(): Promise<{ rank: Ranker; close(): Promise<void> }> {
  const { db, close } = await openSearchOnly()
  await insertCorpus(db, systemClock, corpus)
  const rank: Ranker = async problem => {
    const found = await rankCorpus(db, wholeText(problem), corpus.length)
    return new Map(found.map(({ id, score }) => [id, score]))
  }
  return { rank, close }
}

/** Where the parts of a vector stand: sentence encoder, word vectors, ideas. */
const parts = { sentences: [0, 512], words: [512, 612], ideas: [612, localModel.dimensions] } as const

/** Id → vectors of a text, as a database would keep them: the whole first, then its passages. */
async function embedAll(lines: Line[]) {
  const embedder = await loadLocalEmbedder()
  const vectors = new Map<string, Float32Array[]>()
  for (const line of lines) {
    const passages = embedder.passagesOf(wholeText(line))
    const found: Float32Array[] = []
    for (const { text } of passages) found.push(await embedder.embedPassage(text))
    vectors.set(
      line.id,
      wholeAndPassages(
        found,
        passages.map(({ pieces }) => pieces),
      ),
    )
  }
  return vectors
}

console.log(
  `${problems.length} problems of bench/${folder}, each in another council's words and with a near miss, among ${services.length} services`,
)
console.log('| | right one in the first 5 | MRR | paraphrase before its near miss |')
console.log('|---|---|---|---|')
const words = await byWords()
await measure('BM25', words.rank)
await words.close()
const vectors = await embedAll([...problems, ...corpus])
const part = (vector: Float32Array, from: number, to: number) => unit(vector.slice(from, to))
const alone =
  ([from, to]: readonly [number, number]) =>
  async (problem: Line) => {
    const asked = part(vectors.get(problem.id)![0]!, from, to)
    return new Map(corpus.map(({ id }) => [id, dot(asked, part(vectors.get(id)![0]!, from, to))]))
  }
await measure('ideas alone', alone(parts.ideas))
await measure('word vectors alone', alone(parts.words))
await measure('sentence encoder alone', alone(parts.sentences))
await measure(localModel.name, async problem => {
  const asked = vectors.get(problem.id)![0]!
  return new Map(corpus.map(({ id }) => [id, similarityOf(asked, vectors.get(id)!)]))
})
