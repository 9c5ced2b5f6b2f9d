import { type Finding, ScreenFindings } from '#features/moderation/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { ButtonForm, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Details, InsetText } from '#ui/govuk/text.tsx'
import { CharacterCount } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { longestReply, replyFormPath, type ShownReply } from '../reply.ts'

export type ReplyFormPageProps = {
  /** What is replied to: "Confirm", or "Confirm at Leeds City Council". */
  about: string
  productSlug: string
  systemId: string | null
  supplier: string
  form: FormState
  findings: Finding[]
  own: ShownReply | undefined
}

export const ReplyFormPage = (props: ReplyFormPageProps) => {
  const { about, productSlug, systemId, supplier, form, findings, own } = props
  const path = replyFormPath(productSlug, systemId)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{supplier}</span>
        <h1 class="govuk-heading-l">Reply: {about}</h1>
        {own?.hidden?.state === 'held' && own.withdrawn_at === null && (
          <InsetText>
            What you wrote last waits for a curator. What you write now goes in its place.
          </InsetText>
        )}
        <ScreenFindings findings={findings} />
        <p class="govuk-body">
          Say what is wrong, out of date or missing. It stands beside what is said, labelled as the reply of{' '}
          {supplier}, and takes nothing away. A curator reads each wording before it is shown.
        </p>
        <p class="govuk-body">
          No prices, no names of people, no addresses and no advertising: contacts are found on your own site.
        </p>
        <PostForm action={path} label="Your reply">
          {findings.length > 0 && <input type="hidden" name="screened" value="yes" />}
          <CharacterCount
            {...fieldIn(form, 'words')}
            label="Your reply"
            labelClass="govuk-label--m"
            maxCharacters={longestReply}
            rows={8}
          />
          <Button preventDoubleClick>
            {findings.length > 0 ? 'Send it to a curator as it is' : 'Send it to a curator'}
          </Button>
        </PostForm>
        {own && own.withdrawn_at === null && (
          <Details summary="Withdraw your reply">
            <p class="govuk-body">Nobody reads it any more. That you withdrew it is said in its place.</p>
            <ButtonForm action={`${path}/withdrawal`} look="warning">
              Withdraw
            </ButtonForm>
          </Details>
        )}
      </Column>
    </Row>
  )
}
