import { existsSync } from 'node:fs'
import { readingThreads } from '#features/contract-reading/index.ts'
import type { ReadPlan } from './plan-file.ts'
import type { PlanToRead } from './read-plan.ts'

// TypeScript when run from source; its bundle when this file is itself part of one.
const program = [
  new URL('./plan-worker.ts', import.meta.url),
  new URL('./plan-worker.js', import.meta.url),
].find(url => existsSync(url))!

/** Reads a plan as a person waits for it, apart from what answers everybody. */
export const readPlanFile = readingThreads<PlanToRead, ReadPlan>({ file: program })
