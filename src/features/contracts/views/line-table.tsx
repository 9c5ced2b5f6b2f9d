import { capitalised } from '#plumbing/capitalised.ts'
import { Table } from '#ui/govuk/table.tsx'
import { Link } from '#ui/link.tsx'
import { type ImportState, sayOutcome } from '../brought-file.ts'
import { contractPath } from '../contract.ts'
import { sayPeriod, sayService, sayValue } from '../contract-words.ts'
import type { ImportLine } from '../import-queries.ts'

export type LineTableProps = {
  lines: ImportLine[]
  state: ImportState
  /** The services of these lines, by their numbers. */
  services: Map<number, { name: string }>
  /** Where the service of a line is changed, for as long as it can be. */
  servicePath?: string
}

type LineProps = { line: ImportLine } & Omit<LineTableProps, 'lines' | 'state'>

const Service = ({ line: { said, line, position, outcome }, services, servicePath }: LineProps) => {
  if (!said) return null
  const name = said.service_id === null ? undefined : services.get(said.service_id)?.name
  const words = sayService(said, name)
  const mayChange = servicePath && outcome === 'ready'
  if (words === '' && !mayChange) return null
  return (
    <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">
      Service: {words || 'not known'}
      {mayChange && (
        <>
          {' · '}
          <Link
            href={`${servicePath}?line=${position}`}
            aria-label={`${words ? 'Change' : 'Say which'}: service of line ${line}`}
          >
            {words ? 'Change' : 'Say which'}
          </Link>
        </>
      )}
    </p>
  )
}

const Says = (props: LineProps) => {
  const { said, refusal, remarks, contractId } = props.line
  return (
    <>
      {said && (contractId ? <Link href={contractPath(contractId)}>{said.title}</Link> : said.title)}
      {refusal && <strong>{capitalised(refusal)}</strong>}
      <Service {...props} />
      {remarks.map(remark => (
        <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">{capitalised(remark)}</p>
      ))}
    </>
  )
}

/** Every line of a file: what was read of it, and what became or will become of it. */
export const LineTable = ({ lines, state, ...service }: LineTableProps) => (
  <section class="app-scroll" tabindex={0} aria-label="Lines of the file">
    <Table
      head={[
        { content: 'Line', format: 'numeric' },
        'What becomes of it',
        'What it says',
        'Supplier',
        'Runs',
        { content: 'Value', format: 'numeric' },
      ]}
      rows={lines.map(line => [
        { content: line.line, format: 'numeric' },
        sayOutcome(line.outcome, state),
        { content: <Says line={line} {...service} /> },
        line.said?.supplier_as_published ?? '',
        line.said ? sayPeriod(line.said) : '',
        { content: line.said ? sayValue(line.said.value_pounds) : '', format: 'numeric' },
      ])}
    />
  </section>
)
