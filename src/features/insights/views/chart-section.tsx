import { formatDate } from '#ui/date.ts'
import { Table } from '#ui/govuk/table.tsx'
import { Link } from '#ui/link.tsx'
import { formatCount, formatMoney } from '#ui/money.ts'
import { SectionHeading } from '#ui/section.tsx'
import { barsOf, type Cell, type Column, type LoadedChart, withoutEmptyBars } from '../chart.ts'
import { type Choices, tablePath } from '../choices.ts'

const barLength = 100

/** How its parts are marked, in their order: from dark to light, and with a line around each, so that grey tells them apart too. */
const markOf = (part: number) => `app-bar-part app-bar-part--${(part % 5) + 1}`

/** One row's figures as a bar; its words and figures stand beside it. */
const Bar = ({ parts }: { parts: number[] }) => (
  <svg
    class="app-row-bar"
    viewBox={`0 0 ${barLength} 10`}
    preserveAspectRatio="none"
    aria-hidden="true"
    focusable="false"
  >
    {parts.map(
      (part, at) =>
        part > 0 && (
          <rect
            class={markOf(at)}
            x={barLength * parts.slice(0, at).reduce((sum, before) => sum + before, 0)}
            y="0"
            width={barLength * part}
            height="10"
          />
        ),
    )}
  </svg>
)

const Sample = ({ part }: { part: number }) => (
  <svg class="app-bar-sample" viewBox="0 0 12 12" aria-hidden="true" focusable="false">
    <rect class={markOf(part)} x="0" y="0" width="12" height="12" />
  </svg>
)

const contentOf = (cell: Cell, { holds }: Column) => {
  if (cell === null) return 'not known'
  if (typeof cell === 'object') return <Link href={cell.href}>{cell.label}</Link>
  if (typeof cell === 'number') return holds === 'money' ? formatMoney(cell) : formatCount(cell)
  return holds === 'date' ? formatDate(cell) : cell
}

const isFigure = ({ holds }: Column) => holds === 'count' || holds === 'money'

/** Figures with their bars in one table: who does not see the bars has the figures, and paper has both. */
const ChartTable = ({ title, table }: Pick<LoadedChart, 'title' | 'table'>) => {
  const { columns, rows } = withoutEmptyBars(table)
  const bars = barsOf({ columns, rows })
  const drawn = columns.flatMap(({ isBar }, at) => (isBar ? [at] : []))
  const cellOf = (cell: Cell, at: number, row: number) => {
    const column = columns[at]!
    const content = contentOf(cell, column)
    return {
      content:
        at === 0 && drawn.length > 0 ? (
          <>
            {content}
            <Bar parts={bars[row]!} />
          </>
        ) : (
          content
        ),
      ...(isFigure(column) && { format: 'numeric' as const }),
    }
  }
  return (
    <section class="app-scroll" tabindex={0} aria-label={title}>
      <Table
        class="app-chart"
        firstCellIsHeader
        head={columns.map((column, at) => ({
          content: (
            <>
              {drawn.length > 1 && column.isBar && <Sample part={drawn.indexOf(at)} />}
              {column.label}
            </>
          ),
          ...(isFigure(column) && { format: 'numeric' as const }),
        }))}
        rows={rows.map((row, number) => row.map((cell, at) => cellOf(cell, at, number)))}
      />
    </section>
  )
}

/** A chart with its heading, and the way to its file. */
const ChartSection = ({
  chart: { key, title, table },
  choices,
}: {
  chart: LoadedChart
  choices: Choices
}) => (
  <section id={key}>
    <SectionHeading lead={table.lead}>{title}</SectionHeading>
    <ChartTable title={title} table={table} />
    <p class="govuk-body-s app-chart-file">
      <Link href={tablePath(key, choices)} download>
        {title} as CSV
      </Link>
    </p>
  </section>
)

const isFilled = ({ table }: LoadedChart) => table.rows.length > 0

/** What there is to see first, and then in short what there is not yet, with what to do about each. */
export const ChartSections = ({ charts, choices }: { charts: LoadedChart[]; choices: Choices }) => {
  const empty = charts.filter(chart => !isFilled(chart))
  return (
    <>
      {charts.filter(isFilled).map(chart => (
        <ChartSection key={chart.key} chart={chart} choices={choices} />
      ))}
      {empty.length > 0 && (
        <section id="nothing-yet">
          <SectionHeading lead="Each of these fills as councils publish.">Not here yet</SectionHeading>
          <dl class="app-nothing-yet">
            {empty.map(({ title, ifNone }) => (
              <div>
                <dt>{title}</dt>
                <dd>
                  {ifNone.says}. <Link href={ifNone.href}>{ifNone.label}</Link>
                </dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </>
  )
}

/** The way to each chart of a long page. */
export const OnThisPage = ({ charts }: { charts: LoadedChart[] }) => (
  <nav class="app-on-this-page" aria-label="On this page">
    <h2 class="govuk-heading-s">On this page</h2>
    <ul class="govuk-list govuk-body-s">
      {charts.filter(isFilled).map(({ key, title }) => (
        <li>
          <Link href={`#${key}`}>{title}</Link>
        </li>
      ))}
    </ul>
  </nav>
)
