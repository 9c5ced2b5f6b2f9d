import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { formatCount } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import { supplierField } from '../bringing-form.ts'
import type { ImportSupplier } from '../import-queries.ts'

/** A supplier about whom somebody has to say who it is. */
export type SupplierQuestion = {
  supplier: ImportSupplier
  candidates: { id: string; name: string }[]
}

type Props = { action: string; questions: SupplierQuestion[]; open: number }

const chosenOf = ({ decision, organisationId }: ImportSupplier) =>
  decision === 'known' ? organisationId : decision === 'open' ? '' : decision

/** Suppliers that a name alone does not settle. */
export const SuppliersForm = ({ action, questions, open }: Props) => (
  <section>
    <SectionHeading
      lead={
        open > 0
          ? 'Their names may mean someone who is listed already. What you leave undecided is kept as a name, and a name that could be a person’s is not kept unless you say that it is an organisation’s.'
          : 'All are decided; you can still change it. A name that could be a person’s is not kept unless you say that it is an organisation’s.'
      }
    >
      Who the suppliers are ({formatCount(questions.length)})
    </SectionHeading>
    <PostForm action={action} label="Suppliers">
      {questions.map(({ supplier, candidates }) => (
        <Select
          name={supplierField(supplier.key)}
          label={supplier.companyNumber ? `${supplier.name} (${supplier.companyNumber})` : supplier.name}
          items={[
            ...(supplier.decision === 'individual'
              ? []
              : [{ value: '', label: 'Not decided: keep the name', selected: chosenOf(supplier) === '' }]),
            ...candidates.map(({ id, name }) => ({
              value: id,
              label: `It is ${name}`,
              selected: chosenOf(supplier) === id,
            })),
            {
              value: 'new',
              label: 'A new supplier, an organisation',
              selected: chosenOf(supplier) === 'new',
            },
            {
              value: 'as-published',
              label: 'An organisation: keep the name, without a page',
              selected: chosenOf(supplier) === 'as-published',
            },
            {
              value: 'individual',
              label: 'A person: do not keep the name',
              selected: chosenOf(supplier) === 'individual',
            },
          ]}
        />
      ))}
      <Button class="govuk-button--secondary">Save who they are</Button>
    </PostForm>
  </section>
)
