import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'
import { describeClusters, type Given } from './described-clusters.ts'
import { loadMatrixProduct } from './matrix-product.ts'

// Linux counts the niceness of each thread by itself: pages go first.
if (process.platform === 'linux') setPriority(10)

parentPort!.once('message', async (given: Given) =>
  parentPort!.postMessage(describeClusters(given, await loadMatrixProduct())),
)
