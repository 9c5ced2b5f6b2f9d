import { type Collaboration, lockOwn, requireLead, tellPartners } from '#features/collaborations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import { isLeadOf, type Speaker } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { proposedLetter } from './letters.ts'
import { findCanvas } from './queries.ts'
import { type CanvasTopic, listCanvasTopics } from './resolution-queries.ts'
import type { Outcome } from './settlement.ts'
import { endSettlement, insertConfirmation, insertSettlement } from './stored-settlements.ts'
import type { TopicName } from './topic.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'canvas.proposed': { topic: TopicName; outcome: Outcome }
    'canvas.confirmed': { topic: TopicName; settlementId: string }
  }
}

/** A topic as it stands for the organisation one acts for, once nobody else can change it; absent while it is not shown. */
async function lockTopic(
  trx: Db,
  clock: Clock,
  actor: Speaker,
  collaboration: Collaboration,
  name: TopicName,
) {
  const standing = await lockOwn(trx, actor, collaboration)
  const canvas = await findCanvas(trx, standing, actor.actingFor.id)
  const topic = (await listCanvasTopics(trx, clock, canvas)).find(
    ({ reading }) => reading.topic.name === name,
  )!
  if (!canvas.isShown || !topic.difference) throw failure('absent', '')
  return { canvas, topic: topic as CanvasTopic & { difference: object } }
}

export type Proposal = { topic: TopicName; outcome: Outcome; words: string; parked_until: string | null }

/**
 * Proposes what to do about a difference, in place of what was proposed before. A lead's proposal is their organisation's
 * yes. False, and nothing is proposed, where something else stands than what they saw, by its id.
 */
export const proposeSettlement = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { collaboration, proposal, seen }: { collaboration: Collaboration; proposal: Proposal; seen?: string },
): Promise<boolean> =>
  db.transaction().execute(async trx => {
    const { topic: name, ...said } = proposal
    const { canvas, topic } = await lockTopic(trx, clock, actor, collaboration, name)
    if (topic.reading.outcome !== 'differs')
      throw failure('conflict', 'The organisations no longer differ on this.')
    if (seen !== undefined && seen !== (topic.settled.settlement?.id ?? '')) return false
    const { id: organisation_id, name: organisation } = actor.actingFor
    const now = clock.now()
    const id = newId()
    await endSettlement(trx, topic.difference.id, { ended_at: now, ended_because: 'replaced' })
    await insertSettlement(trx, {
      ...said,
      id,
      difference_id: topic.difference.id,
      organisation_id,
      proposed_at: now,
      proposed_by: actor.id,
    })
    const isAgreed = isLeadOf(actor, organisation_id)
    if (isAgreed)
      await insertConfirmation(trx, {
        settlement_id: id,
        organisation_id,
        confirmed_at: now,
        confirmed_by: actor.id,
      })
    const { id: collaborationId, plan } = canvas.collaboration
    await recordActivity(trx, clock, {
      kind: 'canvas.proposed',
      subject: { kind: 'collaboration', id: collaborationId },
      actor,
      detail: { topic: name, outcome: said.outcome },
    })
    if (said.outcome === 'parked') return true
    // Who has not answered yet does not see where the others differ, and hears of it once it does.
    const asked = new Set(
      canvas.partners
        .filter(({ organisation, done_at }) => done_at && !(isAgreed && organisation.id === organisation_id))
        .map(({ organisation }) => organisation.id),
    )
    const partners = canvas.collaboration.partners.filter(each => asked.has(each.organisation.id))
    await tellPartners(
      trx,
      clock,
      { ...canvas.collaboration, partners },
      {
        key: `canvas settlement ${id}`,
        but: actor.id,
        letterFor: told =>
          proposedLetter(
            { title: plan.said.title, slug: plan.slug },
            { organisation, told: told.name, topic: topic.reading.topic },
          ),
      },
    )
    return true
  })

type Yes = { collaboration: Collaboration; topic: TopicName; settlementId: string }

/** Says yes, as a lead, to what was proposed, in the words that stood there. */
export const confirmSettlement = (
  db: Db,
  clock: Clock,
  actor: Speaker,
  { collaboration, topic: name, settlementId }: Yes,
): Promise<void> =>
  db.transaction().execute(async trx => {
    const { canvas, topic } = await lockTopic(trx, clock, actor, collaboration, name)
    const { settlement } = topic.settled
    if (settlement?.id !== settlementId || settlement.outcome === 'parked')
      throw failure(
        'conflict',
        'Something else was proposed meanwhile, or an answer was changed. Read it again.',
      )
    requireLead(actor, 'To say yes')
    const isFirst = await insertConfirmation(trx, {
      settlement_id: settlementId,
      organisation_id: actor.actingFor.id,
      confirmed_at: clock.now(),
      confirmed_by: actor.id,
    })
    if (!isFirst) throw failure('conflict', `${actor.actingFor.name} has said yes already.`)
    await recordActivity(trx, clock, {
      kind: 'canvas.confirmed',
      subject: { kind: 'collaboration', id: canvas.collaboration.id },
      actor,
      detail: { topic: name, settlementId },
    })
  })
