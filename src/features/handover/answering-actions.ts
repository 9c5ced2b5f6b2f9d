import { recordActivity } from '#plumbing/activity.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Site } from '#plumbing/feature.ts'
import { closeIfDone } from './closing-actions.ts'
import { take } from './giving-actions.ts'
import type { Handover, Item } from './handover.ts'
import { askLeads, listHeirs } from './naming-actions.ts'
import { organisationOf } from './organisation-queries.ts'
import { listItems, lockHandover, spendLinks, updateItem } from './stored-handovers.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'handover.answered': Record<string, never>
  }
}

/** What one person is offered, while they still speak for the organisation. */
export async function listOffer(db: Db, handover: Handover, personId: string): Promise<Item[]> {
  if (handover.ended_at !== null || !(await listHeirs(db, handover)).has(personId)) return []
  return (await listItems(db, handover.id)).filter(
    ({ state, heir_id }) => state === 'offered' && heir_id === personId,
  )
}

/** Someone who takes over, as the record knows who acts for whom. */
async function heirOf(trx: Db, handover: Handover, personId: string): Promise<Person> {
  const { id, name, kind } = await organisationOf(trx, handover)
  const person = (await listHeirs(trx, handover)).get(personId)
  if (!person) throw failure('absent', '')
  const isPublicSector = kind === 'council' || kind === 'public-body'
  return {
    kind: 'person',
    id: personId,
    memberships: [{ organisationId: id, role: person.role, isPublicSector }],
    actingFor: { id, name },
    duties: [],
  }
}

export type Answered = 'taken' | 'taken-in-part' | 'refused'

type Answering = { id: string; personId: string; taken: string[]; refusal: string | null; site: Site }

/** Takes what is ticked of an offer, and leaves the rest to those who lead. 'spent' when there is nothing to answer any more. */
export const answerOffer = (
  db: Db,
  clock: Clock,
  { id, personId, taken, refusal, site }: Answering,
): Promise<Answered | 'spent'> =>
  db.transaction().execute(async trx => {
    const handover = await lockHandover(trx, id)
    const actor = await heirOf(trx, handover, personId)
    const offered = await listOffer(trx, handover, personId)
    if (offered.length === 0) return 'spent'
    const refused = offered.filter(item => !taken.includes(item.id))
    for (const item of offered)
      if (taken.includes(item.id)) await take(trx, clock, actor, { site, handover, item, heirId: personId })
    for (const item of refused)
      await updateItem(trx, item.id, {
        state: 'left-to-leads',
        heir_id: null,
        refusal,
        refused_by: personId,
      })
    await spendLinks(trx, { handoverId: id, personId, at: clock.now() })
    const subject = { kind: 'handover', id }
    await recordActivity(trx, clock, { kind: 'handover.answered', subject, actor, detail: {} })
    await askLeads(trx, clock, actor, { site, handover, left: refused })
    await closeIfDone(trx, clock, handover)
    if (refused.length === 0) return 'taken'
    return refused.length < offered.length ? 'taken-in-part' : 'refused'
  })
