import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { QueueState } from './queue-state.ts'

/** Figures for Prometheus: the process's own, jobs, and answers by route, method and status. */
export function createFigures(askQueue: () => Promise<QueueState>) {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const jobs = new Gauge({
    name: 'pipeline_jobs',
    help: 'Jobs by state: waiting, or dead after twelve tries',
    labelNames: ['state'],
    registers: [registry],
    collect: async () => {
      // Without a database the other figures matter all the more.
      const state = await askQueue().catch(() => undefined)
      jobs.set({ state: 'waiting' }, state?.waiting ?? Number.NaN)
      jobs.set({ state: 'dead' }, state?.dead ?? Number.NaN)
    },
  })
  const answers = new Counter({
    name: 'pipeline_http_answers_total',
    help: 'Answers by route, method and status',
    labelNames: ['route', 'method', 'status'],
    registers: [registry],
  })
  const durations = new Histogram({
    name: 'pipeline_http_answer_seconds',
    help: 'Seconds from request to answer',
    labelNames: ['route'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
    registers: [registry],
  })
  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    countAnswer: ({
      route,
      method,
      status,
      seconds,
    }: {
      route: string
      method: string
      status: number
      seconds: number
    }) => {
      answers.inc({ route, method, status })
      durations.observe({ route }, seconds)
    },
  }
}
