import { type Finding, ScreenFindings } from '#features/moderation/index.ts'
import { type PublishedPlan, projectPath } from '#features/project-plans/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { FreedomOfInformation, Words } from '#ui/step-form.tsx'
import { aboutPath, type Collaboration, takingPartIn } from '../collaboration.ts'
import { mostOfPurpose } from '../collaboration-form.ts'
import { RoleChoice } from './role-choice.tsx'
import { VisibilityChoice } from './visibility-choice.tsx'

type Written = { form: FormState; findings: Finding[] }

const AboutFields = ({ form, findings }: Written) => (
  <>
    <ScreenFindings findings={findings} />
    {findings.length > 0 && <input type="hidden" name="seen" value="yes" />}
    <Words
      form={form}
      name="purpose"
      label="What do you mean to do together?"
      hint="Two or three sentences that all partners would sign. The problem, and what is to be there at the end; not the technology."
      rows={5}
      most={mostOfPurpose}
    />
    <VisibilityChoice
      form={form}
      legend="Who may see that you work together, who takes part, and what for?"
    />
  </>
)

interface BeginPageProps extends Written {
  plan: PublishedPlan
  organisation: string
  obstacle: string | null
}

/** Where a lead makes a collaboration from a project. */
export const BeginPage = ({ plan, organisation, obstacle, form, findings }: BeginPageProps) => {
  const others = takingPartIn(plan).filter(({ name }) => name !== organisation)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{plan.said.title}</span>
        <h1 class="govuk-heading-l">Begin a collaboration</h1>
        <p class="govuk-body">
          One place for the organisations doing this project together: what each of them aims at before you
          agree on anything, your agreement, your decisions, who holds what, and how it goes.
        </p>
        {obstacle ? (
          <InsetText>{obstacle}</InsetText>
        ) : (
          <PostForm action={`${projectPath(plan.slug)}/collaboration`}>
            <p class="govuk-body">
              {others.map(({ name }) => name).join(' and ')} {others.length > 1 ? 'are' : 'is'} asked by mail
              to join. Each joins when a lead of its own says yes.
            </p>
            <AboutFields form={form} findings={findings} />
            <RoleChoice form={form} organisation={organisation} />
            <Button>{findings.length > 0 ? 'Begin it all the same' : 'Begin the collaboration'}</Button>
          </PostForm>
        )}
        <FreedomOfInformation />
      </Column>
    </Row>
  )
}

/** Where a lead of a partner says anew what a collaboration is for. */
export const AboutPage = ({ collaboration, form, findings }: Written & { collaboration: Collaboration }) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{collaboration.plan.said.title}</span>
      <h1 class="govuk-heading-l">What the collaboration is for</h1>
      <PostForm action={aboutPath(collaboration.plan.slug)}>
        <AboutFields form={form} findings={findings} />
        <Button>{findings.length > 0 ? 'Save it all the same' : 'Save'}</Button>
      </PostForm>
      <FreedomOfInformation />
    </Column>
  </Row>
)
