import type { OrganisationName } from '#features/organisations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { findPresent, insertMembership, updateMembership, wasTurnedAway } from './membership-queries.ts'

/**
 * Confirms a person in an organisation whose own sign-in they came by, within the transaction of that sign-in. Whoever
 * was turned away or let go by someone else stays so.
 */
export async function confirmBySignOn(
  trx: Db,
  clock: Clock,
  personId: string,
  organisation: OrganisationName,
): Promise<void> {
  const present = await findPresent(trx, personId, organisation.id)
  if (present?.state === 'confirmed' || (await wasTurnedAway(trx, personId, organisation.id))) return
  const now = clock.now()
  const id = present?.id ?? newId()
  const confirmed = { state: 'confirmed', ground: 'single-sign-on', decided_at: now } as const
  if (present) await updateMembership(trx, id, confirmed)
  else
    await insertMembership(trx, {
      ...confirmed,
      id,
      person_id: personId,
      organisation_id: organisation.id,
      role: 'member',
      requested_at: now,
    })
  await recordActivity(trx, clock, {
    kind: 'membership.confirmed',
    subject: { kind: 'membership', id },
    actor: { kind: 'person', id: personId, memberships: [], actingFor: organisation, duties: [] },
    detail: { organisationId: organisation.id, ground: 'single-sign-on' },
  })
}
