import { recordActivities } from '#plumbing/activity.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { showNewest } from './renewing-actions.ts'
import type { SaidContract } from './said-contract.ts'
import { lockContract } from './stored-contracts.ts'
import { leadTo, lockStatements, restateOf } from './stored-joins.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    /** Two contracts turned out to be one. */
    'contract.joined': { intoId: string }
  }
}

/** Only the days were said: the rest is as the other's newest source has it. */
const withDaysOf = (whole: SaidContract, said: SaidContract): SaidContract => ({
  ...whole,
  starts_on: said.starts_on ?? whole.starts_on,
  ends_on: said.ends_on ?? whole.ends_on,
  extends_to: said.extends_to ?? whole.extends_to,
  is_open_ended: said.ends_on === null && whole.is_open_ended,
})

/** Makes a contract of which only days were stated one with the contract that a source brought; its address leads there. */
export async function joinContracts(
  trx: Db,
  clock: Clock,
  actor: Actor,
  { id, into }: { id: string; into: string },
): Promise<void> {
  for (const each of [id, into].toSorted()) await lockContract(trx, each)
  const [newest] = await lockStatements(trx, into)
  const stated = await lockStatements(trx, id)
  await restateOf(
    trx,
    into,
    stated.map(made => ({ ...made, said: newest ? withDaysOf(newest.said, made.said) : made.said })),
  )
  await leadTo(trx, { id, into })
  await showNewest(trx, clock, actor, [into])
  await recordActivities(
    trx,
    clock,
    [id, into].map(each => ({
      kind: 'contract.joined',
      subject: { kind: 'contract', id: each },
      actor,
      detail: { intoId: into },
    })),
  )
}
