import { type Collaboration, VisibilityChoice } from '#features/collaborations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { type Decision, decisionVisibilityPath } from '../decision.ts'

interface VisibilityPageProps {
  collaboration: Collaboration
  decision: Decision
  isLead: boolean
  form: FormState
}

/** Where a lead of a partner says anew who sees a decision. */
export const VisibilityPage = ({ collaboration, decision, isLead, form }: VisibilityPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{decision.title}</span>
      <h1 class="govuk-heading-l">Who sees this decision</h1>
      {isLead ? (
        <PostForm action={decisionVisibilityPath(collaboration.plan.slug, decision.number)}>
          <VisibilityChoice
            within={collaboration.visibility}
            form={form}
            legend="Who may see it from now on?"
          />
          <p class="govuk-body-s">
            Others read the question and what came of it; never which organisation answered what. The other
            partners are told when more people see it. What others have read or kept meanwhile stays with
            them.
          </p>
          <Button>Save</Button>
        </PostForm>
      ) : (
        <InsetText>A lead of a partner changes this: it binds the organisation.</InsetText>
      )}
    </Column>
  </Row>
)
