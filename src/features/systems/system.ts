import { type Actor, hasDuty, isMemberOf, isSpeaker } from '#plumbing/actor.ts'
import { wordFor } from '#plumbing/choices.ts'
import type { SystemTable } from './tables.ts'

export type SystemState = SystemTable['state']
export type WouldMove = NonNullable<SystemTable['would_move']>
export type ValueBand = NonNullable<SystemTable['value_band']>

/** The address of a product's page. */
export const productPath = (slug: string) => `/products/${slug}`

/** Where all that is said of an organisation's systems stands; with an id, the place of one of them. */
export const systemsOfPath = (slug: string, systemId?: string) =>
  `/organisations/${slug}/systems${systemId ? `#system-${systemId}` : ''}`

/** Where its lead confirms and corrects them. */
export const editSystemsPath = (slug: string) => `/organisations/${slug}/systems/edit`

/** Whether an organisation says itself what it runs: a supplier's word would stand as a council's. */
export const saysWhatItRuns = ({ kind }: { kind: string }) => kind === 'council' || kind === 'public-body'

/** How a system stands: as its organisation said, or as nobody has confirmed. */
export const standings = ['confirmed', 'unconfirmed', 'earlier', 'not-used'] as const
export type Standing = (typeof standings)[number]

export const standingLabels: Record<Standing, string> = {
  confirmed: 'Confirmed',
  unconfirmed: 'Unconfirmed',
  earlier: 'Earlier',
  'not-used': 'Not used any more',
}

/** What each standing means, in a sentence without its end. */
export const standingMeanings: Record<Standing, string> = {
  confirmed: 'the council itself said so',
  unconfirmed: 'named by a source, not yet confirmed by the council',
  earlier: 'named by an older source; a newer one names something else for the same service',
  'not-used': 'the council said that it is not used any more',
}

export const standingOf = ({ state, is_earlier }: Pick<SystemTable, 'state' | 'is_earlier'>): Standing =>
  state === 'unconfirmed' && is_earlier ? 'earlier' : state

export const valueBands = ['under-10k', '10k-50k', '50k-250k', '250k-1m', 'over-1m'] as const
export const valueBandLabels: Record<ValueBand, string> = {
  'under-10k': 'Under £10,000 a year',
  '10k-50k': '£10,000 to £50,000 a year',
  '50k-250k': '£50,000 to £250,000 a year',
  '250k-1m': '£250,000 to £1 million a year',
  'over-1m': 'Over £1 million a year',
}

export const satisfactions = ['1', '2', '3', '4', '5'] as const
export const satisfactionLabels: Record<(typeof satisfactions)[number], string> = {
  '1': '1: very dissatisfied',
  '2': '2: dissatisfied',
  '3': '3: neither',
  '4': '4: satisfied',
  '5': '5: very satisfied',
}

export const wouldMoves = ['yes', 'maybe', 'no'] as const
export const wouldMoveLabels: Record<WouldMove, string> = {
  yes: 'Yes, we would move',
  maybe: 'Perhaps',
  no: 'No, we would stay',
}

const confidenceWords: Record<NonNullable<SystemTable['confidence']>, string> = {
  high: 'fairly sure',
  medium: 'likely',
  low: 'uncertain',
}

/** How sure a source is, in words. */
export const sayConfidence = (confidence: SystemTable['confidence']) =>
  confidence && confidenceWords[confidence]

const evidenceWords: Record<string, string> = {
  'scraper configuration (cms_type)': 'how a program that reads its pages is set up',
  'scraper coverage table': 'a list of planning registers that a program reads',
  'scraper list': 'a list of planning registers that a program read',
  'vendor host or signature in bin-day scraper':
    'an address or mark of the supplier in a program that reads bin days',
  'data-sharing agreement recorded as signed for this email domain':
    'a data-sharing agreement recorded as signed for its email domain',
  'URL pattern of live search page': 'the shape of the address of its search page',
  'vendor host in GOV.UK local link': 'an address of the supplier in a link from GOV.UK',
  'API client written for this council': 'a program that was written to connect to it',
  'vendor API municipality list': 'the supplier’s own list of places',
}

/** How a source knows, in words. */
export const sayEvidence = (evidence: string) => wordFor(evidenceWords, evidence)

/** What is run, in words; where it is no product, with what the source called it, unless the council itself said so. */
export function nameOf({
  product,
  product_as_published,
  state,
}: {
  product: string | null
  product_as_published: string
  state: SystemState
}): string {
  if (product !== null) return product
  return state === 'unconfirmed'
    ? `Built by the council, or not classified (${product_as_published.replace(/^other \/ /, '')})`
    : 'Built by the council itself, or no product'
}

/** At least so many organisations must have said it before a share is shown. */
export const fewestForShares = 3
export const sayFewest = 'three'

/** Who speaks for the supplier just now replies for it. */
export const mayReplyTo = (actor: Actor, supplierId: string | null | undefined) =>
  isSpeaker(actor) && supplierId !== null && supplierId !== undefined && actor.actingFor.id === supplierId

/** What is hidden is for curators, and for the organisation that named it. */
export const maySeeProduct = (
  actor: Actor,
  { hidden, listed_by }: { hidden: object | null; listed_by: string | null },
) => !hidden || hasDuty(actor, 'curator') || isMemberOf(actor, listed_by)
