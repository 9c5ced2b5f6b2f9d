import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { SectionHeading, SourceLine } from '#ui/section.tsx'
import { kindLabels, type OrganisationKind, type OrganisationName } from '../organisation.ts'
import type { OrganisationListPlace } from '../records.ts'
import { ListPlaces } from './list-places.tsx'
import { OrganisationLink } from './organisation-link.tsx'

type OtherBody = OrganisationName & { kind: OrganisationKind }

const plurals: Partial<Record<OrganisationKind, string>> = {
  'public-body': 'Public bodies',
  charity: 'Charities',
  network: 'Networks',
  supplier: 'Suppliers',
}
const order: OrganisationKind[] = ['public-body', 'network', 'charity', 'supplier']

interface OtherBodiesPageProps {
  bodies: OtherBody[]
  /** What other features let people do here. */
  places: OrganisationListPlace[]
}

export const OtherBodiesPage = ({ bodies, places }: OtherBodiesPageProps) => (
  <>
    <h1 class="govuk-heading-xl">{countOf(bodies.length, 'other organisation')}</h1>
    <p class="govuk-body-l">
      Public bodies, networks and suppliers that are named in what councils published, or that people added.{' '}
      <Link href="/councils">Councils and combined authorities</Link> have their own list.
    </p>
    <ListPlaces places={places} />
    {order
      .map(kind => ({ kind, own: bodies.filter(body => body.kind === kind) }))
      .filter(({ own }) => own.length > 0)
      .map(({ kind, own }) => (
        <section>
          <SectionHeading>
            {plurals[kind] ?? kindLabels[kind]} ({own.length})
          </SectionHeading>
          <ul class="govuk-list app-columns">
            {own.map(body => (
              <li>
                <OrganisationLink {...body} />
              </li>
            ))}
          </ul>
        </section>
      ))}
    <SourceLine name="Named in what is published here, or added by people; kinds assigned by Pipeline’s editors" />
  </>
)
