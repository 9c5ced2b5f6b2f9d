import type { FormState } from '#plumbing/form.ts'
import { ButtonForm, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { Subscription } from '../stored-subscriptions.ts'
import { WishesFields } from './wishes-fields.tsx'

interface SubscriptionPageProps {
  subscription: Subscription
  form: FormState
  /** For words of one's own: how near what is there now is to them. */
  near?: { closeness: number }[]
  base: string
}

export const SubscriptionPage = ({ subscription, form, near, base }: SubscriptionPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">{subscription.title}</h1>
      <p class="govuk-body">
        <Link href={subscription.address}>See what this is about</Link>
      </p>
      <PostForm action={`${base}/${subscription.id}`}>
        <WishesFields form={form} near={near} />
        <Button>Save</Button>
      </PostForm>
      <SectionHeading>End it</SectionHeading>
      <p class="govuk-body">You are told nothing more for it. What was sent stays on your page.</p>
      <ButtonForm action={`${base}/${subscription.id}/end`} look="warning">
        End this subscription
      </ButtonForm>
    </Column>
  </Row>
)
