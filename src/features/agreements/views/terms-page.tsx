import { type Collaboration, VisibilityChoice } from '#features/collaborations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { termsPath } from '../agreement.ts'

interface TermsPageProps {
  collaboration: Collaboration
  form: FormState
  organisation: string
  isLead: boolean
}

/** Who sees the agreement, and how long it holds. */
export const TermsPage = ({
  collaboration: { plan, visibility },
  form,
  organisation,
  isLead,
}: TermsPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{plan.said.title}</span>
      <h1 class="govuk-heading-l">Who sees the agreement, review and end</h1>
      {isLead ? (
        <PostForm action={termsPath(plan.slug)}>
          <VisibilityChoice within={visibility} form={form} legend="Who may see what all have signed?" />
          <p class="govuk-body-s">
            Drafts, and versions that wait for signatures, are for the partners whatever you choose. Others
            read the text, and which organisation signed when and in what role; never the name of who signed.
          </p>
          <Input
            {...fieldIn(form, 'review_on')}
            label="Look at it again by (optional)"
            hint="Such as 31 March 2028. It stands in the text of the next version."
            class="govuk-input--width-20"
          />
          <Input
            {...fieldIn(form, 'ends_on')}
            label="Ends on (optional)"
            hint="You are told three months ahead. It stands in the text of the next version."
            class="govuk-input--width-20"
          />
          <Button>Save</Button>
        </PostForm>
      ) : (
        <InsetText>A lead of {organisation}, or of another partner, changes this.</InsetText>
      )}
    </Column>
  </Row>
)
