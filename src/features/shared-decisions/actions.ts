import type { Visibility } from '#features/accounts/index.ts'
import {
  type Collaboration,
  lockOwn,
  requireLead,
  seenBy,
  tellPartners,
  tellWidened,
} from '#features/collaborations/index.ts'
import { holdFirstPost } from '#features/moderation/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import {
  type Answer,
  type AskingWay,
  answersTo,
  type Decision,
  decisionVisibilityPath,
  mayBeClosed,
  obstacleToAgreed,
  type Result,
  tallyOf,
  type Way,
} from './decision.ts'
import { askedLetter, decidedLetter } from './letters.ts'
import { findDecision, findJustWritten } from './queries.ts'
import { closeDecision, insertAnswer, insertDecision, setReview, setVisibility } from './stored-decisions.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'shared-decision.asked': { collaborationId: string; way: Way }
    'shared-decision.answered': { organisationId: string; answer: Answer }
    'shared-decision.decided': { collaborationId: string; result: Result }
    'shared-decision.withdrawn': Record<string, never>
    'shared-decision.reviewed': { reviewOn: string | null }
    'shared-decision.shown': { visibility: Visibility }
  }
}

const subjectOf = (id: string) => ({ kind: 'shared-decision', id })

type Written = { title: string; words: string | null; visibility: Visibility }
type Asking = Written & { way: AskingWay; answer_by: string }
type Recording = Written & { outcome: string; decided_on: string; review_on: string | null }

const inserting = (
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
  { title, words, visibility }: Written,
) => ({
  id: newId(),
  collaboration_id: collaboration.id,
  title,
  words,
  visibility,
  organisation_id: actor.actingFor.id,
  asked_by: actor.id,
  asked_at: clock.now(),
})

/** What others than the partners see is looked at first, as the rest of what an organisation shows. */
async function holdIfShown(trx: Db, clock: Clock, actor: Speaker, id: string, visibility: Visibility) {
  if (visibility !== 'partners') await holdFirstPost(trx, clock, actor, subjectOf(id))
}

/** Asks the partners to decide, by mail; the number of what they are asked. */
export const askPartners = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  read: Collaboration,
  { way, answer_by, ...written }: Asking,
): Promise<number> =>
  db.transaction().execute(async trx => {
    const collaboration = await lockOwn(trx, actor, read)
    const row = { ...inserting(clock, actor, collaboration, written), way, answer_by }
    const known = await findJustWritten(trx, row, { outcome: null })
    if (known !== undefined) return known
    const number = await insertDecision(trx, row)
    await recordActivity(trx, clock, {
      kind: 'shared-decision.asked',
      subject: subjectOf(row.id),
      actor,
      detail: { collaborationId: collaboration.id, way },
    })
    await holdIfShown(trx, clock, actor, row.id, written.visibility)
    const decision = (await findDecision(trx, collaboration.id, number))!
    await tellPartners(trx, clock, collaboration, {
      key: `shared decision ${row.id} asked`,
      letterFor: ({ name }) => askedLetter(collaboration, decision, name),
      but: actor.id,
    })
    return number
  })

/** Puts into the log what was decided elsewhere, such as in a meeting; its number. */
export const recordDecision = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  read: Collaboration,
  { outcome, decided_on, review_on, ...written }: Recording,
): Promise<number> =>
  db.transaction().execute(async trx => {
    const collaboration = await lockOwn(trx, actor, read)
    const row = {
      ...inserting(clock, actor, collaboration, written),
      way: 'elsewhere' as const,
      answer_by: null,
    }
    const known = await findJustWritten(trx, row, { outcome })
    if (known !== undefined) return known
    const number = await insertDecision(trx, row)
    const result = 'agreed'
    await closeDecision(trx, row.id, {
      ...closingBy(clock, actor, 'decided'),
      result,
      outcome,
      decided_on,
      review_on,
      tally: null,
    })
    await recordActivity(trx, clock, {
      kind: 'shared-decision.decided',
      subject: subjectOf(row.id),
      actor,
      detail: { collaborationId: collaboration.id, result },
    })
    await holdIfShown(trx, clock, actor, row.id, written.visibility)
    await tellDecided(trx, clock, actor, collaboration, number)
    return number
  })

const closingBy = <State extends 'decided' | 'withdrawn'>(clock: Clock, actor: Speaker, state: State) => ({
  state,
  closed_by: actor.id,
  closed_by_organisation: actor.actingFor.id,
  closed_at: clock.now(),
})

async function tellDecided(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
  number: number,
) {
  const decision = (await findDecision(trx, collaboration.id, number))!
  await tellPartners(trx, clock, collaboration, {
    key: `shared decision ${decision.id} decided`,
    letterFor: ({ name }) => decidedLetter(collaboration, decision, name),
    but: actor.id,
  })
}

