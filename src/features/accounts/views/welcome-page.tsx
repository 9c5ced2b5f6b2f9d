import type { OrganisationListPlace, OrganisationName } from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { OrganisationChoice } from './organisation-choice.tsx'
import { NameFields, ShownField } from './profile-fields.tsx'

interface WelcomePageProps {
  form: FormState
  email: string
  proposals: OrganisationName[]
  suggestions: OrganisationName[]
  places: OrganisationListPlace[]
  /** Whether the person speaks for an organisation, or has asked to. */
  isPlaced: boolean
}

/** The first thing after signing in: who one is, and for whom one speaks. */
export const WelcomePage = ({ form, email, isPlaced, ...choice }: WelcomePageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Welcome to Pipeline</h1>
      <p class="govuk-body">
        You are signed in as <strong class="govuk-!-text-break-word">{email}</strong>. What is published here
        is published by organisations, so say who you are and for whom you speak. You can change it later.
      </p>
      <PostForm action="/welcome">
        <input type="hidden" name="next" value={String(form.typed.next ?? '')} />
        {!isPlaced && (
          <OrganisationChoice form={form} {...choice} none="I do not speak for an organisation" />
        )}
        <NameFields form={form} />
        <ShownField form={form} />
        <Button>Go on</Button>
      </PostForm>
    </Column>
  </Row>
)
