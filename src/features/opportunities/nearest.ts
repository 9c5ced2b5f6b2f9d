/** A thing with its vectors of length 1, one for each passage. */
export type Item = { id: string; vectors: ArrayLike<number>[] }

export type Neighbour = { item: number; similarity: number }

const listsSearched = 6
/** Up to so many passages everything is compared with everything. */
const fewPassages = 4000
const sampled = 5000
const roundsOfMeans = 3
/** Passages between two yields. */
const turn = 50

/** All passages: row r is of item `itemOf[r]`. */
type Rows = { vectors: Float32Array[]; itemOf: Int32Array }

function rowsOf(items: Item[]): Rows {
  const vectors = items.flatMap(({ vectors }) => vectors.map(vector => Float32Array.from(vector)))
  return { vectors, itemOf: Int32Array.from(items.flatMap(({ vectors }, at) => vectors.map(() => at))) }
}

/** Four sums side by side: the engine then does not wait for one addition before the next. */
function dot(a: Float32Array, b: Float32Array): number {
  let s0 = 0
  let s1 = 0
  let s2 = 0
  let s3 = 0
  const fours = a.length - (a.length % 4)
  for (let at = 0; at < fours; at += 4) {
    s0 += a[at]! * b[at]!
    s1 += a[at + 1]! * b[at + 1]!
    s2 += a[at + 2]! * b[at + 2]!
    s3 += a[at + 3]! * b[at + 3]!
  }
  for (let at = fours; at < a.length; at++) s0 += a[at]! * b[at]!
  return s0 + s1 + s2 + s3
}

function nearestMean(vector: Float32Array, means: Float32Array[]): number {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (const [at, mean] of means.entries()) {
    const similarity = dot(vector, mean)
    if (similarity > most) {
      most = similarity
      best = at
    }
  }
  return best
}

/** Directions around which the passages lie, found from every n-th of them: the same for the same rows. */
function* meansOf({ vectors }: Rows, count: number): Generator<void, Float32Array[]> {
  const step = Math.max(1, Math.floor(vectors.length / sampled))
  const sample = vectors.filter((_, at) => at % step === 0)
  let means = Array.from({ length: count }, (_, mean) => sample[Math.floor((mean * sample.length) / count)]!)
  for (let round = 0; round < roundsOfMeans; round++) {
    const sums = means.map(({ length }) => new Float32Array(length))
    for (const [at, vector] of sample.entries()) {
      const sum = sums[nearestMean(vector, means)]!
      for (let d = 0; d < sum.length; d++) sum[d]! += vector[d]!
      if (at % turn === 0) yield
    }
    means = sums.map((sum, at) => {
      const length = Math.hypot(...sum)
      return length === 0 ? means[at]! : sum.map(value => value / length)
    })
  }
  return means
}

type Kept = Neighbour[][]

/** Keeps the nearest few of an item, nearest first; of two as near the one that comes first in the order of ids. */
function keep(kept: Kept, most: number, item: number, other: number, similarity: number) {
  const list = kept[item]!
  const last = list[list.length - 1]
  if (list.length === most && similarity < last!.similarity) return
  const before = list.findIndex(found => found.item === other)
  if (before >= 0) {
    if (list[before]!.similarity >= similarity) return
    list.splice(before, 1)
  }
  let place = list.length
  while (place > 0 && isBefore(other, similarity, list[place - 1]!)) place--
  list.splice(place, 0, { item: other, similarity })
  if (list.length > most) list.pop()
}

const isBefore = (item: number, similarity: number, found: Neighbour) =>
  similarity > found.similarity || (similarity === found.similarity && item < found.item)

/**
 * The nearest others of each item, by the nearest pair of their passages; items stand in the order of their ids. Where
 * there are thousands, each passage is compared with those that lie in the same direction. Yields every few milliseconds,
 * so that whoever runs it can let others have their turn.
 */
export function* findNearest(items: Item[], most: number): Generator<void, Kept> {
  const rows = rowsOf(items)
  const { vectors, itemOf } = rows
  const kept: Kept = items.map(() => [])
  const lists = vectors.length <= fewPassages ? 1 : Math.round(Math.sqrt(vectors.length))
  const means = lists === 1 ? [] : yield* meansOf(rows, lists)
  const members: number[][] = Array.from({ length: lists }, () => [])
  for (const [row, vector] of vectors.entries()) {
    members[nearestMean(vector, means)]!.push(row)
    if (row % turn === 0) yield
  }
  for (const [one, other] of listPairs(means)) {
    for (const a of members[one]!) {
      for (const b of members[other]!) {
        const [first, second] = [itemOf[a]!, itemOf[b]!]
        if (first === second || (one === other && b <= a)) continue
        const similarity = dot(vectors[a]!, vectors[b]!)
        keep(kept, most, first, second, similarity)
        keep(kept, most, second, first, similarity)
      }
      yield
    }
  }
  return kept
}

/** Which lists are compared with which: each with itself and those nearest to it, no two lists twice. */
function listPairs(means: Float32Array[]): [number, number][] {
  if (means.length === 0) return [[0, 0]]
  const pairs = means.flatMap((mean, list) =>
    means
      .map((other, at) => ({ at, similarity: at === list ? Number.POSITIVE_INFINITY : dot(mean, other) }))
      .toSorted((a, b) => b.similarity - a.similarity || a.at - b.at)
      .slice(0, listsSearched)
      .map(({ at }): [number, number] => [Math.min(list, at), Math.max(list, at)]),
  )
  return [...new Map(pairs.map(pair => [pair.join(), pair])).values()]
}
