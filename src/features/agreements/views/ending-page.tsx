import type { Collaboration } from '#features/collaborations/index.ts'
import { ButtonForm } from '#ui/form.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { versionPath } from '../agreement.ts'

interface EndingPageProps {
  collaboration: Collaboration
  number: number
  organisation: string
  isLead: boolean
}

/** Asks once before an end is written down. */
export const EndingPage = ({ collaboration: { plan }, number, organisation, isLead }: EndingPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{plan.said.title}</span>
      <h1 class="govuk-heading-l">Has version {number} of the agreement ended?</h1>
      <p class="govuk-body">
        Say so when the parties have ended it as its clauses allow: this only writes it down. The others are
        told by mail that {organisation} did. The text and the signatures stay.
      </p>
      {isLead ? (
        <ButtonForm action={`${versionPath(plan.slug, number)}/ending`} look="warning">
          Write down that it has ended
        </ButtonForm>
      ) : (
        <InsetText>A lead of {organisation}, or of another partner, writes it down.</InsetText>
      )}
      <p class="govuk-body">
        <Link href={versionPath(plan.slug, number)}>Go back and change nothing</Link>
      </p>
    </Column>
  </Row>
)
