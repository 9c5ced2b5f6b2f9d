import { listHidden } from '#features/moderation/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Person, Speaker } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { listCalls } from './call-queries.ts'
import { lockInOrder, lockOpportunity } from './opportunity-queries.ts'
import type { Seat } from './seats.ts'
import { changeCall, endCall, insertCall, upsertAnswer, withdrawAnswer } from './stored-calls.ts'
import { moveMerged, updateOpportunity, upsertChoices } from './stored-opportunities.ts'
import type { OpportunityTable } from './tables.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'opportunity.published': object
    'opportunity.worded': object
    'opportunity.members-chosen': { putIn: number; takenOut: number }
    'opportunity.dismissed': object
    'opportunity.merged': { into: string }
    'opportunity.called': { callId: string }
    'opportunity.call-ended': { callId: string }
    'opportunity.joined': { organisationId: string }
    'opportunity.no-longer-joined': { organisationId: string }
  }
}

type Kind =
  | 'opportunity.published'
  | 'opportunity.worded'
  | 'opportunity.members-chosen'
  | 'opportunity.dismissed'
  | 'opportunity.merged'
  | 'opportunity.called'
  | 'opportunity.call-ended'
  | 'opportunity.joined'
  | 'opportunity.no-longer-joined'

/** One act on an opportunity: nobody else changes it, or the other one, meanwhile, and what was done is recorded on it. */
const act = (
  db: Db,
  clock: Clock,
  actor: Person,
  slug: string,
  work: (trx: Db, opportunity: OpportunityTable, now: Date) => Promise<{ kind: Kind; detail: object }>,
  otherSlug = slug,
): Promise<void> =>
  db.transaction().execute(async trx => {
    await lockInOrder(trx, [slug, otherSlug])
    const opportunity = await lockOpportunity(trx, slug)
    const { kind, detail } = await work(trx, opportunity, clock.now())
    const subject = { kind: 'opportunity', id: opportunity.id }
    await recordActivity(trx, clock, { kind, subject, actor, detail: detail as never })
  })

type Wording = { title: string; summary: string | null }

const requireState = ({ state }: OpportunityTable, ...allowed: OpportunityTable['state'][]) => {
  if (!allowed.includes(state))
    throw failure('conflict', 'Another curator has decided on this meanwhile. Look at it again.')
}

/** Publishes it in these words, or changes the words of what is published; also what was dismissed. */
export const publishOpportunity = (db: Db, clock: Clock, actor: Person, slug: string, wording: Wording) =>
  act(db, clock, actor, slug, async (trx, opportunity, now) => {
    requireState(opportunity, 'proposed', 'published', 'dismissed')
    await updateOpportunity(trx, opportunity.id, {
      ...wording,
      state: 'published',
      dismissal_reason: null,
      published_at: opportunity.published_at ?? now,
      changed_at: now,
    })
    const kind = opportunity.state === 'published' ? 'opportunity.worded' : 'opportunity.published'
    return { kind, detail: {} }
  })

type Member = { kind: string; id: string }

/** Puts things in and takes others out for good: the night does not undo it. */
export const chooseMembers = (
  db: Db,
  clock: Clock,
  actor: Person,
  slug: string,
  { putIn, takenOut }: { putIn: Member[]; takenOut: Member[] },
) =>
  act(db, clock, actor, slug, async (trx, opportunity, now) => {
    requireState(opportunity, 'proposed', 'published', 'dismissed')
    const choice = (belongs: boolean) => (member: Member) => ({
      opportunity_id: opportunity.id,
      kind: member.kind,
      subject_id: member.id,
      belongs,
    })
    await upsertChoices(trx, [...takenOut.map(choice(false)), ...putIn.map(choice(true))])
    await updateOpportunity(trx, opportunity.id, { changed_at: now })
    const detail = { putIn: putIn.length, takenOut: takenOut.length }
    return { kind: 'opportunity.members-chosen', detail }
  })

