import { formatDate, londonDay } from '#ui/date.ts'
import type { SummaryRow } from '#ui/govuk/summary-list.tsx'
import type { KeeperWords } from '../name-queries.ts'
import { placesIn } from '../places.ts'
import type { SuccessionRole } from '../succession.ts'
import { Places } from './places.tsx'

/** Who holds a role, who stands in, and where it lives, for a list of facts. */
export const keeperRows = (role: SuccessionRole, words: KeeperWords): SummaryRow[] => [
  { key: 'Holder', value: words(role.holder) },
  { key: 'Deputy', value: words(role.deputy) },
  { key: 'Where it lives', value: <Places places={placesIn(role.keptWhere)} /> },
]

/** When it was looked at, and for which organisation. */
export const lookedWords = ({ lookedAt, lookedBy }: SuccessionRole) =>
  `${formatDate(londonDay(lookedAt))}, by ${lookedBy.name}`
