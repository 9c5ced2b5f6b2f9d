import { formatDate, londonDay } from '#ui/date.ts'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState } from '#ui/section.tsx'
import type { WaitingSubject } from '../case-queries.ts'
import type { Case } from '../moderation.ts'
import { CaseRow } from './case-row.tsx'

type WithheldPageProps = { withheld: Pick<WaitingSubject, 'subject' | 'since'>[]; cases: Case[] }

/** What curators have taken down and not restored, the latest first. */
export const WithheldPage = ({ withheld, cases }: WithheldPageProps) => {
  const byId = new Map(cases.map(each => [each.subject.id, each]))
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">Withheld just now</h1>
        {withheld.length === 0 && (
          <EmptyState title="Nothing is withheld.">
            <p class="govuk-body">
              <Link href="/moderation">See what waits</Link>, or{' '}
              <Link href="/moderation/log">read what was decided</Link>.
            </p>
          </EmptyState>
        )}
        {withheld.map(({ subject, since }) => (
          <CaseRow about={byId.get(subject.id)} meta={[`withheld ${formatDate(londonDay(since))}`]} />
        ))}
      </Column>
    </Row>
  )
}
