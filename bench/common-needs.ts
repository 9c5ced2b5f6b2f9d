// How long the nightly look for common needs counts, on made vectors: node bench/common-needs.ts [HOW_MANY]
import { findClusters, finish, type Item } from '../src/features/opportunities/clusters.ts'
import { labelClusters } from '../src/features/opportunities/labels.ts'

const dimensions = 612
const ofEachNeed = 8

function numbersFrom(seed: number) {
  let state = seed
  return () => {
    state = (state * 1664525 + 1013904223) % 4294967296
    return state / 4294967296 - 0.5
  }
}

const unit = (vector: Float32Array) => {
  const length = Math.hypot(...vector)
  return vector.map(value => value / length)
}

/** Needs that each several say, to the side of what all have in common. */
function madeItems(count: number): Item[] {
  const next = numbersFrom(1)
  const direction = () => unit(Float32Array.from({ length: dimensions }, next))
  let need = direction()
  return Array.from({ length: count }, (_, at) => {
    if (at % ofEachNeed === 0) need = direction()
    const own = direction()
    return { id: String(at).padStart(8, '0'), vectors: [unit(need.map((value, d) => value + 0.7 * own[d]!))] }
  })
}

const count = Number(process.argv.at(-1)) || 50_000
const items = madeItems(count)
const begin = performance.now()
const clusters = finish(findClusters(items))
const clustered = performance.now()
labelClusters(
  clusters.map(({ ids }) =>
    ids.map(id => `Made title number ${id} of need ${Math.floor(Number(id) / ofEachNeed)}`),
  ),
)
const labelled = performance.now()
const whole = clusters.filter(
  ({ ids }) =>
    ids.length === ofEachNeed &&
    ids.every(id => Math.floor(Number(id) / ofEachNeed) === Math.floor(Number(ids[0]) / ofEachNeed)),
)
console.log(
  JSON.stringify({
    items: count,
    clusters: clusters.length,
    needsFoundWhole: whole.length,
    needs: Math.ceil(count / ofEachNeed),
    clusterSeconds: Number(((clustered - begin) / 1000).toFixed(1)),
    processorSeconds: Math.round(process.cpuUsage().user / 1e6),
    labelSeconds: Number(((labelled - clustered) / 1000).toFixed(1)),
    megabytes: Math.round(process.memoryUsage().rss / 1e6),
  }),
)
