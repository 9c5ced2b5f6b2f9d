import { OrganisationLink } from '#features/organisations/index.ts'
import type { NamedBody } from '../work.ts'

/** A body by its present name, with the name the source used where that is another. */
export const PublishedBody = ({ body: { name, slug, name_as_published } }: { body: NamedBody }) => (
  <>
    {slug ? <OrganisationLink name={name} slug={slug} /> : name}
    {slug && name !== name_as_published && ` (published as “${name_as_published}”)`}
  </>
)

/** Who takes part, one a line. */
export function PublishedPartners({ partners }: { partners: NamedBody[] }) {
  const [first] = partners
  if (!first) return <>None named</>
  if (partners.length === 1) return <PublishedBody body={first} />
  return (
    <ul class="govuk-list">
      {partners.map(partner => (
        <li>
          <PublishedBody body={partner} />
        </li>
      ))}
    </ul>
  )
}

const namedAtMost = 3
const listed = new Intl.ListFormat('en-GB')

/** Names for the line under a title: up to three, more as a number. */
export function sayPartners(names: string[]): string | null {
  if (names.length === 0) return null
  return names.length > namedAtMost ? `with ${names.length} partners` : `with ${listed.format(names)}`
}
