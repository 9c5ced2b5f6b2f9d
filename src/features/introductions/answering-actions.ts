import { listPeople } from '#features/accounts/index.ts'
import { listHidden } from '#features/moderation/index.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { recordOn } from './asking-actions.ts'
import {
  type DeclinedAs,
  days,
  daysAfter,
  type NoFitAs,
  type Outcome,
  type SideName,
} from './introduction.ts'
import { agreedLetter, declinedLetter } from './letters.ts'
import { findIntroduction, type Introduction, lockIntroduction } from './queries.ts'
import { updateIntroduction, updateSide } from './stored-introductions.ts'
import { listAnswerers, tellAgreed, tellBoth } from './telling-actions.ts'

/** Who answers, for which side. */
export type Answering = { id: string; side: SideName; personId: string; actor: Actor }

export type Answer = { says: 'yes'; at: Date } | { says: 'not-now'; because: DeclinedAs }

/** When silence ends a question. */
export const openUntil = ({
  told_again_at,
  told_at,
  asked_at,
}: Pick<Introduction, 'told_again_at' | 'told_at' | 'asked_at'>) =>
  daysAfter(told_again_at ?? told_at ?? asked_at, days.silence)

/** What a side cannot answer any more, or never could: absent or too late. */
async function lockToAnswer(trx: Db, clock: Clock, { id, side, personId }: Answering): Promise<Introduction> {
  const introduction = await lockIntroduction(trx, id)
  if (!introduction || introduction.told_at === null || introduction.is_blocked) throw failure('absent', '')
  if ((await listHidden(trx, 'introduction', [id])).size > 0) throw failure('absent', '')
  const answerers = await listAnswerers(trx, introduction, side)
  if (!answerers.some(answerer => answerer.personId === personId)) throw failure('absent', '')
  if (
    introduction.state !== 'asked' ||
    introduction.sides[side].agreed_at ||
    openUntil(introduction) <= clock.now()
  )
    throw failure(
      'conflict',
      'This was answered already, or its time has gone by. Load the page again to see what stands.',
    )
  return introduction
}

/** Answers for one side. Once both said yes, both are told, each with the other's address. */
export const answerQuestion = (db: Db, clock: Clock, answering: Answering, answer: Answer): Promise<void> =>
  db.transaction().execute(async trx => {
    const introduction = await lockToAnswer(trx, clock, answering)
    const { id, side, personId, actor } = answering
    const at = clock.now()
    if (answer.says === 'not-now') {
      await decline(trx, clock, actor, { introduction, as: answer.because })
      return
    }
    await updateSide(trx, { id, side }, { person_id: personId, agreed_at: at, chose_at: answer.at })
    const other = side === 'asker' ? 'asked' : 'asker'
    if (introduction.sides[other].agreed_at === null) {
      await recordOn(trx, clock, actor, { id, happened: 'agreed' })
      return
    }
    const others = await listAnswerers(trx, introduction, other)
    if (!others.some(({ personId }) => personId === introduction.sides[other].person_id))
      throw failure(
        'conflict',
        'Whoever asked no longer speaks for that organisation. Nobody was told anything of you; ask its leads, if you still want to meet.',
      )
    await updateIntroduction(trx, id, { state: 'accepted', ended_at: at, meets_at: answer.at })
    await recordOn(trx, clock, actor, { id, happened: 'accepted' })
    await tellAddresses(trx, clock, (await findIntroduction(trx, id))!)
  })

async function tellAddresses(trx: Db, clock: Clock, introduction: Introduction): Promise<void> {
  const { asker, asked, sides } = introduction
  const people = await listPeople(
    trx,
    [sides.asker, sides.asked].flatMap(({ person_id }) => person_id ?? []),
  )
  await tellBoth(trx, clock, introduction, {
    what: 'agreed',
    letterFor: (side, secret, answerers) => {
      const met = (name: SideName) => ({
        organisation: (name === 'asker' ? asker : asked)?.name ?? 'a curator of Pipeline',
        name: people.get(answerers[name].personId)?.name ?? null,
        email: answerers[name].email,
      })
      return agreedLetter(
        { ...introduction, meetsAt: introduction.meets_at! },
        { side, secret, self: met(side), other: met(side === 'asker' ? 'asked' : 'asker') },
      )
    },
  })
}

/** Ends a question with a no, and tells those who had said yes. */
export async function decline(
  trx: Db,
  clock: Clock,
  actor: Actor,
  { introduction, as }: { introduction: Introduction; as: DeclinedAs },
): Promise<void> {
  const { id } = introduction
  await updateIntroduction(trx, id, { state: 'declined', ended_at: clock.now(), declined_as: as })
  await recordOn(trx, clock, actor, { id, happened: 'declined' })
  await tellAgreed(trx, clock, {
    introduction,
    what: 'declined',
    letterFor: side => declinedLetter(introduction, { side, as }),
  })
}

type Said = { outcome: Outcome; because: NoFitAs }

/** What came of it, once for each side, after it was asked. */
export const sayOutcome = (
  db: Db,
  clock: Clock,
  { id, side, personId, actor }: Answering,
  { outcome, because }: Said,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const introduction = await lockIntroduction(trx, id)
    const answerers = introduction ? await listAnswerers(trx, introduction, side) : []
    if (!introduction || !answerers.some(answerer => answerer.personId === personId))
      throw failure('absent', '')
    if (introduction.outcome_asked_at === null || introduction.sides[side].outcome)
      throw failure('conflict', 'This was said already, or it is too early to say.')
    await updateSide(
      trx,
      { id, side },
      {
        outcome,
        no_fit_as: outcome === 'no-fit' ? because : null,
        outcome_at: clock.now(),
      },
    )
    await recordOn(trx, clock, actor, { id, happened: 'outcome-said' })
  })
