import { OrganisationLink } from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { PostForm } from '#ui/form.tsx'
import { Button, ButtonGroup } from '#ui/govuk/button.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { type Collaboration, joined, joiningPath } from '../collaboration.ts'
import { RoleChoice } from './role-choice.tsx'

interface JoiningPageProps {
  collaboration: Collaboration
  organisation: string
  isLead: boolean
  form: FormState
}

/** Where a lead of an organisation that was asked says whether it joins. */
export const JoiningPage = ({ collaboration, organisation, isLead, form }: JoiningPageProps) => {
  const { plan, begunBy, purpose } = collaboration
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{plan.said.title}</span>
        <h1 class="govuk-heading-l">Does {organisation} join the collaboration?</h1>
        <SummaryList
          rows={[
            { key: 'Project', value: <Link href={`/projects/${plan.slug}`}>{plan.said.title}</Link> },
            { key: 'Begun by', value: <OrganisationLink {...begunBy} /> },
            {
              key: 'In it so far',
              value: joined(collaboration)
                .map(partner => partner.organisation.name)
                .join(', '),
            },
            { key: 'What for', value: <Paragraphs text={purpose} /> },
          ]}
        />
        <p class="govuk-body">
          When {organisation} joins, its members see what the partners share there, and the partners see what{' '}
          {organisation} shares. Joining signs nothing: an agreement is signed on its own. A lead can leave at
          any time.
        </p>
        {isLead ? (
          <PostForm action={joiningPath(plan.slug)}>
            <RoleChoice form={form} organisation={organisation} />
            <ButtonGroup>
              <Button name="answer" value="join">
                Join
              </Button>
              <Button class="govuk-button--secondary" name="answer" value="decline">
                Decline
              </Button>
            </ButtonGroup>
          </PostForm>
        ) : (
          <InsetText>A lead of {organisation} answers this, and was told by mail.</InsetText>
        )}
      </Column>
    </Row>
  )
}
