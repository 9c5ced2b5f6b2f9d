import type { SearchDocument } from '#features/search/index.ts'

const syllables = [
  'ba',
  'co',
  'di',
  'fu',
  'ga',
  'ho',
  'ka',
  'li',
  'mo',
  'nu',
  'pa',
  'ro',
  'su',
  'ta',
  'vo',
  'wi',
]
const vocabulary = 80_000

/** Numbers from 0 to 1, the same for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

/** The word of a rank, 1 the most frequent. No two are alike, and none is English. */
export function wordOfRank(rank: number): string {
  let word = 'x'
  for (let left = rank; left > 0; left = Math.floor(left / syllables.length))
    word += syllables[left % syllables.length]
  return `${word}k`
}

// Zipf's law as Mandelbrot flattened it: what real texts have once their function words are taken away.
const cumulated = (() => {
  const sums = new Float64Array(vocabulary)
  let sum = 0
  for (let rank = 1; rank <= vocabulary; rank++) {
    sum += 1 / (rank + 12)
    sums[rank - 1] = sum
  }
  return sums
})()

/** A rank by its frequency in texts. */
export function drawRank(random: () => number): number {
  const at = random() * cumulated[vocabulary - 1]!
  let low = 0
  let high = vocabulary - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (cumulated[middle]! < at) low = middle + 1
    else high = middle
  }
  return low + 1
}

export const drawWords = (random: () => number, count: number): string =>
  Array.from({ length: count }, () => wordOfRank(drawRank(random))).join(' ')

const pick = <T>(random: () => number, from: T[]): T => from[Math.floor(random() * from.length)]!
const regions = [
  'London',
  'Wales',
  'Scotland',
  'North East',
  'North West',
  'South East',
  'South West',
  'East',
]
const phases = ['idea', 'discovery', 'alpha', 'beta', 'live', 'retired']
const types = [
  'London borough',
  'District council',
  'County council',
  'Unitary authority',
  'Metropolitan district',
]

/** A document with 30 to 250 words of text and a value of most facets. */
export function madeDocument(random: () => number, id: string): SearchDocument {
  const sentences = Array.from(
    { length: 3 + Math.floor(random() * 14) },
    () => `${drawWords(random, 10 + Math.floor(random() * 6))}.`,
  )
  return {
    id,
    url: `/projects/${id}`,
    title: drawWords(random, 4 + Math.floor(random() * 6)),
    summary: sentences[0]!,
    text: sentences.slice(1).join(' '),
    date: `20${10 + Math.floor(random() * 16)}-0${1 + Math.floor(random() * 9)}-15`,
    facets: {
      services: [Math.floor(random() * 900)],
      areas: [Math.floor(random() * 13)],
      organisations: [`organisation-${Math.floor(random() * 400)}`],
      regions: [pick(random, regions)],
      organisationTypes: [pick(random, types)],
      phase: pick(random, phases),
      outcome: random() < 0.3 ? 'Funded' : null,
    },
    meta: ['A council', 'alpha'],
  }
}
