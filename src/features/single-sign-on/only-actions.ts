import { deleteMailSessions } from '#features/accounts/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Actor, Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { proofBy } from './only.ts'
import { deleteOnly, hasSignedOn, insertOnly, listDomains } from './only-queries.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'sign-on.required': Record<string, never>
    'sign-on.relaxed': Record<string, never>
  }
}

/** Makes an organisation's own sign-in the only one for its addresses, and ends what its people began by mail. */
export const requireSignOn = (db: Db, clock: Clock, actor: Person, { id }: OrganisationName): Promise<void> =>
  db.transaction().execute(async trx => {
    if (!(await hasSignedOn(trx, id, proofBy(actor, id))))
      throw failure(
        'conflict',
        'Nobody who leads this organisation has signed in by its own sign-in yet. Do that first: then we know that it works, and nobody is locked out.',
      )
    if (!(await insertOnly(trx, id, clock.now()))) return
    const domains = await listDomains(trx, id)
    await deleteMailSessions(trx, {
      organisationId: id,
      domains: domains.filter(({ sharedWith }) => sharedWith.length === 0).map(({ domain }) => domain),
    })
    await record(trx, clock, actor, 'sign-on.required', id)
  })

/** Lets an organisation's people sign in by mail again. */
export const relaxSignOn = (
  db: Db,
  clock: Clock,
  actor: Actor,
  organisation: OrganisationName,
): Promise<void> => db.transaction().execute(trx => relaxWithin(trx, clock, actor, organisation))

/** As {@link relaxSignOn}, as a part of another act. */
export async function relaxWithin(trx: Db, clock: Clock, actor: Actor, { id }: OrganisationName) {
  if (await deleteOnly(trx, id)) await record(trx, clock, actor, 'sign-on.relaxed', id)
}

const record = (
  trx: Db,
  clock: Clock,
  actor: Actor,
  kind: 'sign-on.required' | 'sign-on.relaxed',
  organisationId: string,
) => recordActivity(trx, clock, { kind, subject: { kind: 'sign-on', id: organisationId }, actor, detail: {} })
