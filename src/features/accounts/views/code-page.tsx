import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'

/** Where the code of a mail is typed, in the browser that asked for it or in any other. */
export const CodePage = ({ form }: { form: FormState }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Check your mail</h1>
      <p class="govuk-body">
        Open the link in the mail with this browser, or type the code that stands below it. It can take a
        minute; some mail systems put it into quarantine or junk.
      </p>
      <PostForm action="/sign-in/code">
        <Input
          {...fieldIn(form, 'email')}
          label="Work e-mail address"
          type="email"
          autocomplete="email"
          spellcheck={false}
          class="govuk-!-width-two-thirds"
        />
        <Input
          {...fieldIn(form, 'code')}
          value=""
          label="Code"
          hint="Six digits"
          inputmode="numeric"
          autocomplete="one-time-code"
          class="govuk-input--width-5 govuk-input--extra-letter-spacing"
        />
        <Button>Sign in</Button>
      </PostForm>
      <p class="govuk-body">
        <Link href="/sign-in">Send another mail</Link>
      </p>
    </Column>
  </Row>
)
