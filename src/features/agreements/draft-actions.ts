import type { Visibility } from '#features/accounts/index.ts'
import {
  type Collaboration,
  holdIfShown,
  lockOwn,
  requireLead,
  seenBy,
  tellWidened,
} from '#features/collaborations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { termsPath } from './agreement.ts'
import { findCanvas } from './canvas-queries.ts'
import type { Filled } from './clause.ts'
import { clauseOf } from './clause-library.ts'
import { type Draft, firstKeys, notTakenUp, topicKey } from './draft.ts'
import { findDraft } from './queries.ts'
import { insertAgreement, insertClauses, orderClauses, updateClause, updateTerms } from './stored-drafts.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'agreement.begun': { collaborationId: string }
    'agreement.clause-changed': { key: string }
    'agreement.clause-moved': { key: string }
    'agreement.terms-set': { visibility: Visibility }
  }
}

const subjectOf = (id: string) => ({ kind: 'agreement', id })
const by = (actor: Speaker, clock: Clock) => ({
  changed_at: clock.now(),
  changed_by_organisation: actor.actingFor.id,
  changed_by: actor.id,
})

const newClause = (key: string, place: number) => ({ key, place, way: clauseOf(key)?.ways[0]?.key ?? '' })

/** Begins the draft of a collaboration's agreement with every clause there is; nothing where it was begun already. */
export const beginDraft = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const standing = await lockOwn(trx, actor, collaboration)
    const { id: collaborationId } = standing
    if (await findDraft(trx, collaborationId)) return
    const id = newId()
    const keys = firstKeys(await findCanvas(trx, clock, standing, actor.actingFor.id))
    await insertAgreement(trx, { id, collaboration_id: collaborationId, begun_at: clock.now() })
    await insertClauses(trx, id, keys.map(newClause), by(actor, clock))
    await recordActivity(trx, clock, {
      kind: 'agreement.begun',
      subject: subjectOf(id),
      actor,
      detail: { collaborationId },
    })
  })

/** The draft that nobody else can change meanwhile. */
async function lockedDraft(trx: Db, actor: Speaker, collaboration: Collaboration): Promise<Draft> {
  const { id } = await lockOwn(trx, actor, collaboration)
  const draft = await findDraft(trx, id)
  if (!draft) throw failure('absent', '')
  return draft
}

type ClauseChange = {
  collaboration: Collaboration
  key: string
  /** As its editor saw it. */
  edition: number
  change: { isIn: boolean; way: string; filled: Filled } | { isIn: boolean }
}

/** Changes a clause of the draft; false, and nothing is changed, where somebody else has changed it meanwhile. */
export const changeClause = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { collaboration, key, edition, change: { isIn, ...change } }: ClauseChange,
): Promise<boolean> =>
  db.transaction().execute(async trx => {
    const { id, clauses } = await lockedDraft(trx, actor, collaboration)
    if (!clauses.some(clause => clause.key === key)) throw failure('absent', '')
    const place = { agreementId: id, key, edition }
    if (!(await updateClause(trx, place, { ...change, is_in: isIn }, by(actor, clock)))) return false
    await recordActivity(trx, clock, {
      kind: 'agreement.clause-changed',
      subject: subjectOf(id),
      actor,
      detail: { key },
    })
    return true
  })

/** Moves a clause of the draft up or down by one among those that are in it. */
export const moveClause = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { collaboration, key, isUp }: { collaboration: Collaboration; key: string; isUp: boolean },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const { id, clauses } = await lockedDraft(trx, actor, collaboration)
    const keys = clauses.map(clause => clause.key)
    const from = keys.indexOf(key)
    if (from < 0) throw failure('absent', '')
    const isIn = clauses.map(clause => clause.isIn)
    const to = isUp ? isIn.lastIndexOf(true, from - 1) : isIn.indexOf(true, from + 1)
    if (to < 0 || (isUp && from === 0)) return
    keys.splice(from, 1)
    keys.splice(to, 0, key)
    await orderClauses(trx, id, keys)
    await recordActivity(trx, clock, {
      kind: 'agreement.clause-moved',
      subject: subjectOf(id),
      actor,
      detail: { key },
    })
  })

/** Takes into the draft what was resolved on the canvas since it was begun. */
export const takeUpResolutions = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const draft = await lockedDraft(trx, actor, collaboration)
    const canvas = await findCanvas(trx, clock, collaboration, actor.actingFor.id)
    const keys = [...new Set(notTakenUp(canvas, draft).map(({ topic }) => topicKey(topic)))]
    if (keys.length === 0) return
    const clauses = keys.map((key, at) => newClause(key, draft.clauses.length + at))
    await insertClauses(trx, draft.id, clauses, by(actor, clock))
    for (const key of keys)
      await recordActivity(trx, clock, {
        kind: 'agreement.clause-changed',
        subject: subjectOf(draft.id),
        actor,
        detail: { key },
      })
  })

type Terms = { visibility: Visibility; reviewOn: string | null; endsOn: string | null }

/** Says who sees the agreement that stands, and when the next version is looked at again and ends. */
export const setTerms = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { collaboration, terms }: { collaboration: Collaboration; terms: Terms },
): Promise<void> =>
  db.transaction().execute(async trx => {
    requireLead(actor, 'To say who sees the agreement, and how long it holds,')
    const { id, visibility: before } = await lockedDraft(trx, actor, collaboration)
    const { visibility, reviewOn, endsOn } = terms
    await updateTerms(trx, id, { visibility, review_on: reviewOn, ends_on: endsOn })
    await holdIfShown(trx, clock, actor, collaboration, visibility)
    await tellWidened(trx, clock, {
      collaboration,
      from: seenBy(before, collaboration),
      to: seenBy(visibility, collaboration),
      by: actor,
      what: 'the agreement',
      href: termsPath(collaboration.plan.slug),
    })
    await recordActivity(trx, clock, {
      kind: 'agreement.terms-set',
      subject: subjectOf(id),
      actor,
      detail: { visibility },
    })
  })
