import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import type { Act, Subject } from './moderation.ts'

type NewAct = { subject: Subject; act: Act; words: string | null; personId: string }

export const insertAct = (trx: Db, clock: Clock, { subject, act, words, personId }: NewAct) =>
  trx
    .insertInto('moderation_act')
    .values({
      id: newId(),
      subject_kind: subject.kind,
      subject_id: subject.id,
      act,
      words,
      person_id: personId,
      acted_at: clock.now(),
    })
    .execute()
