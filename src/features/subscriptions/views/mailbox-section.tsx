import type { OrganisationName } from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { ButtonForm, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { Recipient } from '../stored-subscriptions.ts'
import { mailboxPath } from '../subscription.ts'

interface MailboxSectionProps {
  organisation: OrganisationName
  recipient: Recipient | undefined
  asked: { address: string; asked_at: Date } | undefined
  form: FormState
}

/** Where mail of an organisation's subscriptions goes, for its leads. */
export const MailboxSection = ({ organisation, recipient, asked, form }: MailboxSectionProps) => {
  const action = mailboxPath(organisation.slug)
  return (
    <>
      <SectionHeading>Shared mailbox</SectionHeading>
      {recipient?.mailbox ? (
        <p class="govuk-body">
          Mail goes to <strong>{recipient.mailbox}</strong>.
        </p>
      ) : (
        !asked && <p class="govuk-body">There is none yet, so no mail is sent.</p>
      )}
      {asked && (
        <p class="govuk-body">
          We asked <strong>{asked.address}</strong> on {formatDate(londonDay(asked.asked_at))}. Nothing goes
          there before somebody who reads it says yes: the link in that mail is good for seven days.
        </p>
      )}
      <PostForm action={action}>
        <Input
          {...fieldIn(form, 'mailbox')}
          label={recipient?.mailbox || asked ? 'Another address' : 'Address of the mailbox'}
          hint={`At a domain of ${organisation.name}. We send it one mail that asks whether it wants this`}
          type="email"
          autocomplete="off"
          spellcheck={false}
        />
        <Button class="govuk-button--secondary">Ask this mailbox</Button>
      </PostForm>
      {(recipient?.mailbox || asked) && (
        <ButtonForm action={`${action}/end`} look="secondary">
          Take the mailbox away
        </ButtonForm>
      )}
    </>
  )
}
