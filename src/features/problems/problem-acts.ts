import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Problem } from './problem.ts'

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** What another feature writes with the first publication of a problem, in the same transaction. */
    withPublication: { write(trx: Db, clock: Clock, actor: Speaker, problem: Problem): Promise<void> }
    /** What another feature writes when an organisation confirms its problem, in the same transaction. */
    withConfirmation: { write(trx: Db, clock: Clock, actor: Speaker, problem: Problem): Promise<void> }
    /** What a supplier can do instead of raising a problem, e.g. answer an open call. */
    supplierWays: { label: string; href: string; order: number }
    /** What is offered, ticked, to whoever marks a problem as solved, and then written in the same transaction. */
    withSolution: {
      label(organisation: string): string
      write(trx: Db, clock: Clock, actor: Speaker, solved: { problem: Problem; how: string }): Promise<void>
    }
  }
}
