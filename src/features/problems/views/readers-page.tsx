import { OrganisationField, OrganisationLink, type OrganisationName } from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { ButtonForm, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { ownPath, type Problem } from '../problem.ts'

interface ReadersPageProps {
  problem: Problem
  form: FormState
  suggestions?: OrganisationName[]
  nextHref: string
}

/** The organisations that may see a problem which is not for everyone. */
export const ReadersPage = ({ problem, form, suggestions, nextHref }: ReadersPageProps) => {
  const path = `${ownPath(problem)}/readers`
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{problem.title}</span>
        <h1 class="govuk-heading-l">Which organisations may see it?</h1>
        <p class="govuk-body">
          Members of {problem.organisation.name} see it anyway. So do those who keep Pipeline in order, once
          it is published.
        </p>
        {problem.readers.length > 0 && (
          <ul class="govuk-list">
            {problem.readers.map(reader => (
              <li key={reader.id} class="app-row">
                <OrganisationLink {...reader} />
                <ButtonForm action={`${path}/removal`} fields={{ organisation: reader.id }} look="secondary">
                  Take away<span class="govuk-visually-hidden"> {reader.name}</span>
                </ButtonForm>
              </li>
            ))}
          </ul>
        )}
        <PostForm action={path}>
          <OrganisationField
            {...fieldIn(form, 'organisation')}
            label="Name of an organisation"
            suggestions={suggestions}
          />
          <Button class="govuk-button--secondary">Add it</Button>
        </PostForm>
        <Button href={nextHref}>Continue</Button>
      </Column>
    </Row>
  )
}
