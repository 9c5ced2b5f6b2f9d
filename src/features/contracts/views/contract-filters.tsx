import { formatDate } from '#ui/date.ts'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { type ContractFilters, filterFields } from '../contract-list.ts'

interface Props {
  action: string
  filters: ContractFilters
}

/** Words and the days between which contracts end; keeps what is chosen beside the list. */
export const ContractSearch = ({ action, filters }: Props) => {
  const { q, from, to } = filters
  const kept = filterFields(filters).filter(({ name }) => !['q', 'from', 'to'].includes(name))
  return (
    <form action={action} method="get" aria-label="Find contracts">
      {kept.map(({ name, value }) => (
        <input type="hidden" name={name} value={value} />
      ))}
      <Input
        name="q"
        type="search"
        label="Title, supplier, organisation or reference"
        value={q}
        maxlength={200}
        autocomplete="off"
      />
      <Input
        name="from"
        label="Ends on or after"
        hint="For example, 31 March 2027"
        value={from && formatDate(from)}
        class="govuk-input--width-10"
        autocomplete="off"
      />
      <Input
        name="to"
        label="Ends on or before"
        value={to && formatDate(to)}
        class="govuk-input--width-10"
        autocomplete="off"
      />
      <Button class="govuk-button--secondary">Find</Button>
    </form>
  )
}
