import { Differences, DifferencesLegend, differencesOf } from '#ui/differences.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { versionPath } from '../agreement.ts'
import type { compared } from '../agreement-text.ts'

interface ChangesProps {
  slug: string
  /** Of the version before. */
  number: number
  said: ReturnType<typeof compared>
  isOpen: boolean
}

/** How a version differs from the one before it. */
export const Changes = ({ slug, number, said, isOpen }: ChangesProps) => (
  <Details summary={`What differs from version ${number}`} open={isOpen}>
    <h2 class="govuk-visually-hidden">What differs from version {number}</h2>
    <DifferencesLegend />
    <Differences differences={differencesOf(said)} />
    <p class="govuk-body">
      <Link href={versionPath(slug, number)}>See version {number}</Link>
    </p>
  </Details>
)
