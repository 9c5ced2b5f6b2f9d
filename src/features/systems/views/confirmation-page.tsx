import type { FormState } from '#plumbing/form.ts'
import { formatDate } from '#ui/date.ts'
import { choiceIn, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Fieldset } from '#ui/govuk/field.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { detailNames, fieldOf, longestName, newRows, rowTitle } from '../confirmation-form.ts'
import { type Choice, type FormSystem, type KnownContract, noneOfThese } from '../contract-choice.ts'
import {
  editSystemsPath,
  satisfactionLabels,
  satisfactions,
  systemsOfPath,
  valueBandLabels,
  valueBands,
  wouldMoveLabels,
  wouldMoves,
} from '../system.ts'
import { SaidBy } from './said-by.tsx'

export type ConfirmationPageProps = {
  organisation: { name: string; slug: string }
  systems: FormSystem[]
  form: FormState
  /** The contracts to choose among where a row was refused because it did not say which it is. */
  asked: Map<string, Choice>
  /** Names to choose among while one writes. */
  productNames: string[]
}

type RowProps = { form: FormState; reference: string; contracts: KnownContract[] }

const labelled = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) => [
  { value: '', label: 'Not said' },
  ...values.map(value => ({ value, label: labels[value] })),
]

const longestTitle = 60

const contractLabel = ({ title, supplier, ends_on, isStatedHere }: KnownContract) =>
  [
    title.length > longestTitle ? `${title.slice(0, longestTitle).trimEnd().toWellFormed()}…` : title,
    supplier,
    ends_on ? `ends ${formatDate(ends_on)}` : 'no end given',
    isStatedHere && 'stated here',
  ]
    .filter(Boolean)
    .join(', ')

const ContractField = ({ form, reference, contracts }: RowProps) => {
  const field = fieldIn(form, fieldOf('contract', reference))
  const isChosen = contracts.some(({ id }) => id === field.value) || field.value === noneOfThese
  return (
    <Select
      {...field}
      label="Which contract is this?"
      hint="Those known with its supplier, or with its name in their title. Days that you change below are said of the contract you choose."
      items={[
        !isChosen && { value: '', label: 'Choose a contract' },
        ...contracts.map(contract => ({ value: contract.id, label: contractLabel(contract) })),
        { value: noneOfThese, label: 'None of these' },
      ]}
    />
  )
}

/** What can be said of a system besides whether it is so. */
const DetailFields = (props: RowProps) => {
  const { form, reference, contracts } = props
  const field = (name: (typeof detailNames)[number]) => fieldIn(form, fieldOf(name, reference))
  return (
    <>
      <Input
        {...field('product')}
        label="Product"
        maxlength={longestName}
        autocomplete="off"
        list="product-names"
      />
      <Input {...field('service')} label="Service" maxlength={200} autocomplete="off" />
      {contracts.length > 0 && <ContractField {...props} />}
      <Input {...field('starts')} label="Contract starts" class="govuk-input--width-10" autocomplete="off" />
      <Input {...field('ends')} label="Contract ends" class="govuk-input--width-10" autocomplete="off" />
      <Input
        {...field('extends')}
        label="Ends with every extension"
        class="govuk-input--width-10"
        autocomplete="off"
      />
      <Select {...field('band')} label="What it costs a year" items={labelled(valueBands, valueBandLabels)} />
      <Select
        {...field('satisfaction')}
        label="How satisfied are you?"
        items={labelled(satisfactions, satisfactionLabels)}
      />
      <Select {...field('move')} label="Would you move?" items={labelled(wouldMoves, wouldMoveLabels)} />
    </>
  )
}

const hasError = ({ form, reference }: Pick<RowProps, 'form' | 'reference'>) =>
  detailNames.some(name => form.errors.some(({ field }) => field === fieldOf(name, reference)))

type KnownRowProps = { form: FormState; system: FormSystem; asked: Choice | undefined }

const KnownRow = ({ form, system, asked }: KnownRowProps) => {
  const row = { form, reference: system.id, contracts: asked?.contracts ?? system.contracts }
  const { field, isChosen } = choiceIn(form, fieldOf('answer', system.id))
  return (
    <div class="app-row">
      <Radios
        {...field}
        class="govuk-radios--small govuk-radios--inline"
        fieldset={{ legend: rowTitle(system), legendClass: 'govuk-fieldset__legend--s' }}
        hint={
          <>
            <SaidBy {...system} />
            {system.shown && (
              <>
                <br />
                Contract: {contractLabel(system.shown)}
              </>
            )}
          </>
        }
        items={[
          { value: 'so', label: 'We run it', checked: isChosen('so') },
          { value: 'not-used', label: 'Not any more', checked: isChosen('not-used') },
          { value: 'leave', label: 'Leave as it is', checked: isChosen('leave') },
        ]}
      />
      <Details
        summary={
          <>
            Correct it, or say more<span class="govuk-visually-hidden"> of {rowTitle(system)}</span>
          </>
        }
        open={hasError(row)}
        class="govuk-!-margin-bottom-2"
      >
        <DetailFields {...row} />
      </Details>
    </div>
  )
}

const isFilled = (form: FormState, reference: string) =>
  detailNames.some(name => [form.typed[fieldOf(name, reference)]].flat()[0])

/** A council's whole list in one form: one button says that it is right. */
export const ConfirmationPage = ({
  organisation,
  systems,
  form,
  asked,
  productNames,
}: ConfirmationPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{organisation.name}</span>
      <h1 class="govuk-heading-l">Confirm or correct the systems you run</h1>
      <p class="govuk-body">
        Everything is filled in as it is known. Change what is wrong, and press the button at the end once:
        then {organisation.name} is the source, with today’s date, and everyone reads that. Leave open what
        you do not know.
      </p>
      <p class="govuk-body">
        Write days such as 31 March 2027, and a service as it is called in the list of services. Leave the
        product empty where you built it yourselves.
      </p>
      <PostForm action={editSystemsPath(organisation.slug)} label="Systems you run">
        <datalist id="product-names">
          {productNames.map(name => (
            <option key={name} value={name} />
          ))}
        </datalist>
        {systems.map(system => (
          <KnownRow key={system.id} form={form} system={system} asked={asked.get(system.id)} />
        ))}
        <SectionHeading lead="Finance, revenues, social care, housing and much else is in no open list: you would be the first to say.">
          Add what is missing
        </SectionHeading>
        {newRows.map((reference, at) => (
          <Details
            key={reference}
            summary={`Add ${['a system', 'a second', 'a third'][at]}`}
            open={isFilled(form, reference) || hasError({ form, reference })}
          >
            <Fieldset legend={`System ${at + 1} to add`} legendClass="govuk-visually-hidden">
              <DetailFields
                form={form}
                reference={reference}
                contracts={asked.get(reference)?.contracts ?? []}
              />
            </Fieldset>
          </Details>
        ))}
        <p class="govuk-body">
          What you say is public at once, and can be asked for under freedom of information. Satisfaction and
          whether you would move is shown with your name on your own list, and in figures once three councils
          have said it.
        </p>
        <Button preventDoubleClick>Publish this list for {organisation.name}</Button>
      </PostForm>
      <p class="govuk-body">
        <Link href={systemsOfPath(organisation.slug)}>Back without publishing</Link>
      </p>
    </Column>
  </Row>
)
