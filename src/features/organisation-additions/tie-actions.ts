import { type Tie, tieOrganisations, untieOrganisations } from '#features/organisations/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { newId } from '#plumbing/id.ts'
import { insertTie, lockTie, markTie } from './addition-queries.ts'
import { decidesOnOwn, tellCurators } from './curator-actions.ts'

/** `isOwn`: the curator decided on what they had asked for, as there was no other. */
type TieDetail = { isOwn?: boolean }
type Verb = 'asked' | 'confirmed' | 'refused' | 'ended'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'organisation-tie.asked': TieDetail
    'organisation-tie.confirmed': TieDetail
    'organisation-tie.refused': TieDetail
    'organisation-tie.ended': TieDetail
  }
}

const record = (
  trx: Db,
  clock: Clock,
  actor: Person,
  { verb, id, ...detail }: { verb: Verb; id: string } & TieDetail,
) =>
  recordActivity(trx, clock, {
    kind: `organisation-tie.${verb}`,
    subject: { kind: 'organisation-tie', id },
    actor,
    detail,
  })

/** Says what two organisations have to do with each other; it waits for a curator. False when that is known. */
export const sayTie = (
  db: Db,
  clock: Clock,
  actor: Person,
  { kind, bodyId, memberId, ground }: Tie & { ground: string },
): Promise<boolean> =>
  db.transaction().execute(async trx => {
    const id = newId()
    const isNew = await insertTie(trx, {
      id,
      kind,
      body_id: bodyId,
      member_id: memberId,
      ground,
      state: 'waiting',
      asked_by: actor.id,
      said_for: actor.actingFor?.id ?? null,
      asked_at: clock.now(),
    })
    if (!isNew) return false
    await record(trx, clock, actor, { verb: 'asked', id })
    await tellCurators(trx, clock, { what: 'tie', id, askedBy: actor.id })
    return true
  })

/** Confirms or refuses what waits, or ends what stands. */
export const decideTie = (
  db: Db,
  clock: Clock,
  actor: Person,
  { id, state }: { id: string; state: Exclude<Verb, 'asked'> },
): Promise<void> =>
  db.transaction().execute(async trx => {
    const found = await lockTie(trx, id, state === 'ended' ? 'confirmed' : 'waiting')
    if (!found) throw failure('conflict', 'Somebody has decided this already.')
    const own = state === 'ended' ? {} : { isOwn: await decidesOnOwn(trx, actor, found.asked_by) }
    const tie: Tie = { kind: found.kind, bodyId: found.body_id, memberId: found.member_id }
    const said = { by: found.said_by, at: found.asked_at }
    if (state === 'confirmed') await tieOrganisations(trx, clock, actor, { ...tie, said })
    if (state === 'ended') await untieOrganisations(trx, clock, actor, tie)
    await markTie(trx, id, { state, decided_by: actor.id, decided_at: clock.now() })
    await record(trx, clock, actor, { verb: state, id, ...own })
  })
