import type { Export } from '#plumbing/export.ts'
import type { Source } from '#plumbing/import.ts'
import { formatDate } from '#ui/date.ts'
import { Details } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { FurtherData } from '../further-data.ts'

type DataPageProps = {
  tables: Pick<Export, 'name' | 'describes' | 'fields'>[]
  further: FurtherData[]
  /** `brings`: what the files from there hold. */
  sources: (Source & { brings: string[] })[]
}

const attributions = [
  'Contains public sector information licensed under the Open Government Licence v3.0.',
  'Contains OS data © Crown copyright and database right.',
  'Council names and codes, deprivation and rural-urban data: mySociety, CC BY 4.0.',
  'Service lists: esd-toolkit programme (Local Government Association), Open Government Licence.',
]

const Download = ({ table: { name, describes, fields } }: { table: DataPageProps['tables'][number] }) => (
  <section>
    <h3 class="govuk-heading-s" id={name}>
      {describes}
    </h3>
    <p class="govuk-body">
      <Link href={`/data/${name}.csv`} download>
        {name} as CSV
      </Link>{' '}
      or{' '}
      <Link href={`/data/${name}.json`} download>
        {name} as JSON
      </Link>
    </p>
    <Details summary={`The ${fields.length} columns of ${name}`}>
      <ul class="govuk-list govuk-list--bullet">
        {fields.map(field => (
          <li>
            <strong>{field.name}</strong> ({field.type}): {field.describes}
          </li>
        ))}
      </ul>
    </Details>
  </section>
)

export const DataPage = ({ tables, further, sources }: DataPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Data, sources and licences</h1>
      <p class="govuk-body-l">
        Everything that Pipeline shows to anyone can be taken and used. No account and no key are needed.
      </p>
      <SectionHeading lead="UTF-8; lists stand between bars; dates are year-month-day.">
        Tables to download
      </SectionHeading>
      {tables.map(table => (
        <Download table={table} />
      ))}
      <p class="govuk-body">
        <Link href="/data/datapackage.json">A description of all tables for programs</Link> (Frictionless Data
        Package)
      </p>
      {further.map(({ label, href, says }) => (
        <p class="govuk-body">
          <Link href={href}>{label}</Link> ({says})
        </p>
      ))}
      <SectionHeading lead="Each record shows its own source and date. These are the files behind them.">
        Where it comes from
      </SectionHeading>
      <p class="govuk-body">
        The records of the Local Digital Fund and of the old Pipeline are partial: what could still be read in
        public pages. Nothing was made up to fill a gap.
      </p>
      <ul class="govuk-list govuk-list--bullet">
        {sources.map(({ name, asOf, brings }) => (
          <li>
            {name}, {formatDate(asOf)}: {brings.join('; ')}
          </li>
        ))}
      </ul>
      <SectionHeading>Credit</SectionHeading>
      <ul class="govuk-list govuk-list--bullet">
        {attributions.map(line => (
          <li>{line}</li>
        ))}
      </ul>
      <p class="govuk-body">
        What Pipeline adds of its own, such as which service a project is about, is published under the Open
        Government Licence v3.0 too.
      </p>
    </Column>
  </Row>
)
