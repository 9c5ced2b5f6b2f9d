import { formatDate } from '#ui/date.ts'
import { Table } from '#ui/govuk/table.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { countOf, formatCount, formatMoney } from '#ui/money.ts'
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
  return holds === 'date' ? <span class="app-chart__date">{formatDate(cell)}</span> : cell
}

const isFigure = ({ holds }: Column) => holds === 'count' || holds === 'money'

/** The rows that are seen at once; a few more than these are shown too, for folding them away would save nothing. */
const rowsAtOnce = 4
const fewestFolded = 2

/** Figures with their bars in a table: who does not see the bars has the figures, and paper has both. A long one is folded. */
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
  const isLong = rows.length >= rowsAtOnce + fewestFolded
  const tableOf = (from: number, to: number, label: string) => (
    <section class="app-scroll" tabindex={0} aria-label={label}>
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
        rows={rows
          .slice(from, to)
          .map((row, number) => row.map((cell, at) => cellOf(cell, at, from + number)))}
      />
    </section>
  )
  if (!isLong) return tableOf(0, rows.length, title)
  const more = countOf(rows.length - rowsAtOnce, 'more row')
  return (
    <>
      {tableOf(0, rowsAtOnce, title)}
      <Details class="app-fold" summary={`${more} of ${formatCount(rows.length)}`}>
        {tableOf(rowsAtOnce, rows.length, `${title}: ${more}`)}
      </Details>
    </>
  )
}

type SectionProps = { chart: LoadedChart; choices: Choices }

/** A chart behind a figure at the top of its page stands open, any other by its title. */
const isOpen = ({ table }: LoadedChart) => table.headline !== undefined

const Lead = ({ chart: { key, title, table }, choices }: SectionProps) => (
  <>
    {table.lead}{' '}
    <Link href={tablePath(key, choices)} download>
      <span class="govuk-visually-hidden">{title} as </span>CSV
    </Link>
  </>
)

/** A chart with its heading, and the way to its file. */
const ChartSection = ({ chart, choices, isFolded }: SectionProps & { isFolded: boolean }) => {
  const { key, title, table } = chart
  return (
    <section id={key}>
      {isFolded ? (
        <Details class="app-fold" summary={`${title} (${countOf(table.rows.length, 'row')})`}>
          <p class="govuk-body-s">
            <Lead chart={chart} choices={choices} />
          </p>
          <ChartTable title={title} table={table} />
        </Details>
      ) : (
        <>
          <SectionHeading lead={<Lead chart={chart} choices={choices} />}>{title}</SectionHeading>
          <ChartTable title={title} table={table} />
        </>
      )}
    </section>
  )
}

const isFilled = ({ table }: LoadedChart) => table.rows.length > 0

/** What there is to see first, and then in short what there is not yet, with what to do about each. */
export const ChartSections = ({
  charts,
  choices,
  isLong = false,
}: {
  charts: LoadedChart[]
  choices: Choices
  /** So many charts that only those behind the figures at the top stand open. */
  isLong?: boolean
}) => {
  const empty = charts.filter(chart => !isFilled(chart))
  return (
    <>
      {charts.filter(isFilled).map(chart => (
        <ChartSection key={chart.key} chart={chart} choices={choices} isFolded={isLong && !isOpen(chart)} />
      ))}
      {empty.length > 0 && (
        <section id="nothing-yet">
          <SectionHeading lead="Each of these fills as councils publish.">Not here yet</SectionHeading>
          <Details class="app-fold" summary={`${countOf(empty.length, 'figure')}, and what would fill them`}>
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
          </Details>
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
