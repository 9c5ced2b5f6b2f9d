import { formatMoment } from '#ui/date.ts'
import { Details } from '#ui/govuk/text.tsx'
import type { Happening } from '../settlement-history.ts'

/** Who said what, and when, folded. */
export const HistoryOf = ({ happenings }: { happenings: Happening[] }) => (
  <Details summary={`What was said so far (${happenings.length})`}>
    <ol class="govuk-list">
      {happenings.map(({ at, organisation, did, words }) => (
        <li key={`${organisation.id} ${at.toISOString()} ${did}`}>
          <strong>
            {organisation.name} {did}
          </strong>
          , {formatMoment(at)}
          {words && <p class="govuk-body-s app-changes">{words}</p>}
        </li>
      ))}
    </ol>
  </Details>
)
