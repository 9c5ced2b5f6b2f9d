import { TypedField, type TypedFieldProps } from '#ui/typed-field.tsx'
import type { ServiceName } from '../service.ts'

export type ServiceFieldProps = Omit<
  TypedFieldProps,
  'label' | 'suggestions' | 'unknown' | 'autocomplete'
> & {
  label?: string
  /** What `resolveService` suggests, when the typed words are no service's name. */
  suggestions?: ServiceName[]
}

/** A service by typing its name; where that was not clear, a choice between those that come near. */
export const ServiceField = ({ label = 'Service', suggestions = [], ...field }: ServiceFieldProps) => (
  <TypedField
    {...field}
    label={label}
    suggestions={suggestions.map(({ name }) => name)}
    unknown={`There is no service called “${field.value}”.`}
  />
)
