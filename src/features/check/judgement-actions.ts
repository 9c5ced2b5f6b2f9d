import { createHash } from 'node:crypto'
import { recordActivity } from '#plumbing/activity.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import type { Saying } from './judgement.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'check.judged': { says: Saying }
  }
}

/** A text as its words, whatever their case and spacing, so that the same question is known again without being kept. */
const hashOf = (text: string) =>
  createHash('sha256')
    .update(
      text
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu)
        ?.join(' ') ?? '',
    )
    .digest('base64url')

/** Keeps what someone said of a record that was found for their words. */
export const keepJudgement = (
  db: Db,
  clock: Clock,
  actor: Actor,
  { problem, kind, id, says }: { problem: string; kind: string; id: string; says: Saying },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const judgementId = newId()
    await trx
      .insertInto('check_judgement')
      .values({
        id: judgementId,
        question_hash: hashOf(problem),
        kind,
        subject_id: id,
        says,
        organisation_id: actor.kind === 'person' ? (actor.actingFor?.id ?? null) : null,
        said_at: clock.now(),
      })
      .execute()
    await recordActivity(trx, clock, {
      kind: 'check.judged',
      subject: { kind: 'judgement', id: judgementId },
      actor,
      detail: { says },
    })
  })
