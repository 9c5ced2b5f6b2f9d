import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'

/** A mail that did not reach its reader. `status` as RFC 3463 has it, `answer` in one line, without addresses. */
export type Returned = {
  /** Whether it could not be delivered, or its reader reported it as unwanted. */
  kind: 'bounced' | 'complained'
  recipient: string
  isPermanent: boolean
  status: string | null
  answer: string
}

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** What becomes of whom mail did not reach; in the transaction in which the mail is marked so. */
    mailReturns: { take(trx: Db, clock: Clock, returned: Returned): Promise<void> }
  }
}

/** The enhanced status code of an answer, e.g. '5.1.1'. */
export const statusIn = (answer: string): string | null =>
  /(?<![\d.])[245]\.\d{1,3}\.\d{1,3}(?![\d.])/.exec(answer)?.[0] ?? null

// No such mailbox, no such domain, or switched off. A full mailbox and a dislike of what a mail says are neither.
const gone = /^5\.(0\.0|1\.(?![78]$)\d+|2\.[01]|4\.(1|4|310)|5\.0)$/

/** Whether a refusal says that mail to this address will never arrive. Without a status it does when the address was refused. */
export const isForGood = (status: string | null, isOfRecipient: boolean): boolean =>
  status ? gone.test(status) : isOfRecipient
