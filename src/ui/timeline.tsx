/** Contracts or other things counted in a month, 'YYYY-MM'. */
export interface TimelineCount {
  month: string
  count: number
}

/** From one day to another, both 'YYYY-MM-DD'; hatched is what may follow. */
export interface TimelineSpan {
  from: string
  to: string
  look: 'solid' | 'hatched'
}

export interface TimelineBracket {
  from: string
  to: string
  label: string
}

export interface TimelineRow {
  key: string
  label: string
  counts?: TimelineCount[]
  spans?: TimelineSpan[]
  /** What belongs together, under the row. */
  brackets?: TimelineBracket[]
}

export interface TimelineProps {
  /** Unique on the page. */
  id: string
  title: string
  /** What the picture shows, in words. A table with the same stands on the page. */
  description: string
  /** The months across, 'YYYY-MM', without a gap. */
  months: string[]
  rows: TimelineRow[]
  /** A stretch of days that all rows share. */
  band?: TimelineBracket
}

const cell = 20
const least = 540
const head = 46
const line = { label: 20, bars: 34, bracket: 18, gap: 10 }
const tallestBar = 18
const initials = 'JFMAMJJASOND'
const longestLabel = 84
/** At least as wide as a letter of a label. */
const letter = 7

const daysIn = (month: string) => {
  const [year, of] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, of, 0)).getUTCDate()
}

/** How far across a day begins; days before or after the months lie at the edge. */
function acrossOf(months: string[], date: string): number {
  const month = date.slice(0, 7)
  if (month < months[0]!) return 0
  const at = months.indexOf(month)
  return at < 0 ? months.length * cell : (at + (Number(date.slice(8)) - 1) / daysIn(month)) * cell
}

/** Where a day ends. */
const endOf = (months: string[], date: string) => acrossOf(months, date) + cell / 31

const heightOf = ({ brackets = [] }: TimelineRow) =>
  line.label + line.bars + (brackets.length > 0 ? line.bracket : 0) + line.gap

const cut = (text: string) =>
  text.length > longestLabel ? `${text.slice(0, longestLabel - 1).trimEnd()}…` : text

type BracketAt = { bracket: TimelineBracket; months: string[]; y: number; ofWholeMonths?: boolean }

const Bracket = ({ bracket, months, y, ofWholeMonths }: BracketAt) => {
  // Under bars that count whole months a bracket begins and ends with them.
  const from = ofWholeMonths
    ? acrossOf(months, `${bracket.from.slice(0, 7)}-01`) + 2
    : acrossOf(months, bracket.from)
  const last = ofWholeMonths
    ? acrossOf(months, `${bracket.to.slice(0, 7)}-01`) + cell - 2
    : endOf(months, bracket.to)
  const to = Math.min(Math.max(last, from + 4), months.length * cell)
  // A label at the far end would be cut off, and a long one that ends early too.
  const isLate = from > months.length * cell - 140
  const labelEnd = Math.max(to, bracket.label.length * letter)
  return (
    <g class="timeline__bracket">
      <path d={`M${from} ${y}v5H${to}v-5`} />
      <text x={isLate ? labelEnd : from} y={y + 17} text-anchor={isLate ? 'end' : undefined}>
        {bracket.label}
      </text>
    </g>
  )
}

type RowAt = { row: TimelineRow; months: string[]; y: number; most: number; id: string }

const Row = ({ row: { label, counts = [], spans = [], brackets = [] }, months, y, most, id }: RowAt) => {
  const foot = y + line.label + line.bars
  return (
    <g>
      <text class="timeline__label" x={0} y={y + 14}>
        {cut(label)}
      </text>
      <path class="timeline__floor" d={`M0 ${foot}H${months.length * cell}`} />
      {counts.map(({ month, count }) => {
        const x = months.indexOf(month) * cell
        const height = 3 + ((tallestBar - 3) * count) / most
        return (
          <g key={month}>
            <rect class="timeline__bar" x={x + 3} y={foot - height} width={cell - 6} height={height} />
            <text class="timeline__count" x={x + cell / 2} y={foot - height - 3} text-anchor="middle">
              {count}
            </text>
          </g>
        )
      })}
      {spans.map(({ from, to, look }) => {
        const x = acrossOf(months, from)
        const width = Math.max(endOf(months, to) - x, 2)
        return (
          <rect
            class={`timeline__span timeline__span--${look}`}
            fill={look === 'hatched' ? `url(#${id}-hatch)` : undefined}
            x={x}
            y={foot - 20}
            width={width}
            height={14}
          />
        )
      })}
      {brackets.map(bracket => (
        <Bracket bracket={bracket} months={months} y={foot + 3} ofWholeMonths={counts.length > 0} />
      ))}
    </g>
  )
}

