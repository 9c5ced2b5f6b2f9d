/** A thing with its vectors of length 1, one for each passage. */
export type Item = { id: string; vectors: ArrayLike<number>[] }

export type Neighbour = { item: number; similarity: number }

const listsSearched = 8
/** Up to so many passages everything is compared with everything. */
const fewPassages = 4000
const sampled = 8000
const roundsOfMeans = 4

/** Passages in one block of numbers: row r is of item `itemOf[r]`. */
type Rows = { count: number; width: number; values: Float32Array; itemOf: Int32Array }

function rowsOf(items: Item[]): Rows {
  const width = items.flatMap(({ vectors }) => vectors.slice(0, 1))[0]?.length ?? 0
  const count = items.reduce((sum, { vectors }) => sum + vectors.length, 0)
  const values = new Float32Array(count * width)
  const itemOf = new Int32Array(count)
  let row = 0
  for (const [at, { vectors }] of items.entries()) {
    for (const vector of vectors) {
      values.set(vector, row * width)
      itemOf[row++] = at
    }
  }
  return { count, width, values, itemOf }
}

/** Four sums side by side: the engine then does not wait for one addition before the next. */
function dotAt(a: Float32Array, from: number, b: Float32Array, to: number, width: number): number {
  let [s0, s1, s2, s3] = [0, 0, 0, 0]
  let at = 0
  for (; at + 3 < width; at += 4) {
    s0 += a[from + at]! * b[to + at]!
    s1 += a[from + at + 1]! * b[to + at + 1]!
    s2 += a[from + at + 2]! * b[to + at + 2]!
    s3 += a[from + at + 3]! * b[to + at + 3]!
  }
  for (; at < width; at++) s0 += a[from + at]! * b[to + at]!
  return s0 + s1 + s2 + s3
}

function nearestMean(rows: Rows, row: number, means: Float32Array, count: number): number {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (let mean = 0; mean < count; mean++) {
    const similarity = dotAt(rows.values, row * rows.width, means, mean * rows.width, rows.width)
    if (similarity > most) {
      most = similarity
      best = mean
    }
  }
  return best
}

/** Directions around which the passages lie, found from every n-th of them: the same for the same rows. */
function* meansOf(rows: Rows, count: number): Generator<void, Float32Array> {
  const { width, values } = rows
  const step = Math.max(1, Math.floor(rows.count / sampled))
  const sample = Array.from({ length: Math.floor(rows.count / step) }, (_, at) => at * step)
  let means = new Float32Array(count * width)
  for (let mean = 0; mean < count; mean++) {
    const row = sample[Math.floor((mean * sample.length) / count)]!
    means.set(values.subarray(row * width, (row + 1) * width), mean * width)
  }
  for (let round = 0; round < roundsOfMeans; round++) {
    const sums = new Float32Array(count * width)
    for (const [at, row] of sample.entries()) {
      const mean = nearestMean(rows, row, means, count)
      for (let d = 0; d < width; d++) sums[mean * width + d]! += values[row * width + d]!
      if (at % 100 === 0) yield
    }
    for (let mean = 0; mean < count; mean++) {
      const sum = sums.subarray(mean * width, (mean + 1) * width)
      const length = Math.hypot(...sum)
      if (length === 0) sum.set(means.subarray(mean * width, (mean + 1) * width))
      else for (let d = 0; d < width; d++) sum[d]! /= length
    }
    means = sums
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

function compare(rows: Rows, kept: Kept, most: number, a: number, b: number) {
  const [one, other] = [rows.itemOf[a]!, rows.itemOf[b]!]
  if (one === other) return
  const similarity = dotAt(rows.values, a * rows.width, rows.values, b * rows.width, rows.width)
  keep(kept, most, one, other, similarity)
}

/**
 * The nearest others of each item, by the nearest pair of their passages; items stand in the order of their ids. Where
 * there are thousands, each passage is compared with those that lie in the same direction. Yields every few milliseconds,
 * so that whoever runs it can let others have their turn.
 */
export function* findNearest(items: Item[], most: number): Generator<void, Kept> {
  const rows = rowsOf(items)
  const kept: Kept = items.map(() => [])
  const lists = rows.count <= fewPassages ? 1 : Math.round(Math.sqrt(rows.count))
  const means = lists === 1 ? new Float32Array(rows.width) : yield* meansOf(rows, lists)
  const members: number[][] = Array.from({ length: lists }, () => [])
  for (let row = 0; row < rows.count; row++) {
    members[lists === 1 ? 0 : nearestMean(rows, row, means, lists)]!.push(row)
    if (lists > 1 && row % 100 === 0) yield
  }
  for (let list = 0; list < lists; list++) {
    const candidates = nearLists(means, rows.width, lists, list).flatMap(near => members[near]!)
    for (const [at, row] of members[list]!.entries()) {
      for (const candidate of candidates) compare(rows, kept, most, row, candidate)
      if (at % 4 === 0) yield
    }
  }
  return kept
}

function nearLists(means: Float32Array, width: number, count: number, list: number): number[] {
  return Array.from({ length: count }, (_, other) => ({
    other,
    similarity: dotAt(means, list * width, means, other * width, width),
  }))
    .toSorted((a, b) => b.similarity - a.similarity || a.other - b.other)
    .slice(0, listsSearched)
    .map(({ other }) => other)
}
