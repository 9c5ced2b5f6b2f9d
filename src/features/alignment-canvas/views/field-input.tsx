import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn } from '#ui/form.tsx'
import { Checkboxes, Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { Words } from '#ui/step-form.tsx'
import { mostOfTerm, mostOfWords } from '../answer-form.ts'
import { type Field, none, rankedName, ranks } from '../topic.ts'

const rankLabels = { first: 'First', second: 'Second', third: 'Third' }

type OfKind<Kind extends Field['kind']> = Extract<Field, { kind: Kind }>

const Ranked = ({ field, form }: { field: OfKind<'ranked'>; form: FormState }) => (
  <fieldset class="govuk-fieldset">
    <legend class="govuk-fieldset__legend govuk-fieldset__legend--s">{field.label}</legend>
    {ranks.map(rank => {
      const { value, ...rest } = fieldIn(form, rankedName(field.name, rank))
      return (
        <Select
          key={rank}
          {...rest}
          label={rankLabels[rank]}
          items={[{ value: '', label: 'Choose' }, ...field.options].map(option => ({
            ...option,
            selected: option.value === (value ?? ''),
          }))}
        />
      )
    })}
  </fieldset>
)

const Chosen = ({ field, form }: { field: OfKind<'one' | 'some'>; form: FormState }) => {
  const { field: named, isChosen } = choiceIn(form, field.name)
  const offered = field.kind === 'some' && field.orNone ? [...field.options, none] : field.options
  const items = offered.map(option => ({ ...option, checked: isChosen(option.value) }))
  const fieldset = { legend: field.label, legendClass: 'govuk-fieldset__legend--s' }
  return field.kind === 'one' ? (
    <Radios {...named} class="govuk-radios--small" fieldset={fieldset} hint={field.hint} items={items} />
  ) : (
    <Checkboxes
      {...named}
      class="govuk-checkboxes--small"
      fieldset={fieldset}
      hint={field.hint}
      items={items}
    />
  )
}

/** One part of a question, in the control that fits its shape. */
export const FieldInput = ({ field, form }: { field: Field; form: FormState }) => {
  switch (field.kind) {
    case 'ranked':
      return <Ranked field={field} form={form} />
    case 'one':
    case 'some':
      return <Chosen field={field} form={form} />
    case 'words':
      return (
        <Words
          form={form}
          name={field.name}
          label={field.label}
          hint={field.hint ?? ''}
          rows={3}
          most={mostOfWords}
        />
      )
    case 'day':
      return (
        <Input
          {...fieldIn(form, field.name)}
          label={field.label}
          labelClass="govuk-label--s"
          hint={field.hint}
          class="govuk-input--width-20"
        />
      )
    case 'term':
      return (
        <Input
          {...fieldIn(form, field.name)}
          label={field.label}
          maxlength={mostOfTerm}
          class="govuk-input--width-20"
        />
      )
  }
}
