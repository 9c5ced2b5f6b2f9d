import { OfficerName, type PersonName } from '#features/accounts/index.ts'
import { formatDate, formatMoment } from '#ui/date.ts'
import { KeysetPagination } from '#ui/filter.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { countOf, formatCount } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import { type Counts, type ImportState, importPath, stateWords } from '../brought-file.ts'
import { contractsPath } from '../contract.ts'
import type { FoundImport, ImportLine } from '../import-queries.ts'
import { LineTable, type LineTableProps } from './line-table.tsx'

export type ImportedPageProps = {
  name: string
  slug: string
  found: FoundImport
  importer: PersonName | undefined
  counts: Counts
  lines: ImportLine[]
  services: LineTableProps['services']
  nextHref: string | undefined
}

const Unfinished = ({ slug, found }: ImportedPageProps) => {
  const path = importPath(slug, found.id)
  if (found.state === 'taking-in')
    return (
      <>
        <InsetText>This was broken off half way. What is in stays in; go on to take in the rest.</InsetText>
        <ButtonForm action={`${path}/taking-in`} fields={{ which: 'good' }}>
          Go on
        </ButtonForm>
      </>
    )
  if (found.state === 'undoing')
    return (
      <>
        <InsetText>Undoing this was broken off half way.</InsetText>
        <ButtonForm action={`${path}/undoing`} fields={{ sure: 'yes' }}>
          Go on
        </ButtonForm>
      </>
    )
  return null
}

const countRows = ({ added, changed, unchanged, refused }: Counts, state: ImportState) => [
  {
    key: state === 'undone' ? 'New contracts, until it was undone' : 'New contracts',
    value: formatCount(added),
  },
  {
    key: `Said anew of contracts that were here${state === 'undone' ? ', until it was undone' : ''}`,
    value: formatCount(changed),
  },
  { key: 'Nothing new', value: countOf(unchanged, 'line') },
  { key: 'Left out', value: countOf(refused, 'line') },
]

/** What became of a file, line by line. */
export const ImportedPage = (props: ImportedPageProps) => {
  const { name, slug, found, importer, counts, lines } = props
  const path = importPath(slug, found.id)
  return (
    <>
      <span class="govuk-caption-l">{name}</span>
      <h1 class="govuk-heading-l">{found.sourceName}</h1>
      <Unfinished {...props} />
      <SummaryList
        rows={[
          { key: 'State', value: stateWords[found.state] },
          { key: 'File', value: found.fileName },
          { key: 'From', value: formatDate(found.sourceAsOf) },
          found.sourceUrl !== null && {
            key: 'Published at',
            value: <Link href={found.sourceUrl}>{found.sourceUrl}</Link>,
          },
          {
            key: 'Brought by',
            value: found.runId ? 'Those who run this site' : <OfficerName person={importer} />,
          },
          found.takenInAt !== null && { key: 'Taken in', value: formatMoment(found.takenInAt) },
          found.undoneAt !== null && { key: 'Undone', value: formatMoment(found.undoneAt) },
          ...(lines.length > 0 ? countRows(counts, found.state) : []),
        ]}
      />
      <p class="govuk-body">
        <Link href={contractsPath(slug)}>Contracts of {name}</Link>
        {(found.state === 'taken-in' || found.state === 'taking-in') && (
          <>
            {' · '}
            <Link href={`${path}/undoing`}>Undo all that this file said</Link>
          </>
        )}
      </p>
      {lines.length > 0 && (
        <section>
          <SectionHeading>Line by line</SectionHeading>
          <LineTable services={props.services} lines={lines} state={found.state} />
          <KeysetPagination nextHref={props.nextHref} />
          <p class="govuk-body">
            <Link href={`${path}/lines.csv`}>This report as CSV</Link>
          </p>
        </section>
      )}
    </>
  )
}
