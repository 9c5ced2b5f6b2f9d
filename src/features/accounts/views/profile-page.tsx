import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { CharacterCount } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { longestOffer } from '../membership.ts'
import { NameFields, ShownField } from './profile-fields.tsx'

export const ProfilePage = ({ form }: { form: FormState }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">About you</h1>
      <PostForm action="/account/profile">
        <NameFields form={form} />
        <CharacterCount
          {...fieldIn(form, 'offers')}
          label="What I can help others with (optional)"
          hint="What you have done and would talk about, such as “moving revenues to a new system” or “research with foster carers”"
          rows={4}
          maxCharacters={longestOffer}
          threshold={75}
          spellcheck
        />
        <ShownField form={form} />
        <Button>Save</Button>
      </PostForm>
    </Column>
  </Row>
)
