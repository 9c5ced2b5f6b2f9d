import { ReportLink, WithheldNotice } from '#features/moderation/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { Quoted } from '#ui/section.tsx'
import type { ShownReply } from '../reply.ts'

/** Stands beside what it replies to, never in its place, and says whose it is. */
export const SupplierReply = ({ reply }: { reply: ShownReply }) => {
  const { organisation, words, written_at, withdrawn_at, hidden, id } = reply
  if (withdrawn_at)
    return (
      <p class="govuk-body-s">
        <OrganisationLink {...organisation} /> withdrew its reply on {formatDate(londonDay(withdrawn_at))}.
      </p>
    )
  if (hidden) return <WithheldNotice {...hidden} />
  return (
    <div class="govuk-!-margin-top-4">
      <p class="govuk-body govuk-!-margin-bottom-1">
        <strong>Reply of the supplier</strong>, <OrganisationLink {...organisation} />,{' '}
        {formatDate(londonDay(written_at))}
      </p>
      <Quoted>
        <Paragraphs text={words} />
      </Quoted>
      <ReportLink kind="supplier-reply" id={id} what="this reply" />
    </div>
  )
}
