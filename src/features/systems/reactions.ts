import { joinContracts } from '#features/contracts/index.ts'
import { system } from '#plumbing/actor.ts'
import type { Reaction } from '#plumbing/jobs.ts'
import { listPlainlySame } from './contract-queries.ts'
import { moveSystems } from './stored-systems.ts'

/** A contract that a lead stated here, and that a register then brings too, is counted once. */
export const joinWhatWasStated: Reaction = {
  name: 'join-stated-contracts',
  to: kind => kind === 'contract.stated',
  batch: 200,
  run: async (trx, activities, { clock }) => {
    const ids = [...new Set(activities.map(({ subject }) => subject.id))]
    for (const { id, into } of await listPlainlySame(trx, ids)) {
      await moveSystems(trx, { fromId: id, toId: into })
      await joinContracts(trx, clock, system, { id, into })
    }
  },
}
