import { contractPath } from '#features/contracts/index.ts'
import { formatDate, formatMoment } from '#ui/date.ts'
import { type Facet, FilterPanel } from '#ui/filter.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { Table } from '#ui/govuk/table.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf, formatCount } from '#ui/money.ts'
import { RecordList } from '#ui/record-list.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import { Timeline } from '#ui/timeline.tsx'
import type { HorizonFigures } from '../figure-queries.ts'
import type { FacetRow, HorizonCounts, HorizonRows } from '../horizon-queries.ts'
import {
  contractsShown,
  dimensions,
  dimensionWords,
  type HorizonQuery,
  horizonPath,
  isNarrowed,
  mostRows,
} from '../horizon-query.ts'
import { fewestOrganisations, monthsTogether } from '../window.ts'
import type { EndingContract } from '../window-queries.ts'
import { WindowsList } from './windows-list.tsx'

interface HorizonPageProps {
  query: HorizonQuery
  months: string[]
  /** All the months one can choose from. */
  allMonths: string[]
  horizon: HorizonRows & Omit<HorizonCounts, 'facets'>
  /** Windows on the rows that are shown, by the key of the row. */
  windows: HorizonFigures['windows']
  /** When it was counted, where that was before it was asked for. */
  countedAt: Date | undefined
  facets: Facet[]
  /** The services, products and suppliers that are chosen. */
  chosen: FacetRow[]
  /** Those that end first, where it is narrowed. */
  contracts: EndingContract[]
  /** What is known at all, where nothing fits. */
  known?: { contracts: number; withEnd: number; openEnded: number }
}

const asksFor = (query: HorizonQuery, key: string) => ({ ...query, [query.by]: [key], rows: undefined })

const RowsBy = ({ query }: { query: HorizonQuery }) => (
  <nav class="app-sort" aria-label="Rows">
    <span class="app-sort__label">Rows by</span>
    <ul class="app-sort__choices">
      {dimensions.map(by => (
        <li>
          {by === query.by ? (
            <strong aria-current="true">{dimensionWords[by].title}</strong>
          ) : (
            <Link href={horizonPath({ ...query, by, rows: undefined })}>{dimensionWords[by].title}</Link>
          )}
        </li>
      ))}
      <li>
        <Link href="#filter">Filter</Link>
      </li>
    </ul>
  </nav>
)

const initials = 'JFMAMJJASOND'

/** "N", and for those who hear it "November 2026"; the year stands over its first month, where it has room. */
const MonthHead = ({ month, isFirst }: { month: string; isFirst: boolean }) => {
  const [year, of] = month.split('-') as [string, string]
  return (
    <>
      {((isFirst && of < '11') || of === '01') && (
        <span class="app-months__year" aria-hidden="true">
          {year}
        </span>
      )}
      <span aria-hidden="true">{initials[Number(of) - 1]}</span>
      <span class="govuk-visually-hidden">{formatDate(month)}</span>
    </>
  )
}

const Chosen = ({ query, chosen }: Pick<HorizonPageProps, 'query' | 'chosen'>) =>
  chosen.length === 0 ? null : (
    <ul class="govuk-list">
      {chosen.map(({ facet, value, label }) => (
        <li>
          Only for {label}.{' '}
          <Link href={horizonPath({ ...query, [facet]: query[facet].filter(other => other !== value) })}>
            Take away<span class="govuk-visually-hidden"> {label}</span>
          </Link>
        </li>
      ))}
    </ul>
  )

const MonthsTable = ({ query, horizon, months }: Pick<HorizonPageProps, 'query' | 'horizon' | 'months'>) => (
  <>
    <SectionHeading>How many contracts end in which month</SectionHeading>
    <section class="app-scroll" tabindex={0} aria-label="How many contracts end in which month">
      <Table
        class="app-months"
        caption="Contracts by month"
        captionClass="govuk-visually-hidden"
        firstCellIsHeader
        head={[
          dimensionWords[query.by].title,
          { content: 'All', format: 'numeric' },
          ...months.map((month, at) => ({
            content: <MonthHead month={month} isFirst={at === 0} />,
            format: 'numeric' as const,
          })),
        ]}
        rows={horizon.rows.map(row => [
          { content: <Link href={horizonPath(asksFor(query, row.key))}>{row.label}</Link> },
          { content: <strong>{formatCount(row.contracts)}</strong>, format: 'numeric' },
          ...months.map(month => ({
            content: row.months[month] ? formatCount(row.months[month]) : '',
            format: 'numeric' as const,
          })),
        ])}
      />
    </section>
  </>
)

/** What is behind the picture, once it is narrowed to what can be read. */
const Contracts = ({ contracts }: Pick<HorizonPageProps, 'contracts'>) => (
  <RecordList
    title={contracts.length === contractsShown ? 'The first contracts to end' : 'The contracts'}
    records={contracts.map(({ id, title, organisation, supplier, service, endsOn, extendsTo }) => ({
      title,
      href: contractPath(id),
      date: null,
      meta: [
        organisation.name,
        supplier && `with ${supplier}`,
        service,
        `ends ${formatDate(endsOn)}`,
        extendsTo && extendsTo > endsOn && `may be extended to ${formatDate(extendsTo)}`,
      ].filter(item => typeof item === 'string'),
    }))}
  />
)

