import { Link } from '#ui/link.tsx'
import { countOf, formatCount } from '#ui/money.ts'
import { SectionHeading, SourceLine } from '#ui/section.tsx'
import type { ListedService } from '../queries.ts'
import { areaPath } from '../service.ts'
import { ServiceList } from './service-list.tsx'

export type AreaPageProps = {
  label: string
  /** Where all that is published in the area is found. */
  searchHref?: string
  subareas: { id: number; label: string; services: number }[]
  services: ListedService[]
  source: { name: string; asOf: string }
}

export const AreaPage = ({ label, searchHref, subareas, services, source }: AreaPageProps) => {
  const live = services.filter(({ status }) => status === 'live')
  const discontinued = services.filter(({ status }) => status === 'discontinued')
  const inNone = live.filter(({ subareaId }) => subareaId === null)
  return (
    <>
      <span class="govuk-caption-xl">{countOf(live.length, 'service')}</span>
      <h1 class="govuk-heading-xl">{label}</h1>
      {searchHref && (
        <p class="govuk-body">
          <Link href={searchHref}>See the projects, bids and notices of this area</Link>
        </p>
      )}
      {subareas.length > 0 ? (
        <>
          {subareas.map(subarea => (
            <section>
              <SectionHeading>
                <Link href={areaPath(subarea.id)}>{subarea.label}</Link> ({formatCount(subarea.services)})
              </SectionHeading>
              <ServiceList services={live.filter(({ subareaId }) => subareaId === subarea.id)} />
            </section>
          ))}
          {inNone.length > 0 && (
            <section>
              <SectionHeading>In no sub-area ({inNone.length})</SectionHeading>
              <ServiceList services={inNone} />
            </section>
          )}
        </>
      ) : (
        <ServiceList services={live} />
      )}
      {discontinued.length > 0 && (
        <section>
          <SectionHeading lead="No longer in the list, kept because records refer to them.">
            Discontinued ({discontinued.length})
          </SectionHeading>
          <ServiceList services={discontinued} />
        </section>
      )}
      <SourceLine name={source.name} date={source.asOf} />
    </>
  )
}
