import { capitalised } from '#plumbing/capitalised.ts'
import { Table } from '#ui/govuk/table.tsx'
import { Link } from '#ui/link.tsx'
import { type ImportState, sayOutcome } from '../brought-file.ts'
import { contractPath } from '../contract.ts'
import { sayPeriod, sayValue } from '../contract-words.ts'
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

/** Every line of a file: what was read of it, and what became or will become of it. */
export const LineTable = ({ lines, state }: { lines: ImportLine[]; state: ImportState }) => (
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
        { content: <Says line={line} /> },
        line.said?.supplier_as_published ?? '',
        line.said ? sayPeriod(line.said) : '',
        { content: line.said ? sayValue(line.said.value_pounds) : '', format: 'numeric' },
      ])}
    />
  </section>
)
