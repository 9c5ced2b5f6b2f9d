import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { Worker } from 'node:worker_threads'
import type { DescribedCluster, Given } from './described-clusters.ts'

// TypeScript when run from source; its bundle when this file is itself part of one.
const program = [
  new URL('./cluster-worker.ts', import.meta.url),
  new URL('./cluster-worker.js', import.meta.url),
].find(url => existsSync(url))!

/** As `describeClusters`, in a thread of its own that ends with it: half a minute of counting keeps no page waiting. Takes the vectors away. */
export async function describeClustersApart(given: Given): Promise<DescribedCluster[]> {
  const worker = new Worker(program, { execArgv: [] })
  try {
    worker.postMessage(
      given,
      given.passages.map(({ vectors }) => vectors.buffer as ArrayBuffer),
    )
    const [clusters] = await once(worker, 'message')
    return clusters
  } finally {
    await worker.terminate()
  }
}
