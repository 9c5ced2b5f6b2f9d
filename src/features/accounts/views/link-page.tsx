import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Column, Row } from '#ui/grid.tsx'

interface LinkPageProps {
  token: string
  /** This is not the browser that asked. */
  needsCode: boolean
  form: FormState
}

/** What the link of a mail opens. */
export const LinkPage = ({ token, needsCode, form }: LinkPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Sign in to Pipeline</h1>
      {needsCode && (
        <p class="govuk-body">
          You asked for this link in another browser. Type the code that stands below it in the same mail.
        </p>
      )}
      <PostForm action={`/sign-in/link/${token}`}>
        {needsCode && (
          <Input
            {...fieldIn(form, 'code')}
            value=""
            label="Code"
            hint="Six digits"
            inputmode="numeric"
            autocomplete="one-time-code"
            class="govuk-input--width-5 govuk-input--extra-letter-spacing"
          />
        )}
        <Button>Sign in</Button>
      </PostForm>
    </Column>
  </Row>
)

export const SpentLinkPage = ({ says }: { says: string }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">This link no longer signs you in</h1>
      <p class="govuk-body">{says}</p>
      <Button href="/sign-in">Sign in</Button>
    </Column>
  </Row>
)
