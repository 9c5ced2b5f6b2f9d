import { listPeople, listSpokespeople } from '#features/accounts/index.ts'
import type { Db } from '#plumbing/database/database.ts'

export type Keeper = { id: string; name: string; role: 'lead' | 'member' }

/** Who can be named to look after something of an organisation, as colleagues know them. */
export async function listKeepers(db: Db, organisationId: string): Promise<Keeper[]> {
  const spokespeople = await listSpokespeople(db, organisationId)
  const people = await listPeople(
    db,
    spokespeople.map(({ personId }) => personId),
  )
  return spokespeople.map(({ personId, email, role }) => ({
    id: personId,
    role,
    name: people.get(personId)?.name ?? email,
  }))
}
