import type { OrganisationListPlace, OrganisationName } from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { OrganisationChoice } from './organisation-choice.tsx'

interface AnotherOrganisationPageProps {
  form: FormState
  proposals: OrganisationName[]
  suggestions: OrganisationName[]
  places: OrganisationListPlace[]
  /** Whether the person speaks for none yet. */
  isFirst: boolean
}

export const AnotherOrganisationPage = ({ isFirst, ...choice }: AnotherOrganisationPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">
        {isFirst ? 'Say which organisation you belong to' : 'Speak for another organisation'}
      </h1>
      <p class="govuk-body">
        {isFirst
          ? 'What is published here is published by organisations. Where your address does not show that you work there, someone there confirms you.'
          : 'You can speak for several, one at a time. The bar at the top says for which.'}
      </p>
      <PostForm action="/account/organisations/another">
        <OrganisationChoice {...choice} />
        <Button>Go on</Button>
      </PostForm>
    </Column>
  </Row>
)
