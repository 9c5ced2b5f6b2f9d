import type { FormState } from '#plumbing/form.ts'
import { closenessWords, type Level } from '#ui/closeness.tsx'
import { choiceIn, fieldIn } from '#ui/form.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { formatCount } from '#ui/money.ts'
import { frequencies, frequencyLabels, levelHints, levelLabels, levels } from '../subscription.ts'
import { closenesses } from '../subscription-form.ts'

const small = { legendClass: 'govuk-fieldset__legend--s' }

/** How near to one's own words a thing must be: each choice says what it finds now. */
const HowNear = ({ form, near }: { form: FormState; near: { closeness: number }[] }) => {
  const { field, isChosen } = choiceIn(form, 'closeness')
  return (
    <Radios
      {...field}
      fieldset={{ legend: 'How near to your words?', ...small }}
      hint="What is there already is not told again. The nearer, the less there is, and the less is beside the point."
      items={closenesses.map(value => {
        const count = near.filter(({ closeness }) => closeness >= Number(value)).length
        return {
          value,
          label:
            value === '3'
              ? `Only what is ${nearWords(3)}`
              : `What is ${nearWords(Number(value) as Level)} as well`,
          hint: count === 1 ? 'One thing is so near now' : `${formatCount(count)} things are so near now`,
          checked: isChosen(value),
        }
      })}
    />
  )
}

const nearWords = (level: Level) => closenessWords[level].toLowerCase()

/** What to call a subscription, what it tells and how often. */
export const WishesFields = ({ form, near }: { form: FormState; near?: { closeness: number }[] }) => {
  const level = choiceIn(form, 'level')
  const frequency = choiceIn(form, 'frequency')
  return (
    <>
      <Input {...fieldIn(form, 'title')} label="What to call it in mail to you" />
      {near && <HowNear form={form} near={near} />}
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
