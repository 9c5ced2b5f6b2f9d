export type Precision = 'day' | 'month' | 'year'

/** Money given to a project. `amount_pounds` is null where it was not published or not found. */
export type Funding = {
  fund: string
  round: string
  stage: string | null
  amount_pounds: number | null
  decided_on: string
  decided_precision: Precision
  note: string | null
}

const named = new Map([
  ['C-19', 'C-19 Challenge'],
  ['Continuation', 'continuation funding'],
])

/** A round of the Local Digital Fund in words: "R1" is "round 1", "R2 or R3" is "round 2 or 3". */
export function roundName(round: string): string {
  return (
    named.get(round) ??
    round
      .replace(/\bR(\d+)\b/, 'round $1')
      .replace(/\bR(\d+)\b/g, '$1')
      .replace(/^Continuous\b/, 'continuous funding')
  )
}

/** A date no more exact than it was published: "2018-12-01" known to the month is "2018-12". */
export const saidDate = (date: string, precision: Precision) =>
  date.slice(0, { day: 10, month: 7, year: 4 }[precision])
