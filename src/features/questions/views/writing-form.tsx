import { type Finding, HeldFirst, ScreenFindings } from '#features/moderation/index.ts'
import { OrganisationField, type OrganisationName } from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Words } from '#ui/step-form.tsx'
import { mentionsAtMost, mostOfAnswer, mostOfQuestion } from '../question.ts'

export type Writing = {
  action: string
  what: 'question' | 'answer'
  form: FormState
  findings: Finding[]
  /** What the name that was typed could mean. */
  suggestions: OrganisationName[]
  organisation: string
  isHeld: boolean
  /** An answer of the organisation that asked. */
  isAddition?: boolean
  /** The words were shown, and are changed; nobody else is called by that. */
  isChange?: boolean
  isListed: boolean
}

function namesOf({ what, isAddition, isChange }: Writing): { label: string; verb: string } {
  const label = what === 'question' ? 'Your question' : isAddition ? 'What you add' : 'Your answer'
  if (isChange) return { label, verb: 'Change it' }
  return {
    label,
    verb: what === 'question' ? 'Ask in the open' : isAddition ? 'Add it in the open' : 'Answer in the open',
  }
}

/** Where a question or an answer is written. */
export const WritingForm = (writing: Writing) => {
  const { action, what, form, findings, suggestions, organisation, isHeld, isChange, isListed } = writing
  const { verb, label } = namesOf(writing)
  const call = isChange
    ? 'Organisations that you name newly are not told.'
    : `Name an organisation as @ and the last part of its page’s address, such as @leeds-city-council, and its leads get a mail: up to ${mentionsAtMost}.`
  return (
    <PostForm action={action} label={label}>
      <ScreenFindings findings={findings} />
      {findings.length > 0 && <input type="hidden" name="screened" value="yes" />}
      <Words
        form={form}
        name="words"
        label={label}
        hint={call}
        rows={what === 'question' ? 4 : 6}
        most={what === 'question' ? mostOfQuestion : mostOfAnswer}
      />
      {!isChange && (
        <OrganisationField
          {...fieldIn(form, 'organisation')}
          label="Whose attention do you want? (optional)"
          hint="The name of an organisation that may know. Its leads get one mail."
          suggestions={suggestions}
        />
      )}
      <p class="govuk-body">
        {isListed ? 'Everyone' : 'Whoever may see what it is about'} reads this, with the name of{' '}
        {organisation}; it can be asked for under freedom of information. Your own name stands with it only if
        your profile is shown. You can change it for fifteen minutes.
      </p>
      <HeldFirst isHeld={isHeld} organisation={organisation} />
      <Button preventDoubleClick>{findings.length > 0 ? `${verb} as it is` : verb}</Button>
    </PostForm>
  )
}
