import { listOrganisationsById, type OrganisationFacts } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type Filled, fillSeats, type Seat } from './seats.ts'

/** A call for partners that is open, with who would join, the first to say so first. */
export type Call = {
  id: string
  note: string | null
  /** 'YYYY-MM-DD' */
  ends_on: string
  seats: Filled[]
  joining: OrganisationFacts[]
  /** Those who would join though no seat asks for them. */
  others: string[]
}

/** The open call of each of these opportunities that has one. */
export async function listCalls(db: Db, opportunityIds: string[]): Promise<Map<string, Call>> {
  if (opportunityIds.length === 0) return new Map()
  const calls = await db
    .selectFrom('partner_call')
    .select(['id', 'opportunity_id', 'note', 'ends_on', 'seats'])
    .where('opportunity_id', 'in', opportunityIds)
    .where('ended_at', 'is', null)
    .execute()
  if (calls.length === 0) return new Map()
  const answers = await db
    .selectFrom('partner_call_answer')
    .select(['call_id', 'organisation_id'])
    .where(
      'call_id',
      'in',
      calls.map(({ id }) => id),
    )
    .where('withdrawn_at', 'is', null)
    .orderBy('said_at')
    .orderBy('organisation_id')
    .execute()
  const organisations = await listOrganisationsById(
    db,
    answers.map(({ organisation_id }) => organisation_id),
  )
  return new Map(
    calls.map(({ opportunity_id, seats, ...call }) => {
      const joining = answers
        .filter(({ call_id }) => call_id === call.id)
        .map(({ organisation_id }) => organisations.get(organisation_id)!)
      return [opportunity_id, { ...call, joining, ...fillSeats(seats as Seat[], joining) }]
    }),
  )
}

/** What a person said for their organisation, for their own copy. */
export const listAnswersBy = (db: Db, personId: string) =>
  db
    .selectFrom('partner_call_answer as answer')
    .innerJoin('partner_call', 'partner_call.id', 'answer.call_id')
    .innerJoin('opportunity', 'opportunity.id', 'partner_call.opportunity_id')
    .innerJoin('organisation', 'organisation.id', 'answer.organisation_id')
    .select(['opportunity.title', 'organisation.name as organisation', 'said_at', 'withdrawn_at'])
    .where('person_id', '=', personId)
    .orderBy('said_at')
    .execute()
