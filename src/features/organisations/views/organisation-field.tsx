import { TypedField, type TypedFieldProps } from '#ui/typed-field.tsx'
import type { OrganisationName } from '../organisation.ts'

export type OrganisationFieldProps = Omit<
  TypedFieldProps,
  'label' | 'suggestions' | 'unknown' | 'autocomplete'
> & {
  label?: string
  /** What `resolveOrganisationTyped` suggests, when the typed words are no organisation's name. */
  suggestions?: OrganisationName[]
}

/** An organisation by typing its name or code; where that was not clear, a choice between those that come near. */
export const OrganisationField = ({
  label = 'Council',
  suggestions = [],
  ...field
}: OrganisationFieldProps) => (
  <TypedField
    {...field}
    label={label}
    autocomplete="organization"
    suggestions={suggestions.map(({ name }) => name)}
    unknown={`We know no organisation called “${field.value}”.`}
  />
)
