import { formatMoment } from '#ui/date.ts'
import { Link } from '#ui/link.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { EmptyState } from '#ui/section.tsx'

interface OutboxMail {
  id: string
  recipient: string
  about: string
  letter: { subject: string } | null
  state: string
  created_at: Date
}

export const OutboxPage = ({ mails, path }: { mails: OutboxMail[]; path: string }) => (
  <>
    <h1 class="govuk-heading-xl">Outbox</h1>
    <p class="govuk-body-l">
      Mail goes nowhere yet: no mail server is set up. It is shown here, on this machine only, newest first.
    </p>
    {mails.length === 0 ? (
      <EmptyState title="No mail yet">
        <p class="govuk-body">Do something that sends one, such as signing in, and look again.</p>
      </EmptyState>
    ) : (
      <ul class="govuk-list">
        {mails.map(({ id, recipient, about, letter, state, created_at }) => (
          <li key={id} class="app-row">
            <p class="app-row__title">
              {letter ? <Link href={`${path}/${id}`}>{letter.subject}</Link> : 'No longer kept'}
            </p>
            <MetaLine
              who={<span class="govuk-!-text-break-word">{recipient}</span>}
              items={[about, state, formatMoment(created_at)]}
            />
          </li>
        ))}
      </ul>
    )}
  </>
)
