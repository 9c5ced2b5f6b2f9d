import type { FormState } from '#plumbing/form.ts'
import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { CodeField } from './sign-in-fields.tsx'

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
      <p class="govuk-body">
        {needsCode
          ? 'You asked for this link in another browser. Type the code that stands below it in the same mail.'
          : 'Press the button and you are in. Opening the link alone spends nothing.'}
      </p>
      <PostForm action={`/sign-in/link/${token}`}>
        {needsCode && <CodeField form={form} />}
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
