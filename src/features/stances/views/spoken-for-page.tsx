import { OrganisationLink, type OrganisationName } from '#features/organisations/index.ts'
import type { PublishedProblem } from '#features/problems/index.ts'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { stancePath } from '../stance-list.ts'

type SpokenForPageProps = { problem: PublishedProblem; organisation: string; successor: OrganisationName }

/** For officers of a council whose successor has said where it stands. */
export const SpokenForPage = ({ problem, organisation, successor }: SpokenForPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">{successor.name} has spoken</h1>
      <p class="govuk-body">
        <OrganisationLink {...successor} /> took over from {organisation}, and{' '}
        <Link href={stancePath(problem.slug, successor.slug)}>has said where it stands</Link>. Its officers
        can change that. If you are one of them, change to it on <Link href="/my">your page</Link>.
      </p>
    </Column>
  </Row>
)
