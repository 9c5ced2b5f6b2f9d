import type { OrganisationMove } from '#features/organisations/index.ts'
import { recordActivities } from '#plumbing/activity.ts'
import { renewContracts } from './stored-contracts.ts'
import { countSupplied, isOfWaitingFile, listContractsOfStatements } from './stored-suppliers.ts'

/** The contracts of a supplier, which show that of their newest statement; what each source calls it stays. */
export const movedContracts: OrganisationMove = {
  part: 'contracts',
  label: { one: 'contract', many: 'contracts' },
  table: 'contract_statement',
  column: 'supplier_id',
  count: countSupplied,
  follow: async (trx, { clock, actor }, statementIds) => {
    const ids = await listContractsOfStatements(trx, statementIds)
    await renewContracts(trx, ids, clock.now())
    await recordActivities(
      trx,
      clock,
      ids.map(id => ({
        kind: 'contract.stated',
        subject: { kind: 'contract', id },
        actor,
        detail: { importId: null, isNew: false },
      })),
    )
  },
}

/** Whom files that wait to be taken in were seen to mean. */
export const movedWaiting: OrganisationMove = {
  part: 'contract-files',
  label: { one: 'mention in a file that waits', many: 'mentions in files that wait' },
  table: 'contract_import_supplier',
  column: 'organisation_id',
  key: ['import_id', 'key'],
  only: isOfWaitingFile,
}
