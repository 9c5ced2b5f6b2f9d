import type { ComponentChildren } from 'preact'
import { visibilityLabels } from '#features/accounts/index.ts'
import { ReportLink, WithheldNotice } from '#features/moderation/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { ServiceLink } from '#features/services/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside, FactPairs } from '#ui/facts.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading, SourceLine } from '#ui/section.tsx'
import { costBandLabels, type PublishedProblem, problemPath, stateWords } from '../problem.ts'
import { type PartName, partNames, parts, visibilitiesFrom } from '../problem-parts.ts'
import { ProblemLink } from './problem-link.tsx'

export type Panel = { title: string; content: ComponentChildren; side?: boolean }

interface ProblemPageProps {
  problem: PublishedProblem
  /** The problem that stands for it, where it was merged and the reader may see that one. */
  standing: PublishedProblem | undefined
  panels: Panel[]
  /** Said first: that nobody has confirmed it for long. */
  notice: ComponentChildren
  /** What members of its organisation can do to keep it true. */
  forMembers: ComponentChildren
  /** Who looks at it belongs to the organisation that published it. */
  isOwn: boolean
}

export const ProblemPage = (props: ProblemPageProps) => {
  const { problem, standing, panels, notice, forMembers, isOwn } = props
  const { title, organisation, service_id, service, hidden, published_at } = problem
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">Problem</span>
        <h1 class="govuk-heading-l">{title}</h1>
        <MetaLine
          who={<OrganisationLink {...organisation} />}
          items={[
            service_id && service && <ServiceLink id={service_id} name={service} />,
            problem.cost_band && costBandLabels[problem.cost_band],
          ]}
        />
        {hidden && <WithheldNotice {...hidden} />}
        {problem.merged_into && <Merged standing={standing} />}
        <Closed problem={problem} />
        {notice}
        <Argument problem={problem} />
        <SourceLine name={`published by ${organisation.name}`} date={londonDay(published_at)} />
        <ReportLink kind="problem" id={problem.id} />
        {panels
          .filter(({ side }) => !side)
          .map(panel => (
            <section key={panel.title}>
              <SectionHeading>{panel.title}</SectionHeading>
              {panel.content}
            </section>
          ))}
      </Column>
      <Column share="one-third">
        {isOwn && !problem.merged_into && <OwnActs problem={problem} />}
        {forMembers}
        {panels
          .filter(({ side }) => side)
          .map(panel => (
            <Aside key={panel.title} title={panel.title}>
              {panel.content}
            </Aside>
          ))}
        <About problem={problem} />
      </Column>
    </Row>
  )
}

const Said = ({ title, children }: { title: string; children: ComponentChildren }) => (
  <section>
    <h2 class="govuk-heading-m">{title}</h2>
    {children}
  </section>
)

