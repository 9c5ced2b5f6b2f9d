import { Link } from '#ui/link.tsx'
import type { OrganisationListPlace } from '../records.ts'

/** What one can do when the organisation one looks for is not in the list. */
export const ListPlaces = ({ places }: { places: OrganisationListPlace[] }) =>
  places.map(({ label, href }) => (
    <p class="govuk-body">
      <Link href={href}>{label}</Link>
    </p>
  ))
