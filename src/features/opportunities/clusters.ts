import { UndirectedGraph } from 'graphology'
import louvain from 'graphology-communities-louvain'
import { findNearest, type Item, type MatrixProduct } from './nearest.ts'

export type { Item } from './nearest.ts'

export type Cluster = { name: string; ids: string[] }

/** How the graph is drawn and cut. */
export type Cutting = {
  /** Less similar items are not joined. */
  least: number
  /** How much more a near neighbour counts than a far one. */
  sharpness: number
  resolution: number
}

const nearestOfEach = 15
/**
 * Chosen on data/meaning/examples.jsonl and bench/matching-development: the share of pairs put together rightly, of both
 * kinds, was highest; coarser cuts put rent with council tax, finer ones tore the same problem apart.
 */
export const usualCutting: Cutting = { least: 0.36, sharpness: 4, resolution: 10 }
const fewestToOneCut = 8

/** Always the same numbers from 0 to 1 (mulberry32). */
function numbersFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296
  }
}

export const byId = (a: { id: string }, b: { id: string }) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

/**
 * Items that say much the same, together; each item is in one cluster, which is called by the smallest id in it. The same
 * for the same items, in whatever order they are given. Many items take seconds.
 */
export function findClusters(
  given: Item[],
  matrix: MatrixProduct,
  { least, sharpness, resolution }: Cutting = usualCutting,
): Cluster[] {
  const items = given.toSorted(byId)
  const nearest = findNearest(items, matrix, { most: nearestOfEach, least })
  const graph = new UndirectedGraph<object, { weight: number }>()
  // Ids of others can be names of what every object has, which a graph cannot keep.
  const nodes = items.map((_, at) => `n${at}`)
  for (const node of nodes) graph.addNode(node)
  for (const [at, neighbours] of nearest.entries()) {
    for (const { item, similarity } of neighbours) {
      const weight = similarity ** sharpness
      graph.mergeUndirectedEdge(nodes[Math.min(at, item)], nodes[Math.max(at, item)], { weight })
    }
  }
  if (graph.size === 0) return items.map(({ id }) => ({ name: id, ids: [id] }))
  // In a small set everything is among the nearest of everything: cut finely, what is the same would fall apart.
  const fineness = Math.min(resolution, Math.max(1, items.length / fewestToOneCut))
  const communities = louvain(graph, {
    resolution: fineness,
    getEdgeWeight: 'weight',
    rng: numbersFrom(1),
  })
  const together = Map.groupBy(items, (_, at) => communities[nodes[at]!]!)
  return [...together.values()].map(members => {
    const ids = members.map(({ id }) => id)
    return { name: ids[0]!, ids }
  })
}
