import { contractPath } from '#features/contracts/index.ts'
import { organisationPath } from '#features/organisations/index.ts'
import type { CalendarDay } from '#plumbing/calendar.ts'
import { formatDate } from '#ui/date.ts'
import { formatMoney } from '#ui/money.ts'
import type { EndingContract } from './window-queries.ts'

export const contractColumns = [
  'organisation',
  'organisation_page',
  'contract',
  'contract_page',
  'supplier',
  'service_id',
  'service',
  'starts_on',
  'ends_on',
  'extends_to',
  'value_pounds',
  'source',
  'source_as_of',
]

/** A contract as a line of a file. */
export const lineOf = (contract: EndingContract) => [
  contract.organisation.name,
  organisationPath(contract.organisation.slug),
  contract.title,
  contractPath(contract.id),
  contract.supplier,
  contract.serviceId,
  contract.service,
  contract.startsOn,
  contract.endsOn,
  contract.extendsTo,
  contract.valuePounds,
  contract.sourceName,
  contract.sourceAsOf,
]

/** The last day of a contract, for a calendar. */
export function dayOf(contract: EndingContract, baseUrl: string): CalendarDay {
  const { id, organisation, title, endsOn, extendsTo, valuePounds, supplier, service } = contract
  return {
    uid: `contract-${id}@${new URL(baseUrl).hostname}`,
    day: endsOn,
    changedAt: contract.changedAt,
    title: `Contract ends: ${organisation.name}, ${title}`,
    describes: [
      supplier && `Supplier: ${supplier}`,
      service && `Service: ${service}`,
      extendsTo && extendsTo > endsOn && `May be extended to ${formatDate(extendsTo)}`,
      valuePounds !== null && `Value: ${formatMoney(valuePounds)}`,
      `Source: ${contract.sourceName}, ${formatDate(contract.sourceAsOf)}`,
    ]
      .filter(Boolean)
      .join('\n'),
    url: new URL(contractPath(id), baseUrl).href,
  }
}
