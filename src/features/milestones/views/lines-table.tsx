import { lineWords, type SourceKind } from '#features/plan-reading/index.ts'
import { Table } from '#ui/govuk/table.tsx'
import type { ForeseenLine, Outcome } from '../foresee.ts'

/** What needs to be read first stands first. */
const order: Outcome[] = ['refused', 'left out', 'changed', 'added', 'unchanged']

interface LinesTableProps {
  kind: SourceKind
  lines: ForeseenLine[]
  /** How each outcome is told: what would be, or what was. */
  words: Record<Outcome, string>
}

const sayAll = (says: string[]) =>
  says.length === 0 ? '' : says.map(text => text[0]!.toUpperCase() + text.slice(1)).join('. ')

/** Each line of a file with what becomes of it, and why. */
export const LinesTable = ({ kind, lines, words }: LinesTableProps) => (
  <Table
    caption="Line by line"
    captionClass="govuk-table__caption--m"
    head={[lineWords[kind], 'Milestone', 'What becomes of it']}
    rows={lines
      .toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome) || a.line - b.line)
      .map(({ line, title, outcome, says }) => [
        line,
        title ?? 'Without a title',
        {
          content: (
            <>
              <strong>{words[outcome]}</strong>
              {says.length > 0 && (
                <>
                  <br />
                  {sayAll(says)}
                </>
              )}
            </>
          ),
        },
      ])}
  />
)
