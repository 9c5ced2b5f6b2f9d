export type { Taken } from './reply.ts'
export { findStopOf } from './return-actions.ts'
export { mailPath, saysStopped } from './stop.ts'
