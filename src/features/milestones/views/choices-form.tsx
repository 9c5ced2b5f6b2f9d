import { type Asked, type Becoming, columnFields, fieldLabels } from '#features/plan-reading/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { countOf } from '#ui/money.ts'

interface ChoicesFormProps {
  action: string
  asked: Asked
  form: FormState
  /** Nothing of it could be read so far. */
  isOpen: boolean
}

const becomingLabels: Record<Becoming, string> = {
  'to do': 'Still to do',
  done: 'Done',
  'as said': 'As each says itself',
  aside: 'Left out',
}

/** What each column of a table says, or what becomes of the lists of a board. */
export const ChoicesForm = ({ action, asked: { columns, groups }, form, isOpen }: ChoicesFormProps) => {
  const read = columns.filter(({ field }) => field !== 'aside').length
  return (
    <Details
      summary={
        columns.length > 0
          ? `Columns: ${read} of ${columns.length} are read. Check or change them`
          : 'What becomes of what. Check or change it'
      }
      open={isOpen}
    >
      <PostForm action={action} label="How the file is read">
        {columns.map(({ heading, field, cells }, at) => (
          <Select
            {...fieldIn(form, `column-${at}`)}
            label={heading}
            hint={cells.length > 0 ? `Such as ${cells.join(' · ')}` : undefined}
            value={undefined}
            items={[
              { value: '', label: 'Not read, not kept', selected: field === 'aside' },
              ...columnFields.map(value => ({ value, label: fieldLabels[value], selected: field === value })),
            ]}
          />
        ))}
        {groups.map(({ name, count, becomes, may }, at) => (
          <Select
            {...fieldIn(form, `group-${at}`)}
            label={`${name} (${countOf(count, 'item')})`}
            value={undefined}
            items={may.map(value => ({ value, label: becomingLabels[value], selected: value === becomes }))}
          />
        ))}
        <Button class="govuk-button--secondary">Read it again so</Button>
      </PostForm>
    </Details>
  )
}
