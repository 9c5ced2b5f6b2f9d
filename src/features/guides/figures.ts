import { countOf, formatCount } from '#ui/money.ts'

/** What is counted, one and many; a figure without stands beside one that says it. */
const units = {
  'projects here': ['project'],
  'joint projects': [],
  'contracts ending': ['contract'],
  'contract windows': ['group of contracts', 'groups of contracts'],
  'common problems': ['problem'],
  'bids here': ['bid'],
  'bids not funded': [],
} as const

/** Figures of this site that can stand in the words of a guide: "{{contracts ending}}". */
export type FigureName = keyof typeof units
export const figureNames = Object.keys(units) as FigureName[]

export const sayCount = (name: FigureName, count: number) => {
  const [one, many] = units[name] as readonly [string?, string?]
  if (one === undefined) return count === 0 ? 'none' : formatCount(count)
  return count === 0 ? `no ${many ?? `${one}s`}` : countOf(count, one, many)
}

/** All organisations, services and suppliers, as insights ask for them. */
export const everywhere = { organisationIds: null, areaId: null, phase: null, supplierId: null }
