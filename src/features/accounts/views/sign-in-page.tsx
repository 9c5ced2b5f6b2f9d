import type { FormState } from '#plumbing/form.ts'
import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import type { SignInWay } from '../sign-in-ways.ts'
import { EmailField } from './sign-in-fields.tsx'
import { SignInWays } from './sign-in-ways.tsx'

export const SignInPage = ({ form, ways }: { form: FormState; ways: SignInWay[] }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Sign in</h1>
      <p class="govuk-body">
        To publish for your organisation, all you need is your work e-mail. There is no password: we send a
        link and a code. Reading needs no account.
      </p>
      <PostForm action="/sign-in">
        <input type="hidden" name="next" value={String(form.typed.next ?? '')} />
        <EmailField form={form} hint="The first time, this makes your account." />
        <Button>Send me a link and a code</Button>
      </PostForm>
      <p class="govuk-body">
        <Link href="/sign-in/code">I have a code already</Link>
      </p>
      <SignInWays ways={ways} next={String(form.typed.next ?? '')} />
    </Column>
  </Row>
)
