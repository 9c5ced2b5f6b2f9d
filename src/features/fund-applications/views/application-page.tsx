import {
  PublishedBody,
  PublishedPartners,
  type RelatedWork,
  RelatedWorkSections,
  ServicesAside,
  type WorkService,
} from '#features/related-work/index.ts'
import { capitalised } from '#plumbing/capitalised.ts'
import { Aside } from '#ui/facts.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { SectionHeading, SourceLine } from '#ui/section.tsx'
import { sayRound } from '../application-list.ts'
import { kindWords, roundCertainty } from '../fund-application.ts'
import type { Application } from '../page-queries.ts'

const Round = ({ round, round_basis }: Pick<Application, 'round' | 'round_basis'>) => {
  if (!round) return <>Not known</>
  const { isInferred, because } = roundCertainty(round_basis)
  if (!isInferred) return <>{sayRound(round)}</>
  return <>{`${sayRound(round)}. Inferred by Pipeline’s editors${because ? `: ${because}` : ''}`}</>
}

export type ApplicationPageProps = {
  application: Application
  related: RelatedWork[]
  services: WorkService[]
}

export const ApplicationPage = ({ application, related, services }: ApplicationPageProps) => {
  const { title, title_is_ours, kind, outcome, organisation, partners, problem_summary, theme } = application
  const hasSequel = related.some(
    ({ relation, isFrom }) => (relation === 'became' && isFrom) || (relation === 'follows' && !isFrom),
  )
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">Bid to the Local Digital Fund</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {title_is_ours && (
          <InsetText>
            The source shows no title. This one was worded by Pipeline’s editors from its subject.
          </InsetText>
        )}
        <SummaryList
          rows={[
            { key: 'Outcome', value: <strong>{outcome}</strong> },
            { key: 'Lead', value: organisation ? <PublishedBody body={organisation} /> : 'Not known' },
            { key: 'Partners', value: <PublishedPartners partners={partners} /> },
            { key: 'Kind of bid', value: kindWords[kind] },
            { key: 'Round', value: <Round {...application} /> },
            { key: 'Theme', value: theme ? capitalised(theme) : 'Not known' },
          ]}
        />
        <h2 class="govuk-heading-m">The problem</h2>
        {problem_summary ? (
          <>
            <p class="govuk-body">{problem_summary}</p>
            <p class="govuk-body-s">Summed up in Pipeline’s own words; the source has the bid itself.</p>
          </>
        ) : (
          <p class="govuk-body">Not known.</p>
        )}
        {!hasSequel && (
          <SectionHeading lead="Not known. Nothing later that comes from this bid has been found.">
            What happened next
          </SectionHeading>
        )}
        <RelatedWorkSections related={related} />
      </Column>
      <Column share="one-third">
        <ServicesAside services={services} />
        <Aside title="Where this comes from">
          <SourceLine
            name={application.source_name}
            href={application.source_url}
            date={application.source_as_of}
          />
          <p class="govuk-body-s">The date is when Pipeline took it in from there.</p>
        </Aside>
      </Column>
    </Row>
  )
}
