import type { MembershipRow } from '#features/accounts/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { noticePath } from '../handover.ts'

interface NoticePageProps {
  membership: MembershipRow
  isOwn: boolean
  isLastLead: boolean
  form: FormState
}

/** Says that someone leaves an organisation, and when. */
export const NoticePage = ({ membership, isOwn, isLastLead, form }: NoticePageProps) => {
  const { id, organisation, name } = membership
  const who = name ?? 'They'
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">
          {isOwn ? `Leaving ${organisation}` : `${name ?? 'A colleague'} leaves ${organisation}`}
        </h1>
        <p class="govuk-body-l">
          What {isOwn ? 'you look' : `${who} looks`} after stays with {organisation}, and passes to colleagues
          there.
        </p>
        <ul class="govuk-list govuk-list--bullet">
          <li>
            {isOwn ? 'You say' : `${who} or you say`} who takes over each thing. They are asked by mail, and
            say what they take.
          </li>
          <li>What nobody takes, the leads decide on. Nothing is deleted.</li>
          <li>
            {isOwn ? 'You speak' : `${who} speaks`} for {organisation} up to the last day, and no longer from
            the day after.
          </li>
          <li>
            {isOwn
              ? 'Your account, your profile and what you follow stay yours, wherever you work next.'
              : 'Their account, their profile and what they follow stay theirs.'}
          </li>
          <li>Until then it can be taken back, and all is as before.</li>
        </ul>
        {isLastLead && (
          <InsetText>
            {isOwn ? 'You are' : `${who} is`} the only lead of {organisation}. Make a colleague a lead before
            the last day: otherwise curators decide who may speak for it.
          </InsetText>
        )}
        <PostForm action={noticePath(id)}>
          <Input
            label={isOwn ? 'Your last day' : 'Their last day'}
            hint="For example, 31 March 2027"
            class="govuk-input--width-20"
            {...fieldIn(form, 'last_day')}
          />
          <Button>{isOwn ? 'Say that I am leaving' : 'Say that they are leaving'}</Button>
        </PostForm>
      </Column>
    </Row>
  )
}
