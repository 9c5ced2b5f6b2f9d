import { type Collaboration, joinedIds, listCollaborationsOf } from '#features/collaborations/index.ts'
import { isLeadOf, type Speaker } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { type Decision, decisionPath, wayLabels } from './decision.ts'
import { listPending } from './queries.ts'

type Pending = { collaboration: Collaboration; decision: Decision }
const daysAhead = 60

async function listPendingOf(db: Db, clock: Clock, { actingFor }: Speaker): Promise<Pending[]> {
  const own = (await listCollaborationsOf(db, actingFor.id)).filter(collaboration =>
    joinedIds(collaboration).includes(actingFor.id),
  )
  const byId = new Map(own.map(collaboration => [collaboration.id, collaboration]))
  const until = inLondon(new Date(clock.now().getTime() + daysAhead * 86_400_000)).date
  return (await listPending(db, [...byId.keys()], until)).map(decision => ({
    collaboration: byId.get(decision.collaboration_id)!,
    decision,
  }))
}

/** Decisions that wait for the answer of one's organisation. */
export const waitingDecisions: Slots['mySections'] = {
  place: 'waits',
  order: 8,
  load: async (db, clock, actor) => {
    const { id } = actor.actingFor
    const waiting = (await listPendingOf(db, clock, actor)).filter(
      ({ decision: { state, way, answers } }) =>
        state === 'open' &&
        (way === 'advice' || isLeadOf(actor, id)) &&
        !answers.some(({ organisation }) => organisation.id === id),
    )
    return {
      title: 'Partners ask you to decide',
      rows: waiting.map(({ collaboration, decision }) => ({
        title: decision.title,
        href: decisionPath(collaboration.plan.slug, decision.number),
        meta: [wayLabels[decision.way], `until ${formatDate(decision.answer_by!)}`],
      })),
    }
  },
}

/** Last days for answers, and days on which decisions are looked at again. */
export const dueDecisions: Slots['closingSoon'] = {
  list: async (db, clock, actor) => {
    const today = inLondon(clock.now()).date
    return (await listPendingOf(db, clock, actor)).flatMap(({ collaboration, decision }) => {
      const { state, answer_by, review_on, title, number } = decision
      const href = decisionPath(collaboration.plan.slug, number)
      if (state === 'open')
        return answer_by! < today ? [] : [{ day: answer_by!, title, href, meta: ['answers close'] }]
      return review_on ? [{ day: review_on, title, href, meta: ['look at this decision again'] }] : []
    })
  },
}
