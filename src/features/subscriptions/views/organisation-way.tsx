import { type OrganisationName, organisationPath } from '#features/organisations/index.ts'
import { Breadcrumbs } from '#ui/govuk/way.tsx'
import { organisationSubscriptionsPath } from '../subscription.ts'

interface OrganisationWayProps {
  organisation: OrganisationName
  /** What stands below the list of its subscriptions. */
  here?: string
}

/** Back to an organisation from what it is told of. */
export const OrganisationWay = ({ organisation: { name, slug }, here }: OrganisationWayProps) => (
  <Breadcrumbs
    items={[
      { label: name, href: organisationPath(slug) },
      ...(here
        ? [{ label: `What ${name} is told of`, href: organisationSubscriptionsPath(slug) }, { label: here }]
        : [{ label: `What ${name} is told of` }]),
    ]}
  />
)
