import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn } from '#ui/form.tsx'
import { Checkboxes, Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { shareField } from '../blanks.ts'
import type { Blank, Party, TypedBlank } from '../clause.ts'

interface BlankFieldProps {
  name: string
  blank: Blank
  form: FormState
  parties: Party[]
}

const legendClass = 'govuk-fieldset__legend--s'

/** The control for one blank of a clause. */
export const BlankField = ({ name, blank, form, parties }: BlankFieldProps) => {
  const { label, hint } = blank
  const { field, isChosen } = choiceIn(form, name)
  const choices = { ...field, hint, fieldset: { legend: label, legendClass } }
  const ofParties = parties.map(party => ({
    value: party.id,
    label: party.name,
    checked: isChosen(party.id),
  }))
  switch (blank.kind) {
    case 'party':
      return <Radios {...choices} class="govuk-radios--small" items={ofParties} />
    case 'parties':
      return <Checkboxes {...choices} class="govuk-checkboxes--small" items={ofParties} />
    case 'choice':
      return (
        <Radios
          {...choices}
          class="govuk-radios--small"
          items={Object.entries(blank.options).map(([value, words]) => ({
            value,
            label: words.replace(/^the /, ''),
            checked: isChosen(value),
          }))}
        />
      )
    case 'shares':
      return (
        <fieldset class="govuk-fieldset">
          <legend class={`govuk-fieldset__legend ${legendClass}`}>{label}</legend>
          {hint && <p class="govuk-hint">{hint}</p>}
          {parties.map(party => (
            <Input
              {...fieldIn(form, shareField(name, party))}
              label={party.name}
              class="govuk-input--width-4"
              inputmode="decimal"
              suffix={{ content: '%' }}
            />
          ))}
        </fieldset>
      )
    default:
      return <TypedField name={name} blank={blank} form={form} />
  }
}

const widths = {
  money: 'govuk-input--width-10',
  days: 'govuk-input--width-4',
  date: 'govuk-input--width-20',
  words: '',
}

const TypedField = ({ name, blank, form }: { name: string; blank: TypedBlank; form: FormState }) => (
  <Input
    {...fieldIn(form, name)}
    label={blank.label}
    labelClass="govuk-label--s"
    hint={blank.hint ?? (blank.kind === 'date' ? 'Such as 31 March 2027' : undefined)}
    class={widths[blank.kind]}
    inputmode={blank.kind === 'money' || blank.kind === 'days' ? 'numeric' : undefined}
    prefix={blank.kind === 'money' ? { content: '£' } : undefined}
    suffix={blank.kind === 'days' ? { content: 'days' } : undefined}
  />
)