const Months = ({ months, height }: { months: string[]; height: number }) => (
  <g>
    {months.map((month, at) => {
      const of = Number(month.slice(5))
      const beginsYear = of === 1 || at === 0
      const isRoomy = (at > 0 || of < 11) && at < months.length - 2
      return (
        <g key={month}>
          {beginsYear && (
            <>
              <path class="timeline__year-line" d={`M${at * cell} 4V${height}`} />
              {isRoomy && (
                <text class="timeline__year" x={at * cell + 4} y={16}>
                  {month.slice(0, 4)}
                </text>
              )}
            </>
          )}
          <text class="timeline__month" x={(at + 0.5) * cell} y={36} text-anchor="middle">
            {initials[of - 1]}
          </text>
        </g>
      )
    })}
  </g>
)

/** So many rows make a picture of their own, so that the months are in sight and paper has where to break. */
const rowsOfPicture = 6

/** `most`: the largest number of all pictures, so that bars compare. */
type PictureProps = TimelineProps & { most: number; isLast: boolean }

function Picture({ id, title, description, months, rows, band, most, isLast }: PictureProps) {
  const width = Math.max(months.length * cell, least)
  const tops = rows.map((_, at) => head + rows.slice(0, at).reduce((sum, row) => sum + heightOf(row), 0))
  const height = head + rows.reduce((sum, row) => sum + heightOf(row), 0)
  return (
    <svg
      class="timeline__picture"
      viewBox={`-1 0 ${width + 2} ${height + (band && isLast ? 20 : 0)}`}
      role="img"
      aria-labelledby={`${id}-title`}
      aria-describedby={`${id}-description`}
    >
      <title id={`${id}-title`}>{title}</title>
      <desc id={`${id}-description`}>{description}</desc>
      <defs>
        <pattern id={`${id}-hatch`} width="6" height="6" patternUnits="userSpaceOnUse">
          <path class="timeline__hatch" d="M-1 7 7-1M2 10 10 2M-4 4 4-4" />
        </pattern>
      </defs>
      <Months months={months} height={height} />
      {band && (
        <rect
          class="timeline__band"
          x={acrossOf(months, band.from)}
          y={head - 4}
          width={Math.max(endOf(months, band.to) - acrossOf(months, band.from), 2)}
          height={height - head + 4}
        />
      )}
      {band && isLast && <Bracket bracket={band} months={months} y={height} />}
      {rows.map((row, at) => (
        <Row key={row.key} row={row} months={months} y={tops[at]!} most={most} id={id} />
      ))}
    </svg>
  )
}

/** What happens when, month by month and row by row; every bar has its number. It needs no script and no colour. */
export function Timeline({ rows, ...shared }: TimelineProps) {
  const most = Math.max(1, ...rows.flatMap(({ counts = [] }) => counts.map(({ count }) => count)))
  const pictures = Array.from({ length: Math.ceil(rows.length / rowsOfPicture) }, (_, at) =>
    rows.slice(at * rowsOfPicture, (at + 1) * rowsOfPicture),
  )
  return (
    <section class="app-scroll timeline" tabindex={0} aria-label={shared.title}>
      {pictures.map((some, at) => (
        <Picture
          {...shared}
          key={some[0]!.key}
          id={`${shared.id}-${at + 1}`}
          title={at === 0 ? shared.title : `${shared.title}, continued`}
          rows={some}
          most={most}
          isLast={at === pictures.length - 1}
        />
      ))}
    </section>
  )
}