/** What is said, in the order of an argument; what was left out is not mentioned. */
const Argument = ({ problem }: { problem: PublishedProblem }) => (
  <>
    <Said title={parts['what-happens'].title}>
      <Paragraphs text={problem.happens} />
    </Said>
    {problem.affected && (
      <Said title={parts.affected.title}>
        <Paragraphs text={problem.affected} />
      </Said>
    )}
    {problem.evidence && (
      <Said title={parts.evidence.title}>
        <Paragraphs text={problem.evidence} />
        {problem.evidence_links.length > 0 && (
          <ul class="govuk-list govuk-list--bullet">
            {problem.evidence_links.map(address => (
              <li key={address}>
                <Link href={address} rel="nofollow ugc">
                  {address.replace(/^https?:\/\//, '')}
                </Link>
              </li>
            ))}
          </ul>
        )}
      </Said>
    )}
    {(problem.cost_band || problem.cost) && (
      <Said title={parts.cost.title}>
        {problem.cost_band && (
          <p class="govuk-body">
            <strong>{costBandLabels[problem.cost_band]}</strong>
          </p>
        )}
        {problem.cost && <Paragraphs text={problem.cost} />}
      </Said>
    )}
    {problem.tried && (
      <Said title={parts.tried.title}>
        <Paragraphs text={problem.tried} />
      </Said>
    )}
    {problem.good_outcome && (
      <Said title={parts.outcome.title}>
        <Paragraphs text={problem.good_outcome} />
      </Said>
    )}
  </>
)

/** Says first that a problem was solved, and how, or withdrawn, and why. */
const Closed = ({ problem: { state, closed_at, closing_note, organisation } }: OfProblem) =>
  closed_at && closing_note ? (
    <InsetText>
      <p class="govuk-body">
        <strong>
          {stateWords[state]} on {formatDate(londonDay(closed_at))}
        </strong>{' '}
        by {organisation.name}. {state === 'solved' ? 'How it was solved:' : 'The reason given:'}
      </p>
      <Paragraphs text={closing_note} />
    </InsetText>
  ) : null

/** Says first where the problem that stands for this one is. */
const Merged = ({ standing }: Pick<ProblemPageProps, 'standing'>) => (
  <InsetText>
    <p class="govuk-body">
      <strong>This problem was merged into another: they are the same.</strong>
    </p>
    {standing ? (
      <>
        <p class="govuk-body">
          <ProblemLink {...standing} />, raised by {standing.organisation.name}
        </p>
        <p class="govuk-body">
          Who has it and what is done about it is told there. What this one said stays here to be read.
        </p>
      </>
    ) : (
      <p class="govuk-body">
        That other problem is not shown to you. What this one said stays here to be read.
      </p>
    )}
  </InsetText>
)

type OfProblem = { problem: PublishedProblem }

const About = ({ problem }: OfProblem) => (
  <Aside title="About this problem">
    <FactPairs
      facts={[
        ['Where it stands', problem.merged_into ? 'Merged into another' : stateWords[problem.state]],
        ['Published', formatDate(londonDay(problem.published_at))],
        ['Last changed', problem.version > 1 && formatDate(londonDay(problem.changed_at))],
        ['Service area', problem.area],
        ['Region', problem.region],
        ['Who may see it', problem.visibility !== 'public' && sayWhoSees(problem)],
      ]}
    />
    <p class="govuk-body">
      <Link href={`${problemPath(problem.slug)}/history`}>
        {problem.version > 1 ? `See all ${problem.version} versions` : 'See its history'}
      </Link>
    </p>
  </Aside>
)

const sayWhoSees = ({ visibility, organisation, readers }: PublishedProblem) =>
  visibility === 'partners'
    ? `Only ${[organisation, ...readers].map(({ name }) => name).join(', ')}`
    : visibilityLabels[visibility]

const canChange = (problem: PublishedProblem) => (part: PartName) =>
  part !== 'visibility' || visibilitiesFrom(problem.visibility).length > 1

const OwnActs = ({ problem }: OfProblem) => {
  const path = problemPath(problem.slug)
  const isWithdrawn = problem.state === 'withdrawn'
  return (
    <Aside title="Your organisation’s problem">
      {!isWithdrawn && (
        <>
          <p class="govuk-body">Change what it says; each change is shown in its history.</p>
          <ul class="govuk-list">
            {partNames.filter(canChange(problem)).map(part => (
              <li key={part}>
                <Link href={`${path}/parts/${part}`}>{parts[part].title}</Link>
              </li>
            ))}
            {problem.visibility === 'partners' && (
              <li>
                <Link href={`${path}/readers`}>Organisations that may see it</Link>
              </li>
            )}
          </ul>
        </>
      )}
      {problem.state !== 'published' && (
        <ButtonForm action={`${path}/publication`} look="secondary">
          {isWithdrawn ? 'Publish it again' : 'It is not solved: open it again'}
        </ButtonForm>
      )}
      <ul class="govuk-list">
        {problem.state === 'published' && (
          <li>
            <Link href={`${path}/solution`}>Mark it as solved</Link>
          </li>
        )}
        {!isWithdrawn && (
          <li>
            <Link href={`${path}/withdrawal`}>Withdraw it</Link>
          </li>
        )}
      </ul>
    </Aside>
  )
}

/** Stands at the address of a problem that a curator took down: that and why, and nothing of what it said. */
export const WithheldPage = ({ problem: { hidden } }: OfProblem) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">This problem is not shown</h1>
      {hidden && <WithheldNotice {...hidden} />}
    </Column>
  </Row>
)
