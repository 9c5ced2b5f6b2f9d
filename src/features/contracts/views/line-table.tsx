import { capitalised } from '#plumbing/capitalised.ts'
import { Table } from '#ui/govuk/table.tsx'
import { Link } from '#ui/link.tsx'
import { type ImportState, sayOutcome } from '../brought-file.ts'
import { contractPath } from '../contract.ts'
import { sayPeriod, sayService, sayValue } from '../contract-words.ts'
import type { ImportLine } from '../import-queries.ts'

const Says = ({ line: { said, refusal, remarks, contractId } }: { line: ImportLine }) => (
  <>
    {said && (contractId ? <Link href={contractPath(contractId)}>{said.title}</Link> : said.title)}
    {refusal && <strong>{capitalised(refusal)}</strong>}
    {remarks.map(remark => (
      <p class="govuk-body-s govuk-!-margin-bottom-0 govuk-!-margin-top-1">{capitalised(remark)}</p>
    ))}
  </>
)

export type LineTableProps = {
  lines: ImportLine[]
  state: ImportState
  /** The services of these lines, by their numbers. */
  services: Map<number, { name: string }>
  /** Where the service of a line is changed, for as long as it can be. */
  servicePath?: string
}

const Service = ({
  line,
  services,
  servicePath,
}: { line: ImportLine } & Omit<LineTableProps, 'lines' | 'state'>) => {
  const { said, position } = line
  if (!said) return null
  const name = said.service_id === null ? undefined : services.get(said.service_id)?.name
  return (
    <>
      {sayService(said, name)}
      {servicePath && line.outcome === 'ready' && (
        <>
          {' '}
          <Link href={`${servicePath}?line=${position}`}>
            {name ? 'Change' : 'Say which'}
            <span class="govuk-visually-hidden"> service line {line.line} is for</span>
          </Link>
        </>
      )}
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
        'Service',
        'Supplier',
        'Runs',
        { content: 'Value', format: 'numeric' },
      ]}
      rows={lines.map(line => [
        { content: line.line, format: 'numeric' },
        sayOutcome(line.outcome, state),
        { content: <Says line={line} /> },
        { content: <Service line={line} {...service} /> },
        line.said?.supplier_as_published ?? '',
        line.said ? sayPeriod(line.said) : '',
        { content: line.said ? sayValue(line.said.value_pounds) : '', format: 'numeric' },
      ])}
    />
  </section>
)
