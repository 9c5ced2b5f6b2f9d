import { type ComponentChildren, createContext } from 'preact'
import { useContext } from 'preact/hooks'
import type { FieldError, FormState } from '#plumbing/form.ts'
import { Button } from './govuk/button.tsx'
import { ErrorSummary } from './govuk/error-summary.tsx'

/** Gives the token that lets a form of this page be taken in; asked for only where there is a form. */
export const FormToken = createContext<() => string>(() => '')

interface PostFormProps {
  /** A path of this site. */
  action: string
  id?: string
  class?: string
  /** Names the form where the page has several. */
  label?: string
  /** It sends a file. */
  hasFile?: boolean
  children: ComponentChildren
}

/** The only form that changes something. */
export const PostForm = ({ action, label, hasFile, children, ...rest }: PostFormProps) => {
  const token = useContext(FormToken)
  const enctype = hasFile ? 'multipart/form-data' : undefined
  return (
    <form method="post" action={action} enctype={enctype} aria-label={label} novalidate {...rest}>
      <input type="hidden" name="form_token" value={token()} />
      {children}
    </form>
  )
}

interface ButtonFormProps extends Omit<PostFormProps, 'children'> {
  children: ComponentChildren
  /** Fields that say what it is done to. */
  fields?: Record<string, string>
  look?: 'secondary' | 'warning'
}

/** One act, one button. */
export const ButtonForm = ({ children, fields = {}, look, ...form }: ButtonFormProps) => (
  <PostForm {...form}>
    {Object.entries(fields).map(([name, value]) => (
      <input type="hidden" name={name} value={value} />
    ))}
    <Button class={look && `govuk-button--${look}`}>{children}</Button>
  </PostForm>
)

/** What is wrong with a form, at the top of its page; each line leads to its field. */
export const FormErrors = ({ errors }: { errors: FieldError[] }) => (
  <ErrorSummary errors={errors.map(({ field, message }) => ({ message, href: `#${field}` }))} />
)

/** Name, id, value and error of one field, to spread into its control. */
export const fieldIn = ({ typed, errors }: FormState, name: string) => ({
  name,
  id: name,
  value: [typed[name]].flat()[0],
  error: errors.find(({ field }) => field === name)?.message,
})

/** As {@link fieldIn}, for radios and checkboxes: `isChosen` tells which were. The first control takes the name as its id. */
export const choiceIn = ({ typed, errors }: FormState, name: string) => ({
  field: { name, idPrefix: name, error: errors.find(({ field }) => field === name)?.message },
  isChosen: (value: string) => [typed[name]].flat().includes(value),
})
