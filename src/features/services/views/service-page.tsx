import { formatDate } from '#ui/date.ts'
import { Aside, FactPairs } from '#ui/facts.tsx'
import { Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { type RecordGroup, RecordList } from '#ui/record-list.tsx'
import { EmptyState, SectionHeading, SourceLine } from '#ui/section.tsx'
import type { FoundService } from '../queries.ts'
import { areaPath, providerLabel, registerAddress, type ServiceName } from '../service.ts'
import { ServiceLink } from './service-link.tsx'

export type ServicePageProps = {
  service: FoundService
  records: RecordGroup[]
  /** Others of the same sub-area. */
  beside: ServiceName[]
}

const Facts = ({ service }: { service: FoundService }) => {
  const facts = [
    ['Area', service.areaId !== null && <Link href={areaPath(service.areaId)}>{service.area}</Link>],
    [
      'Sub-area',
      service.subareaId !== null && <Link href={areaPath(service.subareaId)}>{service.subarea}</Link>,
    ],
    ['Provided by', providerLabel(service.tier)],
    ['Number', <Link href={registerAddress(service.id)}>LGSL {service.id}</Link>],
    ['On GOV.UK as', service.govukSlug],
    ['Listed', service.listedOn && formatDate(service.listedOn)],
    [
      'Last revised',
      service.revisedOn !== service.listedOn && service.revisedOn && formatDate(service.revisedOn),
    ],
  ] as const
  return <FactPairs facts={facts} />
}

export const ServicePage = ({ service, records, beside }: ServicePageProps) => {
  const filled = records.filter(group => group.records.length > 0)
  return (
    <Row>
      <Column share="two-thirds">
        {service.area && <span class="govuk-caption-xl">{service.subarea ?? service.area}</span>}
        <h1 class="govuk-heading-xl">{service.name}</h1>
        {service.status === 'discontinued' && <Tag class="govuk-tag--grey">Discontinued</Tag>}
        <p class="govuk-body-l">{service.description}</p>
        {filled.map(group => (
          <RecordList {...group} />
        ))}
        {filled.length === 0 && (
          <EmptyState title="Nothing about this service is here yet">
            <p class="govuk-body">
              <Link href="/">Check a problem</Link>: work on it may be tied to another service.
            </p>
          </EmptyState>
        )}
        {beside.length > 0 && (
          <section>
            <SectionHeading>Also in {service.subarea}</SectionHeading>
            <ul class="govuk-list app-columns">
              {beside.map(other => (
                <li>
                  <ServiceLink {...other} />
                </li>
              ))}
            </ul>
          </section>
        )}
        <SourceLine name={service.source} href={registerAddress(service.id)} date={service.asOf} />
      </Column>
      <Column share="one-third">
        <Aside title="In the services list">
          <Facts service={service} />
        </Aside>
      </Column>
    </Row>
  )
}
