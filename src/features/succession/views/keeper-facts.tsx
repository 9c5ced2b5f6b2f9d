import { formatDate, londonDay } from '#ui/date.ts'
import type { SummaryRow } from '#ui/govuk/summary-list.tsx'
import { Link } from '#ui/link.tsx'
import type { KeeperWords } from '../name-queries.ts'
import { type Place, placesIn } from '../places.ts'
import type { SuccessionRole } from '../succession.ts'

/** Who holds a role, who stands in, and where it lives, for a list of facts. */
export const keeperRows = (role: SuccessionRole, words: KeeperWords): SummaryRow[] => [
  { key: 'Holder', value: words(role.holder) },
  { key: 'Deputy', value: words(role.deputy) },
  { key: 'Where it lives', value: <Places places={placesIn(role.keptWhere)} /> },
]

/** When it was looked at, and for which organisation. */
export const lookedWords = ({ lookedAt, lookedBy }: SuccessionRole) =>
  `${formatDate(londonDay(lookedAt))}, by ${lookedBy.name}`

const Places = ({ places }: { places: Place[] }) =>
  places.length === 0 ? (
    <>Nobody has said yet</>
  ) : (
    <ul class="govuk-list govuk-!-margin-bottom-0">
      {places.map(({ words, href }) => (
        <li>{href ? <Link href={href}>{words}</Link> : words}</li>
      ))}
    </ul>
  )
