import { ButtonForm } from '#ui/form.tsx'
import type { MembershipRow } from '../membership-queries.ts'
import { membershipPath } from '../person.ts'

/** Yes or no to who asks to speak for an organisation, or to be a lead there. */
export const DecisionForms = ({ membership: { id, state, name } }: { membership: MembershipRow }) => {
  const action = `${membershipPath(id)}/decision`
  const whom = <span class="govuk-visually-hidden"> {name ?? 'someone without a name'}</span>
  return (
    <div class="govuk-button-group">
      <ButtonForm action={action} fields={{ decision: 'confirm' }}>
        {state === 'requested' ? 'Confirm' : 'Make a lead'}
        {whom}
      </ButtonForm>
      <ButtonForm action={action} fields={{ decision: 'refuse' }} look="secondary">
        Refuse{whom}
      </ButtonForm>
    </div>
  )
}
