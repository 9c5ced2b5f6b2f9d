import type { Finding } from '#features/moderation/index.ts'
import type { PublishedPlan } from '#features/project-plans/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { ButtonForm } from '#ui/form.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { milestonePath } from '../milestone.ts'
import { MilestoneForm } from './milestone-fields.tsx'

type MilestonePageProps = { plan: PublishedPlan; id: string; form: FormState; findings: Finding[] }

/** One milestone is changed, or taken out. */
export const MilestonePage = ({ plan, id, form, findings }: MilestonePageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{plan.said.title}</span>
      <h1 class="govuk-heading-l">Change a milestone</h1>
      <MilestoneForm
        action={milestonePath(plan.slug, id)}
        label="The milestone"
        form={form}
        findings={findings}
        button="Keep the change"
      />
      <SectionHeading>Take it out</SectionHeading>
      <p class="govuk-body">It then stands neither on the page of the project nor in its reports.</p>
      <ButtonForm action={`${milestonePath(plan.slug, id)}/removal`} look="warning">
        Take it out
      </ButtonForm>
    </Column>
  </Row>
)
