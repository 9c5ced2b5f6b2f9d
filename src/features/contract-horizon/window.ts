/** A need counts as common from three organisations on, and so does a window: two are a pair, which partners show. */
export const fewestOrganisations = 3
export const monthsTogether = 9
export const monthsAhead = 36

/** The end of a contract, for the organisation of today whose it is; 'YYYY-MM-DD'. */
export type Ending = { id: string; organisationId: string; endsOn: string }

/** Contracts on one matter that end near each other, the first to end first. */
export type Window<E extends Ending = Ending> = {
  endings: E[]
  firstEnd: string
  lastEnd: string
  organisations: number
}

const two = (number: number) => String(number).padStart(2, '0')
const lastDayOf = (year: number, month: number) => new Date(Date.UTC(year, month, 0)).getUTCDate()

/** The same day so many months later, or the last day of that month where it has no such day; 'YYYY-MM-DD'. */
export function addMonths(date: string, months: number): string {
  const [year, month, day] = date.split('-').map(Number) as [number, number, number]
  const count = year * 12 + month - 1 + months
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1]
  return `${String(toYear).padStart(4, '0')}-${two(toMonth)}-${two(Math.min(day, lastDayOf(toYear, toMonth)))}`
}

/** The months from one to another, both included; 'YYYY-MM'. */
export function monthsBetween(from: string, to: string): string[] {
  const months = [from]
  while (months.at(-1)! < to) months.push(addMonths(`${months.at(-1)}-01`, 1).slice(0, 7))
  return months
}

/** What is ahead: from today to the last day of the 36th month, this one being the first. */
export function horizonFrom(today: string): { from: string; to: string } {
  const last = addMonths(`${today.slice(0, 7)}-01`, monthsAhead - 1).slice(0, 7)
  const [year, month] = last.split('-').map(Number) as [number, number]
  return { from: today, to: `${last}-${two(lastDayOf(year, month))}` }
}

const inOrder = <E extends Ending>(a: E, b: E) =>
  a.endsOn < b.endsOn || (a.endsOn === b.endsOn && a.id < b.id) ? -1 : 1

type Stretch = { start: number; end: number; organisations: number }

/** The stretch of these with the most organisations, then the most contracts, then the earliest; ends are sorted. */
function largestIn(sorted: Ending[], from: number, to: number): Stretch {
  let best: Stretch = { start: from, end: from, organisations: 0 }
  const counts = new Map<string, number>()
  let end = from
  for (let start = from; start < to; start++) {
    const { endsOn } = sorted[start]!
    if (start === from || sorted[start - 1]!.endsOn !== endsOn) {
      const latest = addMonths(endsOn, monthsTogether)
      for (; end < to && sorted[end]!.endsOn <= latest; end++) {
        const { organisationId } = sorted[end]!
        counts.set(organisationId, (counts.get(organisationId) ?? 0) + 1)
      }
      const isLarger =
        counts.size > best.organisations ||
        (counts.size === best.organisations && end - start > best.end - best.start)
      if (isLarger) best = { start, end, organisations: counts.size }
    }
    const { organisationId } = sorted[start]!
    const left = counts.get(organisationId)! - 1
    if (left === 0) counts.delete(organisationId)
    else counts.set(organisationId, left)
  }
  return best
}

/**
 * The windows among contracts on one matter, the earliest first: the largest set of contracts of three organisations or
 * more that end within nine months of each other, then the largest of what remains, and so on. No contract is in two.
 */
export function findWindows<E extends Ending>(endings: E[]): Window<E>[] {
  const sorted = endings.toSorted(inOrder)
  const among = (from: number, to: number): Window<E>[] => {
    const { start, end, organisations } = largestIn(sorted, from, to)
    if (organisations < fewestOrganisations) return []
    const own = sorted.slice(start, end)
    return [
      ...among(from, start),
      { endings: own, firstEnd: own[0]!.endsOn, lastEnd: own.at(-1)!.endsOn, organisations },
      ...among(end, to),
    ]
  }
  return among(0, sorted.length)
}

/**
 * The window that an address with this day leads to: the one it falls into, or else the next that begins within nine
 * months of it. So an address keeps its window when contracts are added or have ended.
 */
export const windowAt = <W extends Pick<Window, 'firstEnd' | 'lastEnd'>>(windows: W[], day: string) =>
  windows.find(({ firstEnd, lastEnd }) => firstEnd <= day && day <= lastEnd) ??
  windows.find(({ firstEnd }) => firstEnd > day && firstEnd <= addMonths(day, monthsTogether))
