import type { Actor } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { slugOf } from '#plumbing/slug.ts'
import { recordChanges, saveOrganisations } from './actions.ts'
import type { OrganisationKind } from './organisation.ts'

const context = (clock: Clock, actor: Actor) => ({
  source: { name: 'Added on Pipeline and confirmed by its curators', asOf: inLondon(clock.now()).date },
  clock,
  actor,
})

export type WrittenOrganisation = {
  name: string
  kind: Exclude<OrganisationKind, 'council'>
  website: string | null
}

/** Lists an organisation that somebody added here; gives its id. */
export async function addOrganisation(
  trx: Db,
  clock: Clock,
  actor: Actor,
  { name, kind, website }: WrittenOrganisation,
): Promise<string> {
  const value = `${slugOf(name)}-${newId().slice(-6)}`
  const facts = { name, short_name: name, kind, website, status: 'current', certainty: null } as const
  const draft = { known: { scheme: 'pipeline' as const, value }, facts, otherNames: [], identifiers: [] }
  const [id] = await saveOrganisations(trx, context(clock, actor), [draft])
  return id!
}

/** `memberId` owns `bodyId`, or is in the group that `bodyId` is. */
export type Tie = { kind: 'owner' | 'group'; memberId: string; bodyId: string }

/** Who said it (the name of an organisation, or null for the curators themselves) and when. */
export type Said = { by: string | null; at: Date }

/** Ties two organisations; both pages and the search show it. */
export async function tieOrganisations(
  trx: Db,
  clock: Clock,
  actor: Actor,
  { said, ...tie }: Tie & { said: Said },
): Promise<void> {
  await trx
    .insertInto('organisation_member')
    .values({
      body_id: tie.bodyId,
      member_id: tie.memberId,
      kind: tie.kind,
      source: said.by ? `${said.by} on Pipeline, confirmed by its curators` : 'Pipeline’s curators',
      source_as_of: inLondon(said.at).date,
    })
    .onConflict(conflict => conflict.doNothing())
    .execute()
  await recordChanges(trx, context(clock, actor), [tie.bodyId, tie.memberId], 'ties')
}

/** Ends a tie that was made here. */
export async function untieOrganisations(trx: Db, clock: Clock, actor: Actor, tie: Tie): Promise<void> {
  await trx
    .deleteFrom('organisation_member')
    .where('body_id', '=', tie.bodyId)
    .where('member_id', '=', tie.memberId)
    .where('kind', '=', tie.kind)
    .execute()
  await recordChanges(trx, context(clock, actor), [tie.bodyId, tie.memberId], 'ties')
}
