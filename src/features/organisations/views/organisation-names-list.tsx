import type { OrganisationName } from '../organisation.ts'
import { OrganisationLink } from './organisation-link.tsx'

/** Several organisations by name, in as many columns as there is room for. */
export const OrganisationNames = ({ organisations }: { organisations: OrganisationName[] }) => (
  <ul class="govuk-list app-columns">
    {organisations.map(organisation => (
      <li>
        <OrganisationLink {...organisation} />
      </li>
    ))}
  </ul>
)