const Files = ({ query }: { query: HorizonQuery }) => (
  <ul class="app-actions govuk-!-margin-bottom-6">
    <li>
      <Link href={horizonPath({ ...query, rows: undefined }, '/horizon.csv')}>
        Figures of the timeline (CSV)
      </Link>
    </li>
    <li>
      <Link href={horizonPath({ ...query, by: undefined, rows: undefined }, '/horizon/contracts.csv')}>
        The contracts behind it (CSV)
      </Link>
    </li>
    <li>
      <Link href={horizonPath({ ...query, by: undefined, rows: undefined }, '/horizon.ics')}>
        Their last days as a calendar (iCalendar)
      </Link>
    </li>
  </ul>
)

const MonthFields = ({ query, allMonths }: Pick<HorizonPageProps, 'query' | 'allMonths'>) => (
  <>
    {(
      [
        ['from', 'Ends from'],
        ['to', 'Ends until'],
      ] as const
    ).map(([name, label]) => (
      <Select
        id={name}
        name={name}
        label={label}
        items={[
          { value: '', label: 'Any month' },
          ...allMonths.map(month => ({
            value: month,
            label: formatDate(month),
            selected: query[name] === month,
          })),
        ]}
      />
    ))}
  </>
)

const Nothing = ({ query, known }: Pick<HorizonPageProps, 'query' | 'known'>) =>
  isNarrowed(query) || !known ? (
    <EmptyState title="No contract fits these filters">
      <p class="govuk-body">
        Take one away, or look at <Link href={horizonPath({ by: query.by })}>all that ends</Link>.
      </p>
    </EmptyState>
  ) : (
    <EmptyState title="No contract is known that ends in the next 36 months">
      <p class="govuk-body">
        {known.contracts === 0
          ? 'No contract is known at all yet.'
          : `${countOf(known.contracts, 'contract is', 'contracts are')} known: ${countOf(known.withEnd, 'has an end', 'have an end')} that has passed or is further ahead, ${countOf(known.openEnded, 'is open-ended', 'are open-ended')}.`}{' '}
        Councils publish a register of their contracts each quarter. A lead of a council can bring it in, as a
        spreadsheet of any shape: <Link href="/sign-in">sign in</Link> and choose your council’s contracts.
      </p>
    </EmptyState>
  )

/** What ends when: the next 36 months as a picture, a table and files, and what ends together. */
export const HorizonPage = (props: HorizonPageProps) => {
  const { query, months, horizon, windows, facets, chosen, allMonths, contracts, countedAt } = props
  const { by, title } = dimensionWords[query.by]
  const left = horizon.rowsInAll - horizon.rows.length
  return (
    <>
      <h1 class="govuk-heading-l">Contract horizon</h1>
      <p class="govuk-body-l">
        {horizon.contracts > 0
          ? `${countOf(horizon.contracts, 'contract')} of ${countOf(horizon.organisations, 'organisation')} ${horizon.contracts === 1 ? 'ends' : 'end'} in ${countOf(months.length, 'month')}. `
          : ''}
        What ends together can be bought, or built, together.
      </p>
      <Chosen query={query} chosen={chosen} />
      {horizon.contracts === 0 ? (
        <Nothing {...props} />
      ) : (
        <>
          <RowsBy query={query} />
          <Timeline
            id="horizon"
            title={`When contracts end, ${by}`}
            description={`Months from left to right, ${title.toLowerCase()} by ${title.toLowerCase()} below each other. A bar with its number stands in each month in which contracts end; a bracket shows those that end together. The table on this page says the same.`}
            months={months}
            rows={horizon.rows.map(row => ({
              key: row.key,
              label: `${row.label} (${formatCount(row.contracts)})`,
              counts: Object.entries(row.months).map(([month, count]) => ({ month, count })),
              brackets: windows
                .filter(({ key }) => key === row.key)
                .map(({ window }) => ({
                  from: window.firstEnd,
                  to: window.lastEnd,
                  label: countOf(window.organisations, 'organisation'),
                })),
            }))}
          />
          {left > 0 && (
            <p class="govuk-body">
              The {formatCount(horizon.rows.length)} of {formatCount(horizon.rowsInAll)} with the most
              contracts are shown{horizon.rows.length === mostRows && '; the file of figures has all'}.{' '}
              {horizon.rows.length < mostRows && (
                <Link href={horizonPath({ ...query, rows: Math.min(mostRows, horizon.rows.length * 3) })}>
                  Show more
                </Link>
              )}
            </p>
          )}
          <Files query={query} />
          {horizon.unplaced > 0 && (
            <p class="govuk-body-s">
              {countOf(horizon.unplaced, 'contract')} more {dimensionWords[query.by].none}: they are in the
              figures above and in the files, and in no row.
            </p>
          )}
        </>
      )}
      <Row>
        <Column share="two-thirds">
          {contracts.length > 0 && <Contracts contracts={contracts} />}
          {windows.length > 0 && (
            <section>
              <SectionHeading
                id="windows"
                lead={`${fewestOrganisations} organisations or more whose contracts end within ${monthsTogether} months of each other. A window counts every organisation, also those that a filter leaves out.`}
              >
                What ends together
              </SectionHeading>
              <WindowsList windows={windows.map(({ window }) => window)} />
            </section>
          )}
        </Column>
        <Column share="one-third">
          <FilterPanel
            action="/horizon"
            facets={facets}
            keep={[
              ...(query.by === 'service' ? [] : [{ name: 'by', value: query.by }]),
              ...chosen.map(({ facet, value }) => ({ name: facet, value })),
            ]}
            clearHref={horizonPath({ by: query.by })}
          >
            <MonthFields query={query} allMonths={allMonths} />
          </FilterPanel>
        </Column>
      </Row>
      {horizon.rows.length > 0 && <MonthsTable query={query} horizon={horizon} months={months} />}
      {countedAt && <p class="app-source">Counted on {formatMoment(countedAt)}; each hour anew.</p>}
    </>
  )
}
