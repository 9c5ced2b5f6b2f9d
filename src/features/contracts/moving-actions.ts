import type { OrganisationMove } from '#features/organisations/index.ts'
import { recordActivities } from '#plumbing/activity.ts'
import { renewContracts } from './stored-contracts.ts'
import { countSupplied, isOfWaitingFile, listContractsOfStatements } from './stored-suppliers.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    /** Two suppliers turned out to be one, or not to be. */
    'contract.supplier-merged': Record<string, never>
  }
}

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
      ids.flatMap(id => {
        const about = { subject: { kind: 'contract', id }, actor }
        return [
          { ...about, kind: 'contract.stated', detail: { importId: null, isNew: false } },
          { ...about, kind: 'contract.supplier-merged', detail: {} },
        ]
      }),
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
