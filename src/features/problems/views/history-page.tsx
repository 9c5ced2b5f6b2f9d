import { OfficerName, type PersonName } from '#features/accounts/index.ts'
import { formatMoment } from '#ui/date.ts'
import { type Difference, Differences, DifferencesLegend } from '#ui/differences.tsx'
import { KeysetPagination } from '#ui/filter.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { PublishedProblem } from '../problem.ts'
import type { HistoryLine } from '../problem-panels.ts'

const actWords = {
  published: 'published',
  changed: 'changed',
  withdrawn: 'withdrawn',
  solved: 'marked as solved',
  reopened: 'opened again',
}

export type HistoryEntry = {
  number: number
  act: keyof typeof actWords
  organisation: string
  officer: PersonName | undefined
  made_at: Date
  note: string | null
  differences: Difference[]
}

interface HistoryPageProps {
  problem: PublishedProblem
  /** What happened to it besides, the latest first. */
  happenings: HistoryLine[]
  entries: HistoryEntry[]
  hrefs: { previous?: string; next?: string }
}

/** Every version of a problem, newest first, with what became different in it. */
export const HistoryPage = ({ problem, happenings, entries, hrefs }: HistoryPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{problem.title}</span>
      <h1 class="govuk-heading-l">How this problem changed</h1>
      {happenings.length > 0 && !hrefs.previous && (
        <ul class="govuk-list govuk-list--bullet">
          {happenings.map(({ at, content }) => (
            <li>
              {formatMoment(at)}: {content}
            </li>
          ))}
        </ul>
      )}
      <DifferencesLegend />
      {entries.map(entry => (
        <section key={entry.number}>
          <SectionHeading>
            Version {entry.number}: {actWords[entry.act]}
          </SectionHeading>
          <MetaLine
            who={entry.organisation}
            items={[formatMoment(entry.made_at), ['by ', <OfficerName person={entry.officer} />]]}
          />
          {entry.note && <p class="govuk-body">{entry.note}</p>}
          {entry.number === 1 ? (
            <Details summary="What it said then">
              <Differences differences={entry.differences} />
            </Details>
          ) : (
            <Differences differences={entry.differences} />
          )}
        </section>
      ))}
      <KeysetPagination previousHref={hrefs.previous} nextHref={hrefs.next} />
    </Column>
  </Row>
)
