import { formatDate, londonDay } from '#ui/date.ts'
import { InsetText } from '#ui/govuk/text.tsx'
import type { Hidden } from '../moderation.ts'
import { TypedWords } from './typed-words.tsx'

/** Stands on the page of a thing that is not shown, in place of it or, for those who wrote it, above it. */
export const WithheldNotice = ({ state, reason, since }: Hidden) =>
  state === 'held' ? (
    <InsetText>
      <p class="govuk-body">
        This waits for a curator, since {formatDate(londonDay(since))}. What an organisation publishes for the
        first time, or again after it was withheld, is read before it is shown. Those who speak for it get a
        mail when that is done.
      </p>
    </InsetText>
  ) : (
    <InsetText>
      <p class="govuk-body">
        <strong>Withheld on {formatDate(londonDay(since))}.</strong> A curator took this down, with this
        reason:
      </p>
      {reason && <TypedWords words={reason} />}
    </InsetText>
  )
