import { inLondon, systemClock } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { contractPath, contractsPath } from './contract.ts'
import { sayEnd, sayValue } from './contract-words.ts'
import { type Contract, listEndingNext } from './page-queries.ts'

const title = 'Contracts that end next'
const atMost = 8

const recordOf = (contract: Contract, today: string, who: (string | null | undefined)[]) => ({
  title: contract.title,
  href: contractPath(contract.id),
  meta: [
    ...who,
    sayEnd(contract, today),
    contract.value_pounds ? sayValue(contract.value_pounds) : null,
  ].filter(item => typeof item === 'string'),
  date: null,
})

const supplierOf = ({ supplier, supplier_as_published }: Contract) => supplier?.name ?? supplier_as_published

/** The few that are most pressing; the others are on the organisation's page of contracts. */
export const ofOrganisation: Slots['organisationRecords'] = {
  title,
  list: async (db, organisationId) => {
    const today = inLondon(systemClock.now()).date
    const contracts = await listEndingNext(db, { of: { organisationId }, today, limit: atMost })
    return contracts.map(contract => {
      const isBuyer = contract.organisation_id === organisationId
      const who = isBuyer ? supplierOf(contract) : `for ${contract.organisation.name}`
      return recordOf(contract, today, [who])
    })
  },
}

export const ofService: Slots['serviceRecords'] = {
  title,
  list: async (db, serviceId) => {
    const today = inLondon(systemClock.now()).date
    const contracts = await listEndingNext(db, { of: { serviceId }, today, limit: atMost })
    return contracts.map(contract =>
      recordOf(contract, today, [contract.organisation.name, supplierOf(contract)]),
    )
  },
}

export const place: Slots['organisationPlaces'] = ({ name, slug }) => ({
  label: `Contracts of ${name}`,
  href: contractsPath(slug),
})
