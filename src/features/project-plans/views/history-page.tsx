import { OfficerName, type PersonName } from '#features/accounts/index.ts'
import { formatMoment } from '#ui/date.ts'
import { type Difference, Differences, DifferencesLegend } from '#ui/differences.tsx'
import { KeysetPagination } from '#ui/filter.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
import type { Version } from '../history.ts'
import type { PlanAct } from '../plan.ts'

const actWords: Record<PlanAct, string> = {
  published: 'published',
  changed: 'changed',
  stopped: 'stopped',
  resumed: 'goes on after all',
  withdrawn: 'withdrawn',
  reopened: 'published again',
}

type Entry = { version: Version; officer: PersonName | undefined; differences: Difference[] }

interface HistoryPageProps {
  title: string
  isWritten: boolean
  entries: Entry[]
  hrefs: { previous?: string; next?: string }
}

/** Every version of a project, newest first, with what became different in it. */
export const HistoryPage = ({ title, isWritten, entries, hrefs }: HistoryPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{title}</span>
      <h1 class="govuk-heading-l">How this project changed</h1>
      {isWritten ? (
        <DifferencesLegend />
      ) : (
        <p class="govuk-body">
          Pipeline took this project in from the sources that its page names. Nobody has changed it here.
        </p>
      )}
      {entries.map(entry => (
        <VersionSection key={entry.version.number} {...entry} />
      ))}
      <KeysetPagination previousHref={hrefs.previous} nextHref={hrefs.next} />
    </Column>
  </Row>
)

const VersionSection = ({ version, officer, differences }: Entry) => (
  <section>
    <SectionHeading>
      Version {version.number}: {actWords[version.act]}
    </SectionHeading>
    <MetaLine
      who={version.organisation}
      items={[formatMoment(version.made_at), ['by ', <OfficerName person={officer} />]]}
    />
    {version.note && version.act !== 'stopped' && <p class="govuk-body">{version.note}</p>}
    {version.number === 1 ? (
      <Details summary="What it said then">
        <Differences differences={differences} />
      </Details>
    ) : (
      <Differences differences={differences} />
    )}
  </section>
)
