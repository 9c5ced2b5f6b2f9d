import { z } from 'zod'
import { filledChoices } from '#plumbing/choices.ts'
import { horizonFrom } from './window.ts'

/** What the rows of the horizon can be. */
export const dimensions = ['service', 'product', 'supplier', 'region', 'type'] as const
export type Dimension = (typeof dimensions)[number]

export const dimensionWords: Record<Dimension, { title: string; by: string; none: string }> = {
  service: { title: 'Service', by: 'by service', none: 'name no service that is known' },
  product: { title: 'Product', by: 'by product', none: 'are for no product that is known' },
  supplier: { title: 'Supplier', by: 'by supplier', none: 'name no supplier that is known' },
  region: { title: 'Region', by: 'by region', none: 'are of organisations in no region' },
  type: {
    title: 'Type of organisation',
    by: 'by type of organisation',
    none: 'are of organisations of no known type',
  },
}

const month = z
  .string()
  .regex(/^\d{4}-(0[1-9]|1[0-2])$/)
  .optional()
  .catch(undefined)

export const fewestRows = 15
export const mostRows = 200
/** Contracts that a narrowed horizon lists by name. */
export const contractsShown = 50

/** What a person may ask of the horizon, as it stands in the address. */
export const horizonQuery = z.object({
  by: z.enum(dimensions).catch('service').default('service'),
  service: filledChoices.transform(ids => ids.filter(id => /^\d{1,9}$/.test(id))),
  product: filledChoices,
  supplier: filledChoices,
  region: filledChoices,
  type: filledChoices,
  from: month,
  to: month,
  rows: z.coerce.number().int().min(1).max(mostRows).catch(fewestRows).default(fewestRows),
})
export type HorizonQuery = z.output<typeof horizonQuery>
export type HorizonFilter = Pick<HorizonQuery, Dimension> & Range
export type Range = { from: string; to: string }

export const isNarrowed = (query: HorizonQuery) =>
  dimensions.some(dimension => query[dimension].length > 0) || Boolean(query.from || query.to)

/** The days that are asked for, within what is ahead. */
export function rangeOf({ from, to }: Pick<HorizonQuery, 'from' | 'to'>, today: string): Range {
  const whole = horizonFrom(today)
  const first = from && `${from}-01` > whole.from && `${from}-01` <= whole.to ? `${from}-01` : whole.from
  const end = to ? lastDayOf(to) : whole.to
  return { from: first, to: end >= first && end < whole.to ? end : whole.to }
}

/** The last day of a month. */
function lastDayOf(month: string): string {
  const [year, of] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, of, 0)).toISOString().slice(0, 10)
}

/** An address of the horizon; what is usual is left out. */
export function horizonPath(query: Partial<HorizonQuery>, path = '/horizon'): string {
  const parts = new URLSearchParams()
  if (query.by && query.by !== 'service') parts.set('by', query.by)
  for (const dimension of dimensions)
    for (const value of query[dimension] ?? []) parts.append(dimension, value)
  if (query.from) parts.set('from', query.from)
  if (query.to) parts.set('to', query.to)
  if (query.rows && query.rows !== fewestRows) parts.set('rows', String(query.rows))
  return parts.size > 0 ? `${path}?${parts}` : path
}
