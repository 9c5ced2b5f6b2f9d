import { type Finding, ScreenFindings } from '#features/moderation/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import { ServiceField, type ServiceName } from '#features/services/index.ts'
import type { FormState } from '#plumbing/form.ts'
import { choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes, Radios } from '#ui/govuk/choices.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Textarea } from '#ui/govuk/textarea.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { TypedField } from '#ui/typed-field.tsx'
import { contractPath } from '../contract.ts'
import { saySource } from '../contract-words.ts'
import { noService } from '../correction-form.ts'
import type { Contract } from '../page-queries.ts'

export type CorrectionPageProps = {
  contract: Contract
  form: FormState
  findings: Finding[]
  /** The statement that stands while the form is filled in. */
  seen: string
  suppliers: OrganisationName[]
  services: ServiceName[]
}

const days = { labelClass: 'govuk-label--s', class: 'govuk-input--width-10' }

/** Asked where a supplier’s name could be a person’s, who is not named here. */
const SupplierKind = ({ form }: { form: FormState }) => {
  const { field, isChosen } = choiceIn(form, 'supplier_is')
  if (!field.error && !isChosen('body') && !isChosen('person')) return null
  return (
    <Radios
      {...field}
      fieldset={{ legend: 'Who the supplier is', legendClass: 'govuk-fieldset__legend--s' }}
      items={[
        { value: 'body', label: 'A company or another organisation', checked: isChosen('body') },
        { value: 'person', label: 'A person: shown as “An individual”', checked: isChosen('person') },
      ]}
    />
  )
}

/** The council says what is so of one contract. */
export const CorrectionPage = ({
  contract,
  form,
  findings,
  seen,
  suppliers,
  services,
}: CorrectionPageProps) => {
  const { organisation } = contract
  const { field, isChosen } = choiceIn(form, 'open_ended')
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{organisation.name}</span>
        <h1 class="govuk-heading-l">Correct or confirm a contract</h1>
        <InsetText>
          What stands here is from {saySource(contract.source_name, contract.source_line)}. What you say is
          from today, stands as confirmed by {organisation.name}, and the older source stays beside it.
        </InsetText>
        <ScreenFindings findings={findings} />
        <PostForm action={`${contractPath(contract.id)}/correction`} label="The contract">
          <input type="hidden" name="seen" value={seen} />
          {findings.length > 0 && <input type="hidden" name="screened" value="yes" />}
          <Input {...fieldIn(form, 'title')} label="Title" labelClass="govuk-label--s" />
          <TypedField
            {...fieldIn(form, 'supplier')}
            label="Supplier"
            hint="A person who trades alone is shown as “An individual”"
            suggestions={suppliers.map(({ name }) => name)}
            unknown="That may be somebody who is listed."
          />
          <SupplierKind form={form} />
          <ServiceField
            {...fieldIn(form, 'service')}
            label="Service it is for (optional)"
            hint={`${contract.guess ? `We guess: ${contract.guess.name}. ` : ''}Write “${noService}” where it is for no one service`}
            suggestions={services}
          />
          <Input {...fieldIn(form, 'starts_on')} label="First day" hint="Such as 1 April 2027" {...days} />
          <Input {...fieldIn(form, 'ends_on')} label="Last day, without extensions" {...days} />
          <Checkboxes
            {...field}
            items={[{ value: 'yes', label: 'It goes on until somebody ends it', checked: isChosen('yes') }]}
          />
          <Input
            {...fieldIn(form, 'extends_to')}
            label="Last day with every extension (optional)"
            {...days}
          />
          <Input {...fieldIn(form, 'value')} label="Value of the whole contract" hint="In pounds" {...days} />
          <Input
            {...fieldIn(form, 'reference')}
            label="Reference (optional)"
            labelClass="govuk-label--s"
            class="govuk-!-width-one-half"
          />
          <Textarea
            {...fieldIn(form, 'description')}
            label="What it is for (optional)"
            labelClass="govuk-label--s"
            rows={4}
          />
          <Button preventDoubleClick>
            {findings.length > 0 ? 'Publish as it is' : `Publish for ${organisation.name}`}
          </Button>
        </PostForm>
      </Column>
    </Row>
  )
}
