import { formatDate, formatDateRange } from '#ui/date.ts'
import { formatMoney } from '#ui/money.ts'
import { type Funding, saidDate } from '../funding.ts'
import { groundOfState, type ProjectFacts, type State, stateWords } from '../project.ts'

export const notKnown = 'Not known'

/** "Finished: its estimated end has passed", or since when it is. */
export function sayState(project: Parameters<typeof groundOfState>[0]): string {
  const { state, finished_on } = project
  if (state === 'finished' && finished_on) return `${stateWords[state]} on ${formatDate(finished_on)}`
  const because = groundOfState(project)
  return because ? `${stateWords[project.state]}: ${because}` : stateWords[project.state]
}

/** From when to when; an end that is to come is only estimated, whoever says it. */
export const sayDates = ({ starts_on, ends_on }: Pick<ProjectFacts, 'starts_on' | 'ends_on'>): string =>
  ends_on ? `${formatDateRange(starts_on, ends_on)} (estimated end)` : formatDateRange(starts_on)

/** When it ran, as exactly as is known; for an award without dates, when it was decided. */
export function sayWhen({
  starts_on,
  ends_on,
  funding,
}: Pick<ProjectFacts, 'starts_on' | 'ends_on'> & {
  funding: Pick<Funding, 'decided_on' | 'decided_precision'>[]
}): string | null {
  if (starts_on || ends_on) return formatDateRange(starts_on, ends_on)
  const [first] = funding
  return first ? `funded ${formatDate(saidDate(first.decided_on, first.decided_precision))}` : null
}

/** "£69,178 from the Local Digital Fund, round 1"; null where no sum is known. */
export function sayMoney(funding: Pick<Funding, 'amount_pounds'>[]): string | null {
  const sum = funding.reduce((total, { amount_pounds }) => total + (amount_pounds ?? 0), 0)
  return sum > 0 ? `${formatMoney(sum)} from the Local Digital Fund` : null
}

/** Whether others may still join on a day. */
export const welcomesPartners = (
  today: string,
  { state, partners_welcome_until }: { state: State; partners_welcome_until: string | null },
): boolean =>
  (state === 'planned' || state === 'live') &&
  (partners_welcome_until === null ? state === 'planned' : partners_welcome_until >= today)

/** Whether others may join, for the day on which the page is read. */
export function sayWelcome(
  today: string,
  { state, partners_welcome_until }: { state: State; partners_welcome_until: string | null },
): string | null {
  if (state !== 'planned' && state !== 'live') return null
  if (partners_welcome_until === null) return state === 'planned' ? 'Welcome while it is planned' : 'Not said'
  const until = formatDate(partners_welcome_until)
  return welcomesPartners(today, { state, partners_welcome_until })
    ? `Welcome until ${until}`
    : `Were welcome until ${until}`
}
