import type { Collaboration } from '#features/collaborations/index.ts'
import { ButtonForm, PostForm } from '#ui/form.tsx'
import { Button, ButtonGroup } from '#ui/govuk/button.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { KeeperWords } from '../name-queries.ts'
import { rolePath, type SuccessionRole } from '../succession.ts'
import type { Warning } from '../warnings.ts'
import { keeperRows, lookedWords } from './keeper-facts.tsx'

interface RolePageProps {
  collaboration: Collaboration
  role: SuccessionRole
  words: KeeperWords
  warnings: Warning[]
  /** The reader acts for the organisation whose it is. */
  isOwn: boolean
  /** Its organisation has left the collaboration. */
  hasLeft: boolean
  actingFor: string
}

/** One role: who holds it, who stands in, where it lives, and what whoever comes next should know. */
export const RolePage = (props: RolePageProps) => {
  const { collaboration, role, words, warnings, isOwn, hasLeft, actingFor } = props
  const path = rolePath(collaboration.plan.slug, role.id)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{role.organisation.name}</span>
        <h1 class="govuk-heading-l">{role.title}</h1>
        {warnings.length > 0 && (
          <InsetText>
            {warnings.map(({ says }) => (
              <p class="govuk-body">{says}.</p>
            ))}
          </InsetText>
        )}
        <SummaryList rows={[...keeperRows(role, words), { key: 'Looked at', value: lookedWords(role) }]} />
        {role.note && (
          <section>
            <SectionHeading>What whoever comes next should know</SectionHeading>
            <Paragraphs text={role.note} />
          </section>
        )}
        {isOwn && (
          <>
            <PostForm action={`${path}/look`}>
              <ButtonGroup>
                <Button href={`${path}/about`}>Change it</Button>
                <Button class="govuk-button--secondary">It is right as it stands</Button>
              </ButtonGroup>
            </PostForm>
            <SectionHeading lead="When the work has no such role any more. What it says here is gone then.">
              Take it out of the plan
            </SectionHeading>
            <ButtonForm action={`${path}/removal`} look="warning">
              Take it out
            </ButtonForm>
          </>
        )}
        {hasLeft && (
          <>
            <SectionHeading lead="Where it lives and the note stay; you say who holds it.">
              {role.organisation.name} has left
            </SectionHeading>
            <ButtonForm action={`${path}/taking-over`}>Take it over for {actingFor}</ButtonForm>
          </>
        )}
        {!isOwn && !hasLeft && (
          <p class="govuk-body-s">{role.organisation.name} says who holds it, and where it lives.</p>
        )}
      </Column>
    </Row>
  )
}
