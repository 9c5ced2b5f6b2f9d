import { PostForm } from '#ui/form.tsx'
import { Button, ButtonGroup } from '#ui/govuk/button.tsx'
import type { MembershipRow } from '../membership-queries.ts'
import { membershipPath } from '../person.ts'

/** Yes or no to who asks to speak for an organisation, or to be a lead there. */
export const DecisionForm = ({ membership: { id, state, name } }: { membership: MembershipRow }) => {
  const whom = <span class="govuk-visually-hidden"> {name ?? 'someone without a name'}</span>
  return (
    <PostForm action={`${membershipPath(id)}/decision`}>
      <ButtonGroup>
        <Button name="decision" value="confirm">
          {state === 'requested' ? 'Confirm' : 'Make a lead'}
          {whom}
        </Button>
        <Button name="decision" value="refuse" class="govuk-button--secondary">
          Refuse{whom}
        </Button>
      </ButtonGroup>
    </PostForm>
  )
}
