import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'

export type Taken = { isHeld: boolean } | { refused: string }

declare module '#plumbing/feature.ts' {
  interface Slots {
    /** What takes answers to mail about something: with the same rules as its form on the site. */
    mailReplies: {
      about: string
      /** The page where the same is written, and then stands. */
      pathOf(subjectId: string): string
      /** In the transaction in which the mail is noted as taken. A failure is told to who wrote. */
      take(trx: Db, clock: Clock, actor: Speaker, reply: { subjectId: string; words: string }): Promise<Taken>
    }
  }
}

/** What became of a mail that came in, as the operator reads it. */
export const outcomes = {
  published: 'a reply, published',
  held: 'a reply, waiting for a curator',
  refused: 'a reply, refused with a mail that says why',
  'wrong-address': 'a reply from another address than the member’s, left unanswered',
  unproven: 'a reply that its domain does not vouch for, left unanswered',
  'not-a-reply': 'sent to an address that takes no reply of theirs, left unanswered',
  automatic: 'written by a machine, left unanswered',
  bounced: 'mail that came back',
  complained: 'mail that was reported as unwanted',
  'not-a-report': 'sent to where mail comes back, and no report of that',
} as const
export type Outcome = keyof typeof outcomes

/** How many mails that came in from one person are answered in a day. */
export const answersADay = { most: 30, minutes: 1440 }
