import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn } from '#ui/form.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { frequencies, frequencyLabels, levelHints, levelLabels, levels } from '../subscription.ts'

const small = { legendClass: 'govuk-fieldset__legend--s' }

/** What to call a subscription, what it tells and how often. */
export const WishesFields = ({ form }: { form: FormState }) => {
  const level = choiceIn(form, 'level')
  const frequency = choiceIn(form, 'frequency')
  return (
    <>
      <Input {...fieldIn(form, 'title')} label="What to call it in mail to you" />
      <Radios
        {...level.field}
        fieldset={{ legend: 'What do you want to be told?', ...small }}
        items={levels.map(value => ({
          value,
          label: levelLabels[value],
          hint: levelHints[value],
          checked: level.isChosen(value),
        }))}
      />
      <Radios
        {...frequency.field}
        fieldset={{ legend: 'How often?', ...small }}
        hint="All that is due goes into one mail; when there is nothing, there is none"
        items={frequencies.map(value => ({
          value,
          label: frequencyLabels[value],
          checked: frequency.isChosen(value),
        }))}
      />
    </>
  )
}
