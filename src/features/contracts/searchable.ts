import { typeLabel } from '#features/organisations/index.ts'
import { inLondon, systemClock } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { contractPath } from './contract.ts'
import { sayEnd, sayValue } from './contract-words.ts'
import { listShownContracts } from './page-queries.ts'

/** Found by words alone: what a register says in a line has no sentences to take a meaning from. */
export const searchable: Slots['searchable'] = {
  kind: 'contract',
  label: { one: 'contract', many: 'contracts' },
  isNamesOnly: true,
  documents: async (db, ids) => {
    const today = inLondon(systemClock.now()).date
    const contracts = await listShownContracts(db, ids)
    return contracts.map(contract => {
      const { id, title, description, organisation, service, area } = contract
      const supplier = contract.supplier?.name ?? contract.supplier_as_published
      return {
        id,
        url: contractPath(id),
        title,
        summary: supplier ? `${organisation.name} with ${supplier}.` : `${organisation.name}.`,
        text: [
          description,
          organisation.name,
          supplier,
          contract.supplier_as_published,
          contract.reference,
          service?.name,
          contract.service_as_published,
        ]
          .filter(Boolean)
          .join('\n'),
        date: contract.ends_on,
        facets: {
          services: service ? [service.id] : [],
          areas: area ? [area.id] : [],
          organisations: [contract.organisation_id, contract.supplier_id].filter(id => id !== null),
          regions: organisation.region ? [organisation.region] : [],
          organisationTypes: organisation.type ? [typeLabel(organisation.type)] : [],
          phase: null,
          outcome: null,
        },
        meta: [
          organisation.name,
          ...(supplier ? [supplier] : []),
          sayEnd(contract, today),
          ...(contract.value_pounds ? [sayValue(contract.value_pounds)] : []),
        ],
      }
    })
  },
}
