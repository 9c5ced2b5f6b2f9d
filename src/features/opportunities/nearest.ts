/** A thing with its vectors of length 1, one for each passage; the first is of the whole. */
export type Item = { id: string; vectors: ArrayLike<number>[] }

export type Neighbour = { item: number; similarity: number }

/** How many neighbours of each are wanted at most, and how similar at least. */
export type Wanted = { most: number; least: number }

const listsSearched = 12
/** Up to so many passages everything is compared with everything. */
const fewPassages = 4000
const sampled = 5000
const roundsOfMeans = 3
const block = { rows: 512, columns: 2048 }

/** Gives the dot products of each row with each column, row by row. */
type Product = (rows: Float32Array[]) => Float32Array

export type MatrixProduct = {
  /** `use` may multiply with these columns until it returns. */
  withColumns(columns: Float32Array[], use: (product: Product) => void): void
}

const inBlocks = (places: number[], size: number) =>
  Array.from({ length: Math.ceil(places.length / size) }, (_, at) => places.slice(at * size, (at + 1) * size))

const placesOf = (list: unknown[]) => list.map((_, at) => at)

/** Of each vector the place of the mean that it is nearest to. */
function nearestMeans({ withColumns }: MatrixProduct, vectors: Float32Array[], means: Float32Array[]) {
  const nearest = new Int32Array(vectors.length)
  withColumns(means, product => {
    for (const rows of inBlocks(placesOf(vectors), block.rows)) {
      const similarities = product(rows.map(row => vectors[row]!))
      for (const [at, row] of rows.entries()) {
        const from = at * means.length
        let best = 0
        for (let mean = 1; mean < means.length; mean++)
          if (similarities[from + mean]! > similarities[from + best]!) best = mean
        nearest[row] = best
      }
    }
  })
  return nearest
}

/** Directions around which the passages lie, found from every n-th of them: the same for the same rows. */
function meansOf(matrix: MatrixProduct, vectors: Float32Array[], count: number): Float32Array[] {
  const step = Math.max(1, Math.floor(vectors.length / sampled))
  const sample = vectors.filter((_, at) => at % step === 0)
  let means = Array.from({ length: count }, (_, mean) => sample[Math.floor((mean * sample.length) / count)]!)
  for (let round = 0; round < roundsOfMeans; round++) {
    const sums = means.map(({ length }) => new Float32Array(length))
    const nearest = nearestMeans(matrix, sample, means)
    for (const [at, vector] of sample.entries()) {
      const sum = sums[nearest[at]!]!
      for (let d = 0; d < sum.length; d++) sum[d]! += vector[d]!
    }
    means = sums.map((sum, at) => {
      const length = Math.hypot(...sum)
      return length === 0 ? means[at]! : sum.map(value => value / length)
    })
  }
  return means
}

/** Keeps the nearest few of an item, nearest first; of two as near the one that comes first in the order of ids. */
function keep(list: Neighbour[], most: number, item: number, similarity: number) {
  const before = list.findIndex(found => found.item === item)
  if (before >= 0) {
    if (list[before]!.similarity >= similarity) return
    list.splice(before, 1)
  }
  let place = list.length
  while (place > 0 && isBefore(item, similarity, list[place - 1]!)) place--
  list.splice(place, 0, { item, similarity })
  if (list.length > most) list.pop()
}

const isBefore = (item: number, similarity: number, found: Neighbour) =>
  similarity > found.similarity || (similarity === found.similarity && item < found.item)

/**
 * The nearest others of each item, by the nearest pair of their passages; items stand in the order of their ids. Where
 * there are thousands, each passage is compared with those that lie in the same direction.
 */
export function findNearest(items: Item[], matrix: MatrixProduct, { most, least }: Wanted): Neighbour[][] {
  const vectors = items.flatMap(({ vectors }) => vectors.map(vector => Float32Array.from(vector)))
  const itemOf = Int32Array.from(items.flatMap(({ vectors }, at) => vectors.map(() => at)))
  const kept: Neighbour[][] = items.map(() => [])
  if (vectors.length === 0) return kept
  // What is less similar than this is no neighbour of the item any more.
  const floor = new Float64Array(items.length).fill(least)
  const meet = (one: number, other: number, similarity: number) => {
    if (similarity < floor[one]!) return
    const list = kept[one]!
    keep(list, most, other, similarity)
    if (list.length === most) floor[one] = list[most - 1]!.similarity
  }
  const { members, pairs } = listsOf(matrix, vectors)
  for (const [other, ones] of pairs.entries()) {
    for (const columns of inBlocks(members[other]!, block.columns)) {
      const compare = (rows: number[], similarities: Float32Array, isSame: boolean) => {
        for (const [at, row] of rows.entries()) {
          const first = itemOf[row]!
          for (let n = 0; n < columns.length; n++) {
            const similarity = similarities[at * columns.length + n]!
            const second = itemOf[columns[n]!]!
            if (similarity < floor[first]! && similarity < floor[second]!) continue
            if (first === second || (isSame && columns[n]! <= row)) continue
            meet(first, second, similarity)
            meet(second, first, similarity)
          }
        }
      }
      matrix.withColumns(
        columns.map(row => vectors[row]!),
        product => {
          for (const one of ones)
            for (const rows of inBlocks(members[one]!, block.rows))
              compare(rows, product(rows.map(row => vectors[row]!)), one === other)
        },
      )
    }
  }
  return kept
}

/** Passages in lists of one direction each; of each list those it is compared with: itself and some that are nearest to it. */
function listsOf(matrix: MatrixProduct, vectors: Float32Array[]) {
  if (vectors.length <= fewPassages) return { members: [placesOf(vectors)], pairs: [[0]] }
  const means = meansOf(matrix, vectors, Math.round(Math.sqrt(vectors.length)))
  const members: number[][] = means.map(() => [])
  for (const [row, list] of nearestMeans(matrix, vectors, means).entries()) members[list]!.push(row)
  const pairs = means.map(() => new Set<number>())
  matrix.withColumns(means, product => {
    const similarities = product(means)
    for (const list of means.keys()) {
      const nearness = (other: number) =>
        other === list ? Number.POSITIVE_INFINITY : similarities[list * means.length + other]!
      const nearest = [...means.keys()].toSorted((a, b) => nearness(b) - nearness(a) || a - b)
      for (const other of nearest.slice(0, listsSearched))
        pairs[Math.max(list, other)]!.add(Math.min(list, other))
    }
  })
  return { members, pairs: pairs.map(ones => [...ones]) }
}
