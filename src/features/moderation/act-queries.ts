import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import type { Place } from '#plumbing/keyset.ts'
import type { Act, Subject } from './moderation.ts'

type NewAct = { subject: Subject; act: Act; words: string | null; personId: string; isOwn?: boolean }

/** Writes into the log what was done; returns the id of its row. */
export async function insertAct(
  trx: Db,
  clock: Clock,
  { subject, act, words, personId, isOwn = false }: NewAct,
): Promise<string> {
  const id = newId()
  await trx
    .insertInto('moderation_act')
    .values({
      id,
      subject_kind: subject.kind,
      subject_id: subject.id,
      act,
      words,
      person_id: personId,
      is_own: isOwn,
      acted_at: clock.now(),
    })
    .execute()
  return id
}

const actsWithNames = (db: Db) =>
  db
    .selectFrom('moderation_act')
    .innerJoin('person', 'person.id', 'moderation_act.person_id')
    .select([
      'moderation_act.id',
      'subject_kind',
      'subject_id',
      'act',
      'words',
      'is_own',
      'acted_at',
      'person.name',
      'person.email',
    ])

/** What was done and by whom; name and address are empty when the account was erased. */
export type ActRow = Awaited<ReturnType<typeof listActsOn>>[number]

/** What was done about one thing, the latest first. */
export const listActsOn = (db: Db, { kind, id }: Subject) =>
  actsWithNames(db)
    .where('subject_kind', '=', kind)
    .where('subject_id', '=', id)
    .orderBy('moderation_act.id', 'desc')
    .execute()

type Wanted = { limit: number; place: Place; act?: Act }

/** A page of the log, all of it or only acts of one kind, the latest first; keys are ids. */
export function listActs(db: Db, { limit, place, act }: Wanted): Promise<ActRow[]> {
  const { after, before } = place
  const acts = actsWithNames(db)
    .limit(limit)
    .$if(act !== undefined, log => log.where('act', '=', act!))
  if (before)
    return acts
      .where('moderation_act.id', '>', String(before[0]))
      .orderBy('moderation_act.id', 'asc')
      .execute()
  return acts
    .$if(after !== undefined, list => list.where('moderation_act.id', '<', String(after![0])))
    .orderBy('moderation_act.id', 'desc')
    .execute()
}

export const listActsBy = (db: Db, personId: string) =>
  db
    .selectFrom('moderation_act')
    .select(['subject_kind', 'subject_id', 'act', 'words', 'is_own', 'acted_at'])
    .where('person_id', '=', personId)
    .orderBy('id')
    .execute()
