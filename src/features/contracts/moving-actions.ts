import type { OrganisationMove } from '#features/organisations/index.ts'
import { recordActivities } from '#plumbing/activity.ts'
import { renewContracts } from './stored-contracts.ts'
import { countSupplied, countWaiting, takeStatements, takeWaiting } from './stored-suppliers.ts'

type Moving = Parameters<OrganisationMove['move']>[1]
type Trx = Parameters<OrganisationMove['move']>[0]

/** Contracts show the supplier of their newest statement, so these follow. */
async function follow(trx: Trx, { clock, actor }: Moving, contractIds: string[]): Promise<void> {
  await renewContracts(trx, contractIds, clock.now())
  await recordActivities(
    trx,
    clock,
    contractIds.map(id => ({
      kind: 'contract.stated',
      subject: { kind: 'contract', id },
      actor,
      detail: { importId: null, isNew: false },
    })),
  )
}

/** The contracts of a supplier that becomes part of another; what each source calls it stays. */
export const movedContracts: OrganisationMove = {
  part: 'contracts',
  label: { one: 'contract', many: 'contracts' },
  count: countSupplied,
  move: async (trx, moving, fromId, toId) => {
    const { ids, contractIds } = await takeStatements(trx, { fromId, toId })
    await follow(trx, moving, contractIds)
    return ids
  },
  moveBack: async (trx, moving, moved, fromId, toId) => {
    const { contractIds } = await takeStatements(trx, { fromId: toId, toId: fromId, only: moved })
    await follow(trx, moving, contractIds)
  },
}

/** Whom files that wait to be taken in were seen to mean. */
export const movedWaiting: OrganisationMove = {
  part: 'contract-files',
  label: { one: 'mention in a file that waits', many: 'mentions in files that wait' },
  count: countWaiting,
  move: (trx, _, fromId, toId) => takeWaiting(trx, { fromId, toId }),
  moveBack: async (trx, _, moved, fromId, toId) => {
    await takeWaiting(trx, { fromId: toId, toId: fromId, only: moved })
  },
}
