import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { asFailure, type Failure } from '#plumbing/failures.ts'
import type { ReadPlan } from './plan-file.ts'
import { type PlanToRead, readPlan } from './read-plan.ts'

export type PlanAnswer = { read: ReadPlan } | { failure: Failure }

async function answer(wanted: PlanToRead): Promise<PlanAnswer> {
  try {
    return { read: await readPlan(wanted) }
  } catch (error) {
    const known = asFailure(error)
    if (!known) throw error
    return { failure: known }
  }
}

// Linux counts the niceness of each thread by itself: pages go first.
if (process.platform === 'linux') setPriority(10)
parentPort!.postMessage(await answer(workerData))
