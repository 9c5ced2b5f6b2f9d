import { countOf } from '#ui/money.ts'
import { ResultRow } from '#ui/result-row.tsx'
import type { ShownWindow } from '../figure-queries.ts'
import { kindWords, windowPath } from '../matter.ts'
import { sayEnds } from '../window-words.ts'

/** Windows, each with what it is about and a link to its page. */
export const WindowsList = ({ windows }: { windows: ShownWindow[] }) =>
  windows.map(({ matter, firstEnd, lastEnd, organisations, contracts }) => (
    <ResultRow
      key={`${matter.slug} ${firstEnd}`}
      title={matter.name}
      href={windowPath(matter.slug, firstEnd)}
      who={countOf(organisations, 'organisation')}
      meta={[
        kindWords[matter.kind],
        `${countOf(contracts, 'contract')} ${contracts === 1 ? 'ends' : 'end'} ${sayEnds(firstEnd, lastEnd)}`,
      ]}
    />
  ))
