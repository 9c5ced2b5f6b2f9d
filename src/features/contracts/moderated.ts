import type { Slots } from '#plumbing/feature.ts'
import { contractPath } from './contract.ts'
import { listContractsById } from './page-queries.ts'

export const moderated: Slots['moderated'] = {
  kind: 'contract',
  label: 'contract',
  list: async (db, ids) =>
    [...(await listContractsById(db, ids)).values()].map(({ id, title, organisation, organisation_id }) => ({
      id,
      title: `${organisation.name}: ${title}`,
      path: contractPath(id),
      organisationId: organisation_id,
      isSeenBy: () => true,
    })),
}
