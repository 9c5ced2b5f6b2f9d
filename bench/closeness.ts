// How near texts come that tell the same problem, another one of the same service, or something else: what the limits of
// the check are chosen by. `node bench/closeness.ts`; the texts are those of data/meaning/examples.jsonl.
import { readFileSync } from 'node:fs'
import { loadLocalEmbedder } from '#features/meaning/local-embedder.ts'
import { similarityOf, wholeAndPassages, wholeText } from '#features/meaning/meaning.ts'
import { inRoot } from '#plumbing/root.ts'

type Told = { title: string; text: string }
type Example = { problem: Told; same: [Told, Told]; near: Told }

const everySecond = (_: unknown, at: number) => at % 2 === 0
const examples = readFileSync(inRoot('data', 'meaning', 'examples.jsonl'), 'utf8')
  .trim()
  .split('\n')
  .filter(everySecond)
  .map(line => JSON.parse(line) as Example)

const embedder = await loadLocalEmbedder()

async function embed(told: Told) {
  const passages = embedder.passagesOf(wholeText(told))
  const vectors: Float32Array[] = []
  for (const { text } of passages) vectors.push(await embedder.embedPassage(text))
  return wholeAndPassages(
    vectors,
    passages.map(({ pieces }) => pieces),
  )
}

const read: Record<'problem' | 'long' | 'short' | 'near' | 'title', Float32Array[]>[] = []
for (const { problem, same, near } of examples)
  read.push({
    problem: await embed(problem),
    long: await embed(same[0]),
    short: await embed(same[1]),
    near: await embed(near),
    title: await embed({ title: problem.title, text: '' }),
  })

const shares = [0.02, 0.1, 0.25, 0.5, 0.75, 0.9, 0.98, 0.995]

function show(name: string, similarities: number[]) {
  const sorted = similarities.toSorted((a, b) => a - b)
  const quantiles = shares.map(share => sorted[Math.floor(share * (sorted.length - 1))]!.toFixed(2))
  console.log(`| ${name} | ${quantiles.join(' | ')} |`)
}

type Read = (typeof read)[number]
const ofOwn = (asked: keyof Read, found: keyof Read) =>
  read.map(one => similarityOf(one[asked][0]!, one[found]))
const ofOthers = (asked: keyof Read, found: keyof Read) =>
  read.flatMap(one =>
    read.flatMap(other => (other === one ? [] : similarityOf(one[asked][0]!, other[found]))),
  )

console.log(`Similarities of ${read.length} problems; below each share of them`)
console.log(`| | ${shares.map(share => `${100 * share} %`).join(' | ')} |`)
console.log(`|---|${shares.map(() => '---').join('|')}|`)
show('the same problem at length', ofOwn('long', 'problem'))
show('the same problem in a sentence', ofOwn('short', 'problem'))
show('a near miss', ofOwn('near', 'problem'))
show('another problem', ofOthers('problem', 'problem'))
show('another problem for a sentence', ofOthers('short', 'problem'))
show('the title alone of the same problem', ofOwn('long', 'title'))
show('the title alone of another', ofOthers('problem', 'title'))
