import type { SeenRow } from '#features/contract-reading/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { headingsChoice } from '../bringing-form.ts'
import type { Seen } from '../brought-file.ts'

export type ColumnChoice = { heading: string; field: string }

type Props = {
  action: string
  columns: ColumnChoice[]
  seen: Seen | null
  fields: { value: string; label: string }[]
  form: FormState
  isOpen: boolean
}

const sayRow = ({ sheet, line, cells }: SeenRow) =>
  `${sheet ? `${sheet}, row` : 'Row'} ${line}: ${cells.join(' · ')}`

/** Where the headings stand, if it is not where they were found. */
const HeadingsChoice = ({ seen: { rows, headingsAt } }: { seen: Seen }) => {
  const said = headingsAt && headingsChoice(headingsAt)
  const found = said === null ? rows.find(({ isHeadings }) => isHeadings) : undefined
  return (
    <Select
      name="headings"
      label="Row with the headings"
      hint="If it is another row, choose it and read the file again. The columns are then those of that row."
      items={[
        { value: '', label: found ? `As found: ${sayRow(found)}` : 'Find it again', selected: said === null },
        ...rows.map(row => ({
          value: headingsChoice(row),
          label: sayRow(row),
          selected: headingsChoice(row) === said,
        })),
      ]}
    />
  )
}

const hintOf = (cells: string[] = []) => (cells.length > 0 ? `Such as ${cells.join(' · ')}` : undefined)

/** Which column of the register says what; what is chosen is remembered for the organisation. */
export const ColumnsForm = ({ action, columns, seen, fields, form, isOpen }: Props) => {
  const chosen = columns.filter(({ field }) => field !== '').length
  return (
    <Details summary={`Columns: ${chosen} of ${columns.length} are read. Check or change them`} open={isOpen}>
      <PostForm action={action} label="Columns of the file">
        {seen && seen.rows.length > 1 && <HeadingsChoice seen={seen} />}
        {columns.map(({ heading, field }, at) => (
          <Select
            {...fieldIn(form, `column-${at}`)}
            label={heading || `Column ${at + 1}, without a heading`}
            hint={hintOf(seen?.cells[heading])}
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
