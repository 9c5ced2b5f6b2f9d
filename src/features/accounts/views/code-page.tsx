import type { FormState } from '#plumbing/form.ts'
import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { CodeField, EmailField } from './sign-in-fields.tsx'

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
        <EmailField form={form} />
        <CodeField form={form} />
        <Button>Sign in</Button>
      </PostForm>
      <p class="govuk-body">
        <Link href="/sign-in">Send another mail</Link>
      </p>
    </Column>
  </Row>
)
