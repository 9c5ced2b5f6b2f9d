import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { opportunityPath } from './opportunity.ts'

/** Whoever said that their organisation would join a common need, while its call is open. */
export const ownedAnswers: Slots['owned'] = {
  kind: 'call-answer',
  as: 'contact',
  listIds: async (db, { personId, organisationId }) => {
    const rows = await db
      .selectFrom('partner_call_answer')
      .innerJoin('partner_call', 'partner_call.id', 'call_id')
      .select('call_id')
      .where('person_id', '=', personId)
      .where('organisation_id', '=', organisationId)
      .where('withdrawn_at', 'is', null)
      .where('ended_at', 'is', null)
      .execute()
    return rows.map(({ call_id }) => call_id)
  },
  describe: async (db, { organisationId, ids }) => {
    const rows = await db
      .selectFrom('partner_call')
      .innerJoin('opportunity', 'opportunity.id', 'opportunity_id')
      .innerJoin('partner_call_answer', 'call_id', 'partner_call.id')
      .select(['partner_call.id', 'opportunity_id', 'title', 'slug', 'ends_on', 'made_at', 'person_id'])
      .where('organisation_id', '=', organisationId)
      .where('withdrawn_at', 'is', null)
      .where('partner_call.id', 'in', ids)
      .where('ended_at', 'is', null)
      .orderBy('partner_call.id')
      .execute()
    return rows.map(({ id, opportunity_id, title, slug, ends_on, made_at, person_id }) => ({
      id,
      title,
      path: opportunityPath(slug),
      what: 'answer to a call for partners',
      waits: [`call for partners from ${formatDate(londonDay(made_at))} to ${formatDate(ends_on)}`],
      subject: { kind: 'opportunity', id: opportunity_id },
      ownerId: person_id,
      deputyId: null,
    }))
  },
  give: async (trx, _clock, _actor, { id, organisationId, fromId, toId }) => {
    await trx
      .updateTable('partner_call_answer')
      .set({ person_id: toId })
      .where('call_id', '=', id)
      .where('organisation_id', '=', organisationId)
      .where(({ or, eb }) => or([eb('person_id', '=', fromId), eb('person_id', 'is', null)]))
      .execute()
  },
}
