import { holdToRead } from '#features/moderation/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { findOwnReply } from './reply-queries.ts'
import { insertReplyVersion, markWithdrawn, openReply } from './stored-replies.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'supplier-reply.written': { productId: string }
    'supplier-reply.withdrawn': { productId: string }
  }
}

type About = { productId: string; systemId: string | null }

/** Writes what the actor's organisation replies. Nobody else sees it until a curator has read it. */
export const writeReply = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  about: About,
  words: string,
): Promise<string> =>
  db.transaction().execute(async trx => {
    const now = clock.now()
    const replyId = await openReply(trx, { ...about, organisationId: actor.actingFor.id }, now)
    const id = await insertReplyVersion(trx, { replyId, words, personId: actor.id, now })
    const subject = { kind: 'supplier-reply', id }
    await recordActivity(trx, clock, {
      kind: 'supplier-reply.written',
      subject,
      actor,
      detail: { productId: about.productId },
    })
    await holdToRead(trx, clock, actor, subject)
    return id
  })

/** Takes back what the actor's organisation replied; that it did so is said in its place. */
export const withdrawReply = (db: Db, clock: Clock, actor: Speaker, about: About): Promise<void> =>
  db.transaction().execute(async trx => {
    const reply = await findOwnReply(trx, { ...about, organisationId: actor.actingFor.id })
    if (!reply) throw failure('absent', '')
    if (!(await markWithdrawn(trx, reply.reply_id, clock.now()))) return
    await recordActivity(trx, clock, {
      kind: 'supplier-reply.withdrawn',
      subject: { kind: 'supplier-reply', id: reply.id },
      actor,
      detail: { productId: about.productId },
    })
  })
