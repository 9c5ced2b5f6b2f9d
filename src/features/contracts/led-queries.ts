import { findOrganisation } from '#features/organisations/index.ts'
import { type Actor, hasDuty, isLeadOf } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'

/** The organisation, where the actor may bring in files for it; a page that does not exist for all others. */
export async function findLed(db: Db, actor: Actor, slug: string) {
  const organisation = await findOrganisation(db, slug)
  const isBuyer = organisation.kind === 'council' || organisation.kind === 'public-body'
  if (!isBuyer || !(isLeadOf(actor, organisation.id) || hasDuty(actor, 'curator')))
    throw failure('absent', '')
  return organisation
}

export type Led = Awaited<ReturnType<typeof findLed>>
