import type { FormState } from '#plumbing/form.ts'
import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { CodeField, EmailField } from './sign-in-fields.tsx'

interface AddressPageProps {
  form: FormState
  email: string
  /** Names of the organisations that the person is of because of their address. */
  resting: string[]
}

export const AddressPage = ({ form, email, resting }: AddressPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Change your address</h1>
      <p class="govuk-body">
        Your address is <strong class="govuk-!-text-break-word">{email}</strong>. What you did here moves
        along with you; your name stays on it or not as you chose.
      </p>
      {resting.length > 0 && (
        <InsetText>
          You speak for {resting.join(' and ')} because of your address. Where the new one is not of the same
          organisation, that ends.
        </InsetText>
      )}
      <PostForm action="/account/address">
        <EmailField
          form={form}
          label="New work e-mail address"
          hint="We send a code to it. Until you type that here, nothing changes."
        />
        <Button>Send me a code</Button>
      </PostForm>
    </Column>
  </Row>
)

export const AddressCodePage = ({ form, email }: { form: FormState; email: string }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Confirm your new address</h1>
      <p class="govuk-body">
        We sent a code to <strong class="govuk-!-text-break-word">{email}</strong>. It can take a minute; some
        mail systems put it into quarantine or junk.
      </p>
      <PostForm action="/account/address/code">
        <CodeField form={form} />
        <Button>Use this address from now on</Button>
      </PostForm>
      <p class="govuk-body">
        <Link href="/account/address">Another address, or another code</Link>
      </p>
    </Column>
  </Row>
)
