import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { Details } from '#ui/govuk/text.tsx'

export type ColumnChoice = { heading: string; field: string }

type Props = {
  action: string
  columns: ColumnChoice[]
  fields: { value: string; label: string }[]
  form: FormState
  isOpen: boolean
}

/** Which column of the register says what; what is chosen is remembered for the organisation. */
export const ColumnsForm = ({ action, columns, fields, form, isOpen }: Props) => {
  const chosen = columns.filter(({ field }) => field !== '').length
  return (
    <Details summary={`Columns: ${chosen} of ${columns.length} are read. Check or change them`} open={isOpen}>
      <PostForm action={action} label="Columns of the file">
        {columns.map(({ heading, field }, at) => (
          <Select
            {...fieldIn(form, `column-${at}`)}
            label={heading || `Column ${at + 1}, without a heading`}
            items={[
              { value: '', label: 'Not read, not kept', selected: field === '' },
              ...fields.map(one => ({ ...one, selected: one.value === field })),
            ]}
          />
        ))}
        <Button class="govuk-button--secondary">Read it again with these columns</Button>
      </PostForm>
    </Details>
  )
}