export const dismissOpportunity = (db: Db, clock: Clock, actor: Person, slug: string, reason: string) =>
  act(db, clock, actor, slug, async (trx, opportunity, now) => {
    requireState(opportunity, 'proposed', 'published')
    await updateOpportunity(trx, opportunity.id, {
      state: 'dismissed',
      dismissal_reason: reason,
      changed_at: now,
    })
    return { kind: 'opportunity.dismissed', detail: {} }
  })

/** From then on it is part of the other: its members, and what will be found as it, count there. */
export const mergeOpportunity = (db: Db, clock: Clock, actor: Person, slug: string, intoSlug: string) =>
  act(
    db,
    clock,
    actor,
    slug,
    async (trx, opportunity, now) => {
      requireState(opportunity, 'proposed', 'published')
      const into = await lockOpportunity(trx, intoSlug)
      requireState(into, 'proposed', 'published')
      if (into.id === opportunity.id) throw failure('invalid', 'Choose another opportunity than this one.')
      if (opportunity.state === 'published' && into.state === 'proposed')
        throw failure(
          'conflict',
          'Nobody sees the other one yet. Publish it first, then merge this one into it.',
        )
      await moveMerged(trx, opportunity.id, into.id)
      await updateOpportunity(trx, opportunity.id, { state: 'merged', merged_into: into.id, changed_at: now })
      await updateOpportunity(trx, into.id, { changed_at: now })
      await recordActivity(trx, clock, {
        kind: 'opportunity.worded',
        subject: { kind: 'opportunity', id: into.id },
        actor,
        detail: {},
      })
      return { kind: 'opportunity.merged', detail: { into: into.id } }
    },
    intoSlug,
  )

type Called = { seats: Seat[]; note: string | null; ends_on: string }

const openCall = async (trx: Db, { id }: OpportunityTable) => (await listCalls(trx, [id])).get(id)

/** Calls for partners, or changes the call that is open; who said they would join stays. */
export const callForPartners = (db: Db, clock: Clock, actor: Person, slug: string, called: Called) =>
  act(db, clock, actor, slug, async (trx, opportunity, now) => {
    requireState(opportunity, 'published')
    const open = await openCall(trx, opportunity)
    const id = open?.id ?? newId()
    if (open) await changeCall(trx, id, called)
    else await insertCall(trx, { id, opportunity_id: opportunity.id, made_at: now, ...called })
    return { kind: 'opportunity.called', detail: { callId: id } }
  })

export const endPartnerCall = (db: Db, clock: Clock, actor: Person, slug: string) =>
  act(db, clock, actor, slug, async (trx, opportunity, now) => {
    const open = await openCall(trx, opportunity)
    if (!open) throw failure('absent', '')
    await endCall(trx, open.id, now)
    return { kind: 'opportunity.call-ended', detail: { callId: open.id } }
  })

async function findAnswerable(trx: Db, clock: Clock, opportunity: OpportunityTable) {
  const isHidden = (await listHidden(trx, 'opportunity', [opportunity.id])).has(opportunity.id)
  const open = opportunity.state === 'published' && !isHidden && (await openCall(trx, opportunity))
  if (!open) throw failure('absent', '')
  if (open.ends_on < inLondon(clock.now()).date)
    throw failure('conflict', 'The day by which partners were sought has passed.')
  return open
}

/** Says for the speaker's organisation that it would join. */
export const joinCall = (db: Db, clock: Clock, actor: Speaker, slug: string) =>
  act(db, clock, actor, slug, async (trx, opportunity, now) => {
    const { id } = await findAnswerable(trx, clock, opportunity)
    const organisationId = actor.actingFor.id
    const said = { organisation_id: organisationId, person_id: actor.id, said_at: now }
    await upsertAnswer(trx, { call_id: id, ...said })
    return { kind: 'opportunity.joined', detail: { organisationId } }
  })

export const leaveCall = (db: Db, clock: Clock, actor: Speaker, slug: string) =>
  act(db, clock, actor, slug, async (trx, opportunity, now) => {
    const { id } = await findAnswerable(trx, clock, opportunity)
    const organisationId = actor.actingFor.id
    await withdrawAnswer(trx, id, organisationId, now)
    return { kind: 'opportunity.no-longer-joined', detail: { organisationId } }
  })
