import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Link } from '#ui/link.tsx'
import { countOf, formatCount } from '#ui/money.ts'
import { EmptyState, SectionHeading, SourceLine } from '#ui/section.tsx'
import type { AreaInList } from '../queries.ts'
import type { ServiceByWords } from '../resolve.ts'
import { areaPath } from '../service.ts'
import { ServiceList } from './service-list.tsx'

export type ServicesPageProps = {
  typed: string
  /** What was found for the typed words; undefined where nothing was typed. */
  found?: ServiceByWords[]
  areas: AreaInList[]
  counts: { live: number; withoutArea: number }
  source: { name: string; asOf: string }
}

const ServiceSearch = ({ typed }: { typed: string }) => (
  <form action="/services" method="get" aria-label="Find a service">
    <Input
      name="q"
      type="search"
      label="Find a service"
      hint="In your own words, or its number in the list"
      value={typed}
      maxlength={200}
      autocomplete="off"
      class="govuk-!-width-two-thirds"
    />
    <Button class="govuk-button--secondary">Find</Button>
  </form>
)

const Found = ({ typed, found }: { typed: string; found: ServiceByWords[] }) => (
  <section>
    <SectionHeading>
      {countOf(found.length, 'service')} for “{typed}”
    </SectionHeading>
    {found.length > 0 ? (
      <ServiceList services={found} />
    ) : (
      <EmptyState title="No service has these words">
        <p class="govuk-body">Try a simpler word, such as “bins” or “housing”, or look through the areas.</p>
      </EmptyState>
    )}
  </section>
)

const Area = ({ area }: { area: AreaInList }) => (
  <section>
    <SectionHeading id={`area-${area.id}`}>
      <Link href={areaPath(area.id)}>{area.label}</Link> ({formatCount(area.services)})
    </SectionHeading>
    <ul class="govuk-list app-columns">
      {area.subareas.map(({ id, label, services }) => (
        <li>
          <Link href={areaPath(id)}>{label}</Link> ({formatCount(services)})
        </li>
      ))}
    </ul>
  </section>
)

export const ServicesPage = ({ typed, found, areas, counts, source }: ServicesPageProps) => (
  <>
    <h1 class="govuk-heading-xl">{countOf(counts.live, 'council service')}</h1>
    <p class="govuk-body-l">
      What councils do, by the Local Government Services List. Projects, bids and notices are tied to these
      services, so that the same problem is found under any name.
    </p>
    <ServiceSearch typed={typed} />
    {found && <Found typed={typed} found={found} />}
    {found && (
      <p class="govuk-body">
        <Link href="/services">All areas of services</Link>
      </p>
    )}
    {!found && areas.map(area => <Area area={area} />)}
    {!found && counts.withoutArea > 0 && (
      <section>
        <SectionHeading>
          <Link href="/services/areas/none">In no area yet</Link> ({formatCount(counts.withoutArea)})
        </SectionHeading>
        <p class="govuk-body">Services that were added to the list after its areas were drawn up.</p>
      </section>
    )}
    <SourceLine name={source.name} date={source.asOf} />
  </>
)
