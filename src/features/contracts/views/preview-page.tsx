import type { FormState } from '#plumbing/form.ts'
import { formatDate } from '#ui/date.ts'
import { KeysetPagination } from '#ui/filter.tsx'
import { ButtonForm, choiceIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { countOf, formatCount } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import { type Counts, importPath, previewHours, type Seen } from '../brought-file.ts'
import type { FoundImport, ImportLine } from '../import-queries.ts'
import type { ServiceCounts, ServiceQuestion } from '../service-lines.ts'
import { type ColumnChoice, ColumnsForm } from './columns-form.tsx'
import { LineTable, type LineTableProps } from './line-table.tsx'
import { ServicesForm } from './services-form.tsx'
import { type SupplierQuestion, SuppliersForm } from './suppliers-form.tsx'

export type PreviewPageProps = {
  name: string
  slug: string
  found: FoundImport
  form: FormState
  counts: Counts
  /** How many of the lines tell of a contract that is here already. */
  known: number
  columns: ColumnChoice[]
  seen: Seen | null
  fields: { value: string; label: string }[]
  questions: SupplierQuestion[]
  open: number
  lines: ImportLine[]
  /** Which lines are listed; all of them where it is not said. */
  listed: 'refused' | 'remarks' | undefined
  services: LineTableProps['services']
  serviceCounts: ServiceCounts
  serviceQuestions: ServiceQuestion[]
  nextHref: string | undefined
}

const TakeIn = ({ slug, found, form, counts, open }: PreviewPageProps) => {
  const { field, isChosen } = choiceIn(form, 'which')
  const { ready, refused } = counts
  return (
    <PostForm action={`${importPath(slug, found.id)}/taking-in`} label="Take it in">
      <Radios
        {...field}
        fieldset={{ legend: 'What goes in?', legendClass: 'govuk-fieldset__legend--m' }}
        items={[
          {
            value: 'good',
            label: `${countOf(ready, 'line')} that can be read${refused > 0 ? `; ${countOf(refused, 'line')} left out` : ''}`,
            checked: isChosen('good'),
          },
          {
            value: 'all',
            label: 'Everything, or nothing if one line cannot be read',
            checked: isChosen('all'),
          },
        ]}
      />
      {open > 0 && (
        <p class="govuk-body">
          {countOf(open, 'supplier is', 'suppliers are')} not decided: their names are kept as published.
        </p>
      )}
      <Button preventDoubleClick>Take it in</Button>
    </PostForm>
  )
}

const Showing = ({ slug, found, listed, counts }: PreviewPageProps) => {
  const path = importPath(slug, found.id)
  const choices = [
    { label: 'all lines', value: undefined, href: path },
    { label: `left out (${formatCount(counts.refused)})`, value: 'refused', href: `${path}?only=refused` },
    { label: 'with remarks', value: 'remarks', href: `${path}?only=remarks` },
  ]
  return (
    <nav class="app-sort" aria-label="Lines">
      <span class="app-sort__label">Show</span>
      <ul class="app-sort__choices">
        {choices.map(({ label, value, href }) => (
          <li key={label}>
            {value === listed ? (
              <strong aria-current="true">{label}</strong>
            ) : (
              <Link href={href}>{label}</Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  )
}

/** All that a file says, before anything of it goes in. */
export const PreviewPage = (props: PreviewPageProps) => {
  const { name, slug, found, counts, known, columns, questions, lines } = props
  const path = importPath(slug, found.id)
  return (
    <>
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">What {found.fileName} says</h1>
      <p class="govuk-body">
        Nothing is in yet. {found.sourceName}, {formatDate(found.sourceAsOf)}. It waits here for{' '}
        {previewHours} hours, for those who lead {name}.
      </p>
      <SummaryList
        rows={[
          { key: 'Can go in', value: countOf(counts.ready, 'line') },
          { key: 'Of contracts that are here', value: countOf(known, 'line') },
          { key: 'Left out, with the reason', value: countOf(counts.refused, 'line') },
        ]}
      />
      {columns.length > 0 && counts.ready === 0 && (
        <InsetText>
          No line can go in with these columns. Say which of them is the title, and which the supplier, the
          first and the last day and the value. It is remembered for the next file of {name}.
        </InsetText>
      )}
      {columns.length > 0 && (
        <ColumnsForm
          action={`${path}/columns`}
          columns={columns}
          seen={props.seen}
          fields={props.fields}
          form={props.form}
          isOpen={counts.ready === 0 || props.form.errors.some(({ field }) => field.startsWith('column-'))}
        />
      )}
      {questions.length > 0 && (
        <SuppliersForm action={`${path}/suppliers`} questions={questions} open={props.open} />
      )}
      {counts.ready > 0 && (
        <ServicesForm
          action={`${path}/services`}
          name={name}
          counts={props.serviceCounts}
          questions={props.serviceQuestions}
        />
      )}
      {counts.ready > 0 && <TakeIn {...props} />}
      <ButtonForm action={`${path}/removal`} look="secondary">
        Do not take it in: forget the file
      </ButtonForm>
      <section>
        <SectionHeading>Line by line</SectionHeading>
        <Showing {...props} />
        <LineTable
          services={props.services}
          servicePath={`${path}/service`}
          lines={lines}
          state={found.state}
        />
        <KeysetPagination nextHref={props.nextHref} />
        <p class="govuk-body">
          <Link href={`${path}/lines.csv`}>All lines as CSV</Link>
        </p>
      </section>
    </>
  )
}