/** What stands once nobody else can change it; a Failure where it is closed already. */
async function lockOpen(
  trx: Db,
  actor: Speaker,
  read: Collaboration,
  number: number,
): Promise<{ collaboration: Collaboration; decision: Decision }> {
  const collaboration = await lockOwn(trx, actor, read)
  const decision = await findDecision(trx, collaboration.id, number)
  if (!decision) throw failure('absent', '')
  if (decision.state !== 'open') throw failure('conflict', 'This was closed meanwhile.')
  return { collaboration, decision }
}

type Answering = { number: number; answer: Answer; words: string | null }

/** Answers for the organisation one acts for, in place of what it answered before. What binds it is for its leads. */
export const answerDecision = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
  { number, answer, words }: Answering,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const { id, way } = (await lockOpen(trx, actor, collaboration, number)).decision
    if (way === 'elsewhere' || !(answer in answersTo[way])) throw failure('absent', '')
    if (way !== 'advice') requireLead(actor, 'To answer')
    const organisationId = actor.actingFor.id
    await insertAnswer(trx, {
      decision_id: id,
      organisation_id: organisationId,
      answer,
      words,
      answered_at: clock.now(),
      person_id: actor.id,
    })
    await recordActivity(trx, clock, {
      kind: 'shared-decision.answered',
      subject: subjectOf(id),
      actor,
      detail: { organisationId, answer },
    })
  })

type Deciding = { number: number; result: Result; outcome: string; review_on: string | null }

/** Says what it came to. Refuses while organisations may still answer, and a yes that the answers do not bear. */
export const decide = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  read: Collaboration,
  { number, result, outcome, review_on }: Deciding,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const { collaboration, decision } = await lockOpen(trx, actor, read, number)
    const tally = tallyOf(collaboration, decision.answers)
    const today = inLondon(clock.now()).date
    if (!mayBeClosed(decision, tally, today))
      throw failure('conflict', 'Organisations may still answer: their last day has not passed.')
    const obstacle = result === 'agreed' ? obstacleToAgreed(decision.way, tally) : null
    if (obstacle) throw failure('conflict', `This cannot be agreed. ${obstacle}`)
    await closeDecision(trx, decision.id, {
      ...closingBy(clock, actor, 'decided'),
      result,
      outcome,
      decided_on: today,
      review_on,
      tally,
    })
    await holdIfShown(trx, clock, actor, decision.id, decision.visibility)
    await recordActivity(trx, clock, {
      kind: 'shared-decision.decided',
      subject: subjectOf(decision.id),
      actor,
      detail: { collaborationId: collaboration.id, result },
    })
    await tellDecided(trx, clock, actor, collaboration, number)
  })

/** Takes a question back that is not decided; for the organisation that asked. It stays in the log. */
export const withdrawDecision = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
  number: number,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const { id, organisation } = (await lockOpen(trx, actor, collaboration, number)).decision
    if (organisation.id !== actor.actingFor.id)
      throw failure('forbidden', `${organisation.name} asked this, and takes it back.`)
    const nothing = { result: null, outcome: null, decided_on: null, review_on: null, tally: null }
    await closeDecision(trx, id, { ...closingBy(clock, actor, 'withdrawn'), ...nothing })
    await recordActivity(trx, clock, {
      kind: 'shared-decision.withdrawn',
      subject: subjectOf(id),
      actor,
      detail: {},
    })
  })

/** Says anew who sees a decision; the partners are told when more people do. */
export const showDecision = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  read: Collaboration,
  { number, visibility }: { number: number; visibility: Visibility },
): Promise<void> =>
  db.transaction().execute(async trx => {
    requireLead(actor, 'To say who sees a decision')
    const collaboration = await lockOwn(trx, actor, read)
    const decision = await findDecision(trx, collaboration.id, number)
    if (!decision) throw failure('absent', '')
    await setVisibility(trx, decision.id, visibility)
    await holdIfShown(trx, clock, actor, decision.id, visibility)
    await recordActivity(trx, clock, {
      kind: 'shared-decision.shown',
      subject: subjectOf(decision.id),
      actor,
      detail: { visibility },
    })
    await tellWidened(trx, clock, {
      collaboration,
      from: seenBy(decision.visibility, collaboration),
      to: seenBy(visibility, collaboration),
      by: actor,
      what: `decision ${number}`,
      href: decisionVisibilityPath(collaboration.plan.slug, number),
    })
  })

/** Says that a decision was looked at again and stands, and when to look next. */
export const keepDecision = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
  { number, review_on }: { number: number; review_on: string | null },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const { id } = await lockOwn(trx, actor, collaboration)
    const decision = await findDecision(trx, id, number)
    if (decision?.state !== 'decided') throw failure('absent', '')
    await setReview(trx, decision.id, review_on)
    await recordActivity(trx, clock, {
      kind: 'shared-decision.reviewed',
      subject: subjectOf(decision.id),
      actor,
      detail: { reviewOn: review_on },
    })
  })
