import { findClusters } from './clusters.ts'
import { labelClusters } from './labels.ts'
import type { Item, MatrixProduct } from './nearest.ts'

/** Vectors of some passages, one after the other, and of which thing each is. Those of one thing stand in their order. */
export type Passages = { ids: string[]; vectors: Float32Array }
export type Given = { passages: Passages[]; titles: Map<string, string> }

/** Several that say much the same. `byNearness`: the same ids, those first that are the nearest to all of them. */
export type DescribedCluster = { name: string; ids: string[]; byNearness: string[]; label: string[] }

function itemsOf(passages: Passages[]): Map<string, Item> {
  const items = new Map<string, Item>()
  for (const { ids, vectors } of passages) {
    const length = vectors.length / ids.length
    for (const [at, id] of ids.entries()) {
      const item = items.get(id) ?? { id, vectors: [] }
      item.vectors.push(vectors.subarray(at * length, (at + 1) * length))
      items.set(id, item)
    }
  }
  return items
}

function byNearness(ids: string[], items: Map<string, Item>): string[] {
  const wholes = ids.map(id => items.get(id)!.vectors[0]!)
  const centre = new Float64Array(wholes[0]!.length)
  for (const whole of wholes) for (let at = 0; at < centre.length; at++) centre[at]! += whole[at]!
  const nearness = new Map(
    ids.map((id, n) => [id, centre.reduce((sum, value, at) => sum + value * wholes[n]![at]!, 0)]),
  )
  return ids.toSorted((a, b) => nearness.get(b)! - nearness.get(a)! || (a < b ? -1 : 1))
}

/** Clusters of two and more, by what their things mean, labelled by the words of their titles. */
export function describeClusters({ passages, titles }: Given, matrix: MatrixProduct): DescribedCluster[] {
  const items = itemsOf(passages)
  const clusters = findClusters([...items.values()], matrix).filter(({ ids }) => ids.length > 1)
  const labels = labelClusters(clusters.map(({ ids }) => ids.map(id => titles.get(id)!)))
  return clusters.map(({ name, ids }, at) => ({
    name,
    ids,
    byNearness: byNearness(ids, items),
    label: labels[at]!,
  }))
}
