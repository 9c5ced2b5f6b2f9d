import { Link } from '#ui/link.tsx'
import { organisationPath } from '../organisation.ts'

/** An organisation's name, leading to its page. */
export const OrganisationLink = ({ name, slug }: { name: string; slug: string }) => (
  <Link href={organisationPath(slug)}>{name}</Link>
)
