import type { OrganisationName } from '#features/organisations/index.ts'
import { formatDate } from '#ui/date.ts'
import type { CanvasSettlementTable } from './tables.ts'
import type { TopicName } from './topic.ts'

/** What can be done about a difference. */
export const outcomes = ['resolved', 'parked', 'accepted'] as const
export type Outcome = (typeof outcomes)[number]

export type Confirmation = { organisation: OrganisationName; confirmed_at: Date }

/** What an organisation proposed to do about a difference; it stands until it is ended. Days are 'YYYY-MM-DD'. */
export type Settlement = {
  id: string
  outcome: Outcome
  words: string
  parked_until: string | null
  organisation: OrganisationName
  proposed_at: Date
  ended_at: Date | null
  ended_because: CanvasSettlementTable['ended_because']
  confirmations: Confirmation[]
}

export type CanvasDifference = {
  id: string
  topic: TopicName
  found_at: Date
  /** All that was proposed, in that order. */
  settlements: Settlement[]
}

export type Settled = {
  outcome: Outcome | 'open'
  /** What stands, agreed or not. */
  settlement: Settlement | null
  /** Partners that have to say yes still. */
  waitsFor: OrganisationName[]
}

/** How many of the differences are settled, in words. */
export const settledWords = (settled: number) => (settled === 0 ? 'none settled yet' : `${settled} settled`)

const open: Settled = { outcome: 'open', settlement: null, waitsFor: [] }

/**
 * How a difference stands for these partners on a day. Parked it is by the word of one, until that day is over; resolved
 * or accepted only once each of them has said yes.
 */
export function settledFor(
  difference: CanvasDifference | undefined,
  partners: OrganisationName[],
  today: string,
): Settled {
  const settlement = difference?.settlements.find(({ ended_at }) => ended_at === null)
  if (!settlement) return open
  if (settlement.outcome === 'parked') {
    const isOver = settlement.parked_until !== null && settlement.parked_until < today
    return { outcome: isOver ? 'open' : 'parked', settlement, waitsFor: [] }
  }
  const confirmed = new Set(settlement.confirmations.map(({ organisation }) => organisation.id))
  const waitsFor = partners.filter(({ id }) => !confirmed.has(id))
  return { outcome: waitsFor.length > 0 ? 'open' : settlement.outcome, settlement, waitsFor }
}

export const outcomeLabels: Record<Outcome | 'open', string> = {
  resolved: 'Resolved',
  parked: 'Parked',
  accepted: 'We live with it',
  open: 'Open',
}

const inARow = new Intl.ListFormat('en-GB')

/** How a difference stands, in a line. */
export function standingWords({ outcome, settlement, waitsFor }: Settled): string {
  if (!settlement) return outcomeLabels.open
  const { organisation, parked_until } = settlement
  if (settlement.outcome === 'parked') {
    const until = parked_until ? ` until ${formatDate(parked_until)}` : ''
    return outcome === 'open' ? `Was parked${until}: time to talk about it` : `Parked${until}`
  }
  if (outcome !== 'open') return outcomeLabels[outcome]
  const what = settlement.outcome === 'accepted' ? 'To live with it is proposed' : 'Proposed'
  return `${what} by ${organisation.name}, waits for ${inARow.format(waitsFor.map(({ name }) => name))}`
}
