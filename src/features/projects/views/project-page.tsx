import { type Hidden, ReportLink, WithheldNotice } from '#features/moderation/index.ts'
import {
  PublishedBody,
  PublishedPartners,
  type RelatedWork,
  RelatedWorkSections,
  ServicesAside,
  type WorkService,
} from '#features/related-work/index.ts'
import { formatDate } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { formatMoneyBand } from '#ui/money.ts'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { SourceLine } from '#ui/section.tsx'
import type { Project } from '../page-queries.ts'
import { budgetOf, phaseWords, sectionHeadings, sectionNames } from '../project.ts'
import type { ProjectPanel } from '../project-panels.ts'
import { FundingSection } from './funding.tsx'
import { notKnown, sayDates, sayState, sayWelcome, welcomesPartners } from './project-words.ts'
import { Updates } from './updates.tsx'
import { Links, PhaseHistory, StandingOfPartners } from './written-parts.tsx'

const Section = ({ heading, text }: { heading: string; text: string }) => (
  <section>
    <h2 class="govuk-heading-m">{heading}</h2>
    <Paragraphs text={text} />
  </section>
)

export type ProjectPageProps = {
  project: Project
  related: RelatedWork[]
  services: WorkService[]
  /** Why it is not shown to everyone. */
  hidden: Hidden | null
  today: string
  /** What other features have to say about a written project. */
  panels: ProjectPanel[]
}

export const ProjectPage = ({ project, related, services, hidden, today, panels }: ProjectPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">Project</span>
      <h1 class="govuk-heading-l">{project.title}</h1>
      {hidden && <WithheldNotice {...hidden} />}
      <Withdrawn project={project} />
      <Panels panels={panels} place="under the title" />
      {project.title_is_description && (
        <InsetText>The source gives this project no title of its own: these words describe it.</InsetText>
      )}
      <Summary project={project} today={today} />
      <Panels panels={panels} place="after the facts" />
      {sectionNames.map(name => {
        const text = project[name]
        return text && <Section key={name} heading={sectionHeadings[name]} text={text} />
      })}
      {project.other_sections.map(({ heading, text }) => (
        <Section key={heading} heading={heading} text={text} />
      ))}
      {project.outcome && <Section heading="What came of it" text={project.outcome} />}
      {project.learned && <Section heading="What we learned" text={project.learned} />}
      {project.funding.length > 0 && <FundingSection funding={project.funding} />}
      <Updates updates={project.updates} isWritten={project.is_written} />
      <Links links={project.links} />
      <Panels panels={panels} place="below the words" />
      <RelatedWorkSections related={related} />
      <ReportLink kind="project" id={project.id} />
    </Column>
    <Column share="one-third">
      <Panels panels={panels} place="at the side" />
      <PhaseHistory phases={project.phase_history} />
      <ServicesAside services={services} />
      <Aside title="Where this comes from">
        {project.sources.map(({ name, url, as_of }) => (
          <SourceLine key={`${name}${url}`} name={name} href={url} date={as_of} />
        ))}
        <p class="govuk-body-s">
          {project.is_written
            ? 'The organisation wrote this here itself; the date is that of its last change.'
            : 'The date is when Pipeline took it in from there.'}
        </p>
      </Aside>
    </Column>
  </Row>
)

const Panels = ({ panels, place }: { panels: ProjectPanel[]; place: ProjectPanel['place'] }) => (
  <>{panels.filter(panel => panel.place === place).map(({ content }) => content)}</>
)

/** Says first that and why a project was withdrawn. */
const Withdrawn = ({ project: { organisation, withdrawn_on, withdrawal_reason } }: { project: Project }) =>
  withdrawn_on && withdrawal_reason ? (
    <InsetText>
      <p class="govuk-body">
        <strong>Withdrawn on {formatDate(withdrawn_on)}</strong> by {organisation?.name}. The reason given:
      </p>
      <Paragraphs text={withdrawal_reason} />
    </InsetText>
  ) : null

const Summary = ({ project, today }: { project: Project; today: string }) => {
  const budget = budgetOf(project)
  const { organisation, partners, funding } = project
  const welcome = sayWelcome(today, project)
  // The panel with the way to ask says it already.
  const isSaidAbove = project.is_written && welcomesPartners(today, project)
  // What a source leaves out is not known; who writes here themselves has not said it.
  const notSaid = project.is_written ? 'Not said' : notKnown
  return (
    <SummaryList
      rows={[
        { key: 'Organisation', value: organisation ? <PublishedBody body={organisation} /> : notKnown },
        project.department && { key: 'Department', value: project.department },
        {
          key: partners.length === 1 ? 'Partner' : 'Partners',
          value: project.is_written ? (
            <StandingOfPartners partners={partners} />
          ) : partners.length > 0 ? (
            <PublishedPartners partners={partners} />
          ) : (
            notKnown
          ),
        },
        { key: 'Phase', value: project.phase ? phaseWords[project.phase] : notSaid },
        { key: 'Where it stands', value: sayState(project) },
        !isSaidAbove && welcome && { key: 'Partners welcome', value: welcome },
        { key: 'Dates', value: sayDates(project) || notSaid },
        (budget !== null || funding.length === 0) && {
          key: 'Budget',
          value: budget ? formatMoneyBand(budget.min, budget.max) : (project.budget_as_published ?? notSaid),
        },
        project.collaboration_level && { key: 'Collaboration level', value: project.collaboration_level },
        project.tags.length > 0 && { key: 'Tags', value: project.tags.join(', ') },
        !project.outcome && { key: 'What came of it', value: notSaid },
      ]}
    />
  )
}
