import {
  ListPlaces,
  OrganisationField,
  type OrganisationListPlace,
  type OrganisationName,
} from '#features/organisations/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn } from '#ui/form.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { noneChoice, otherChoice } from '../membership.ts'

interface OrganisationChoiceProps {
  form: FormState
  /** Those that the address is of. */
  proposals: OrganisationName[]
  /** Those that the typed words could mean. */
  suggestions: OrganisationName[]
  /** What one can do when the organisation is not here. */
  places: OrganisationListPlace[]
  /** The words for a person of no organisation, where that is an answer. */
  none?: string
}

/** Which organisation a person means: one of some, or another by its name; after a name nobody knows also how to add it. */
export const OrganisationChoice = ({ places, ...props }: OrganisationChoiceProps) => (
  <>
    <Choice {...props} />
    {props.form.errors.some(({ field }) => field === 'choice' || field === 'organisation') && (
      <ListPlaces places={places} />
    )}
  </>
)

const Choice = ({ form, proposals, suggestions, none }: Omit<OrganisationChoiceProps, 'places'>) => {
  const { field, isChosen } = choiceIn(form, 'choice')
  const { id: _, ...typed } = fieldIn(form, 'organisation')
  const offered = [
    ...suggestions.map(named => ({ ...named, hint: undefined })),
    ...proposals
      .filter(({ id }) => suggestions.every(other => other.id !== id))
      .map(named => ({ ...named, hint: 'Your address shows it: nobody else needs to confirm you.' })),
  ]
  if (offered.length === 0)
    return (
      <OrganisationField
        {...typed}
        label="Your organisation"
        hint={`Its name or code.${none ? ' Leave it empty if you do not speak for one.' : ''} Someone who leads there is asked to confirm you.`}
      />
    )
  return (
    <Radios
      {...field}
      fieldset={{ legend: 'Which organisation do you speak for?', legendClass: 'govuk-fieldset__legend--s' }}
      items={[
        ...offered.map(({ id, name, hint }) => ({ value: id, label: name, hint, checked: isChosen(id) })),
        {
          value: otherChoice,
          label: 'Another organisation',
          checked: isChosen(otherChoice),
          conditional: (
            <OrganisationField
              {...typed}
              label="Its name or code"
              hint="Someone who leads there is asked to confirm you."
            />
          ),
        },
        none && { value: noneChoice, label: none, checked: isChosen(noneChoice) },
      ]}
    />
  )
}
