import type { OrganisationName } from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { OrganisationChoice } from './organisation-choice.tsx'

interface AnotherOrganisationPageProps {
  form: FormState
  proposals: OrganisationName[]
  suggestions: OrganisationName[]
}

export const AnotherOrganisationPage = (props: AnotherOrganisationPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Speak for another organisation</h1>
      <p class="govuk-body">You can speak for several, one at a time. The bar at the top says for which.</p>
      <PostForm action="/account/organisations/another">
        <OrganisationChoice {...props} />
        <Button>Go on</Button>
      </PostForm>
    </Column>
  </Row>
)
