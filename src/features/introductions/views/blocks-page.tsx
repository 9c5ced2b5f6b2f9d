import { OrganisationField, type OrganisationName } from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { ButtonForm, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { SectionHeading } from '#ui/section.tsx'

interface BlocksPageProps {
  organisation: OrganisationName
  blocks: (OrganisationName & { since: Date })[]
  action: string
  form: FormState
  suggestions?: OrganisationName[]
}

/** From whom an organisation wants no more questions to meet. */
export const BlocksPage = ({ organisation, blocks, action, form, suggestions }: BlocksPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Who may not ask to meet you</h1>
      <p class="govuk-body-l">
        {organisation.name} hears nothing more from these. They are not told: two days after they ask, they
        read the same words as after any other “not now”.
      </p>
      {blocks.length === 0 ? (
        <p class="govuk-body">You have blocked nobody.</p>
      ) : (
        <ul class="govuk-list govuk-list--spaced">
          {blocks.map(({ id, name, since }) => (
            <li>
              {name}, since {formatDate(londonDay(since))}
              <ButtonForm action={`${action}/removal`} fields={{ blocked: id }} look="secondary">
                Let <span class="govuk-visually-hidden">{name}</span> ask again
              </ButtonForm>
            </li>
          ))}
        </ul>
      )}
      <SectionHeading>Block another</SectionHeading>
      <PostForm action={action}>
        <OrganisationField
          {...fieldIn(form, 'organisation')}
          label="Organisation"
          hint="Its name or code"
          suggestions={suggestions}
        />
        <Button>Have no more questions from it</Button>
      </PostForm>
    </Column>
  </Row>
)
