import { sayPartners, type WorkList, WorkListPage } from '#features/related-work/index.ts'
import type { Facet } from '#ui/filter.tsx'
import { countOf } from '#ui/money.ts'
import { ResultRow } from '#ui/result-row.tsx'
import { sayRound } from '../application-list.ts'
import { kindWords } from '../fund-application.ts'
import type { ListedApplication } from '../list-queries.ts'

const ApplicationCard = ({ application }: { application: ListedApplication }) => {
  const { slug, title, kind, round, outcome, problem_summary, organisation, partners } = application
  return (
    <ResultRow
      title={title}
      href={`/fund/applications/${slug}`}
      headingLevel={2}
      who={organisation ?? 'Lead not known'}
      meta={[
        sayPartners(partners),
        kindWords[kind].toLowerCase(),
        round && sayRound(round).toLowerCase(),
        <strong>{outcome}</strong>,
      ]}
    >
      {problem_summary}
    </ResultRow>
  )
}

export type ApplicationListPageProps = {
  count: number
  applications: ListedApplication[]
  facets: Facet[]
  isFiltered: boolean
  lists: WorkList[]
  hrefs: { previous?: string; next?: string }
}

export const ApplicationListPage = ({ count, applications, ...list }: ApplicationListPageProps) => (
  <WorkListPage
    counted={`${countOf(count, 'bid')} to the Local Digital Fund`}
    lead="What councils asked money for, with what became of it. A refused bid names a need that was real enough to be written down. These records are partial: the first round alone had 389 expressions of interest."
    path="/fund/applications"
    words={{ one: 'bid', many: 'bids' }}
    {...list}
  >
    {applications.map(application => (
      <ApplicationCard key={application.id} application={application} />
    ))}
  </WorkListPage>
)
