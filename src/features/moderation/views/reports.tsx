import { formatMoment } from '#ui/date.ts'
import { countOf } from '#ui/money.ts'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { reasonLabels } from '../report.ts'
import type { ReportRow } from '../report-queries.ts'
import { TypedWords } from './typed-words.tsx'

/** What was reported about one thing. */
export const Reports = ({ reports }: { reports: ReportRow[] }) => (
  <section>
    <SectionHeading>{countOf(reports.length, 'report')}</SectionHeading>
    <ul class="govuk-list">
      {reports.map(({ reason, words, email, reported_at, answered_by }) => (
        <li class="app-row">
          <strong>{reasonLabels[reason]}</strong>
          <MetaLine
            items={[
              formatMoment(reported_at),
              answered_by ? 'answered' : 'open',
              email ? `wants to hear at ${email}` : 'left no address',
            ]}
          />
          {words && <TypedWords words={words} />}
        </li>
      ))}
    </ul>
  </section>
)
