import {
  findOrganisation,
  listOrganisationsById,
  type OrganisationName,
} from '#features/organisations/index.ts'
import { type Actor, isLeadOf, type Person } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'

/** The organisation, where the actor leads it; a page that does not exist for all others. */
export async function findLed(db: Db, actor: Actor, slug: string): Promise<OrganisationName> {
  const { id, name, slug: ownSlug } = await findOrganisation(db, slug)
  if (!isLeadOf(actor, id)) throw failure('absent', '')
  return { id, name, slug: ownSlug }
}

/** The organisations that a person leads, by name. */
export async function listLed(db: Db, { memberships }: Person): Promise<OrganisationName[]> {
  const ids = memberships.filter(({ role }) => role === 'lead').map(({ organisationId }) => organisationId)
  const led = await listOrganisationsById(db, ids)
  return [...led.values()].toSorted((a, b) => (a.name < b.name ? -1 : 1))
}
