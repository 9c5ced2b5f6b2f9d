import type { Collaboration } from '#features/collaborations/index.ts'
import { ButtonForm } from '#ui/form.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { agreementPath } from '../agreement.ts'

/** Before anybody has begun an agreement. */
export const BeginPage = ({ collaboration: { plan } }: { collaboration: Collaboration }) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{plan.said.title}</span>
      <h1 class="govuk-heading-l">Agreement</h1>
      <p class="govuk-body">
        Write down together who owns what, who pays what, how you decide, and how one of you leaves. The draft
        begins with what you resolved on the canvas and a clause for each matter that partners fall out over.
        You fill in the blanks; when nothing is open, a lead fixes a version and each partner signs it.
      </p>
      <p class="govuk-body">Only the partners see the draft.</p>
      <ButtonForm action={agreementPath(plan.slug)}>Begin the draft</ButtonForm>
    </Column>
  </Row>
)
