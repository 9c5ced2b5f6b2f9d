import { type Visibility, visibilities, visibilityLabels } from '#features/accounts/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn } from '#ui/form.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { isWider } from '../collaboration.ts'

const hints: Record<Visibility, string> = {
  public: 'On the open web, with or without an account.',
  'public-sector': 'People who are signed in as members of a council or another public body.',
  partners:
    'Members of the organisations that have joined. Nobody else on Pipeline: not the organisations that were only asked, and not its curators.',
}

const notYet = 'Not as long as they do not see the collaboration itself.'

interface VisibilityChoiceProps {
  /** Who sees the collaboration that the item is in; absent for the collaboration itself. */
  within?: Visibility
  form: FormState
  legend?: string
  name?: string
}

/** Who may see an item of a collaboration, said in words beside each box. */
export const VisibilityChoice = ({
  within,
  form,
  legend = 'Who may see it?',
  name = 'visibility',
}: VisibilityChoiceProps) => {
  const { field, isChosen } = choiceIn(form, name)
  return (
    <Radios
      {...field}
      class="govuk-radios--small"
      fieldset={{ legend, legendClass: 'govuk-fieldset__legend--s' }}
      items={visibilities.toReversed().map(value => ({
        value,
        label: visibilityLabels[value],
        hint: within && isWider(value, within) ? `${hints[value]} ${notYet}` : hints[value],
        checked: isChosen(value),
      }))}
    />
  )
}
