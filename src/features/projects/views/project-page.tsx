import {
  PublishedBody,
  PublishedPartners,
  type RelatedWork,
  RelatedWorkSections,
  ServicesAside,
  type WorkService,
} from '#features/related-work/index.ts'
import { formatDate, formatDateRange } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { formatMoneyBand } from '#ui/money.ts'
import { SectionHeading, SourceLine } from '#ui/section.tsx'
import type { Project } from '../page-queries.ts'
import { budgetOf, phaseWords, sectionHeadings, sectionNames } from '../project.ts'
import { FundingSection } from './funding.tsx'
import { notKnown, sayState, sayWelcome } from './project-words.ts'

const Paragraphs = ({ text }: { text: string }) => (
  <>
    {text.split(/\n{2,}/).map(paragraph => (
      <p class="govuk-body">{paragraph.split('\n').map((line, at) => (at === 0 ? line : [<br />, line]))}</p>
    ))}
  </>
)

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
  today: string
}

export const ProjectPage = ({ project, related, services, today }: ProjectPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">Project</span>
      <h1 class="govuk-heading-l">{project.title}</h1>
      {project.title_is_description && (
        <InsetText>The source gives this project no title of its own: these words describe it.</InsetText>
      )}
      <Summary project={project} today={today} />
      {sectionNames.map(name => {
        const text = project[name]
        return text && <Section key={name} heading={sectionHeadings[name]} text={text} />
      })}
      {project.other_sections.map(({ heading, text }) => (
        <Section key={heading} heading={heading} text={text} />
      ))}
      {project.outcome && <Section heading="What came of it" text={project.outcome} />}
      {project.funding.length > 0 && <FundingSection funding={project.funding} />}
      <Updates updates={project.updates} />
      <RelatedWorkSections related={related} />
    </Column>
    <Column share="one-third">
      <ServicesAside services={services} />
      <Aside title="Where this comes from">
        {project.sources.map(({ name, url, as_of }) => (
          <SourceLine key={`${name}${url}`} name={name} href={url} date={as_of} />
        ))}
        <p class="govuk-body-s">The date is when Pipeline took it in from there.</p>
      </Aside>
    </Column>
  </Row>
)

const Summary = ({ project, today }: { project: Project; today: string }) => {
  const budget = budgetOf(project)
  const { organisation, partners, funding, starts_on, ends_on } = project
  const welcome = sayWelcome(today, project)
  return (
    <SummaryList
      rows={[
        { key: 'Organisation', value: organisation ? <PublishedBody body={organisation} /> : notKnown },
        project.department && { key: 'Department', value: project.department },
        {
          key: partners.length === 1 ? 'Partner' : 'Partners',
          value: partners.length > 0 ? <PublishedPartners partners={partners} /> : notKnown,
        },
        { key: 'Phase', value: project.phase ? phaseWords[project.phase] : notKnown },
        { key: 'Where it stands', value: sayState(project) },
        welcome && { key: 'Partners welcome', value: welcome },
        { key: 'Dates', value: formatDateRange(starts_on, ends_on) || notKnown },
        ends_on !== null && { key: 'Estimated end', value: formatDate(ends_on) },
        (budget !== null || funding.length === 0) && {
          key: 'Budget',
          value: budget ? formatMoneyBand(budget.min, budget.max) : (project.budget_as_published ?? notKnown),
        },
        project.collaboration_level && { key: 'Collaboration level', value: project.collaboration_level },
        project.tags.length > 0 && { key: 'Tags', value: project.tags.join(', ') },
        !project.outcome && { key: 'What came of it', value: notKnown },
      ]}
    />
  )
}

const Updates = ({ updates }: Pick<Project, 'updates'>) =>
  updates.length === 0 ? null : (
    <section>
      <SectionHeading>Status updates</SectionHeading>
      {updates.map(({ said_on, text }) => (
        <article>
          <h3 class="govuk-heading-s">
            {said_on ? <time datetime={said_on}>{formatDate(said_on)}</time> : 'Undated'}
          </h3>
          <Paragraphs text={text} />
        </article>
      ))}
    </section>
  )
