import { contractPath } from '#features/contracts/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { ServiceLink } from '#features/services/index.ts'
import { formatDate } from '#ui/date.ts'
import { Link } from '#ui/link.tsx'
import { MetaLine, ResultRow } from '#ui/result-row.tsx'
import { nameOf, sayConfidence, standingLabels, standingOf, systemsOfPath } from '../system.ts'
import type { ShownSystem } from '../system-queries.ts'
import type { SystemWay } from '../system-ways.ts'
import { SaidBy } from './said-by.tsx'

export const ServiceOf = ({ service_id, service_as_published }: ShownSystem) =>
  service_id === null ? service_as_published : <ServiceLink id={service_id} name={service_as_published} />

/** When its contract ends, and how far it can be extended; nothing where nobody said. */
export const ContractOf = ({ contract_id, ends_on, extends_to }: ShownSystem) =>
  contract_id === null ? null : (
    <Link href={contractPath(contract_id)}>
      {ends_on ? `contract ends ${formatDate(ends_on)}` : 'contract'}
      {extends_to && extends_to !== ends_on && `, or with extensions ${formatDate(extends_to)}`}
    </Link>
  )

/** One system in a list of many organisations. */
export const SystemRow = ({ system }: { system: ShownSystem }) => {
  const standing = standingOf(system)
  return (
    <ResultRow
      title={nameOf(system)}
      href={systemsOfPath(system.organisation_slug, system.id)}
      headingLevel={2}
      tag={standing === 'unconfirmed' ? undefined : standingLabels[standing]}
      who={<OrganisationLink name={system.organisation} slug={system.organisation_slug} />}
      meta={[
        system.organisation_status === 'former' && 'former council',
        <ServiceOf {...system} />,
        system.supplier_slug && <OrganisationLink name={system.supplier!} slug={system.supplier_slug} />,
        system.contract_id && <ContractOf {...system} />,
      ]}
    >
      <SaidBy {...system} />
    </ResultRow>
  )
}

/** One organisation that runs a product, in a list of those. */
export const RunnerRow = ({ system, ways = [] }: { system: ShownSystem; ways?: SystemWay[] }) => {
  const standing = standingOf(system)
  return (
    <li class="app-row">
      <Link href={systemsOfPath(system.organisation_slug, system.id)}>
        <strong>{system.organisation}</strong>
      </Link>
      <MetaLine
        tag={standing === 'unconfirmed' ? undefined : standingLabels[standing]}
        items={[
          system.service_as_published,
          standing === 'unconfirmed' &&
            ['unconfirmed', sayConfidence(system.confidence)].filter(Boolean).join(', '),
          formatDate(system.confirmed_on ?? system.source_as_of),
          system.contract_id && <ContractOf {...system} />,
          ...ways.map(({ label, href }) => (
            <Link href={href} rel="nofollow">
              {label}
              <span class="govuk-visually-hidden"> at {system.organisation}</span>
            </Link>
          )),
        ]}
      />
    </li>
  )
}
