import { countOf } from '#ui/money.ts'

const units = {
  'projects here': ['project'],
  'joint projects': ['project'],
  'contracts ending': ['contract'],
  'contract windows': ['group of contracts', 'groups of contracts'],
  'common problems': ['problem'],
  'bids here': ['bid'],
  'bids not funded': ['bid'],
} as const

/** Figures of this site that can stand in the words of a guide: "{{contracts ending}}". */
export type FigureName = keyof typeof units
export const figureNames = Object.keys(units) as FigureName[]

export const sayCount = (name: FigureName, count: number) => {
  const [one, many] = units[name] as readonly [string, string?]
  return countOf(count, one, many)
}

/** All organisations, services and suppliers, as insights ask for them. */
export const everywhere = { organisationIds: null, areaId: null, phase: null, supplierId: null }
