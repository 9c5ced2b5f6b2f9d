import type { ComponentChildren } from 'preact'
import { ReportLink, WithheldNotice } from '#features/moderation/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { ServiceLink } from '#features/services/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside, FactPairs } from '#ui/facts.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { CouncilMap } from '#ui/map.tsx'
import { countOf, formatMoney } from '#ui/money.ts'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { RecordList } from '#ui/record-list.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { sayWorth } from '../contract-worth.ts'
import { sayRange, sumOfBands } from '../money.ts'
import { opportunityPath } from '../opportunity.ts'
import type { OpportunityPanel } from '../opportunity-panels.ts'
import type { WholeOpportunity } from '../opportunity-queries.ts'
import { sayMissing } from '../seats.ts'
import type { Thing } from '../things.ts'
import { askedFor, costsOf, thingsBy } from '../things-of-need.ts'
import { CallPanel } from './call-panel.tsx'

interface OpportunityPageProps {
  opportunity: WholeOpportunity
  panels: OpportunityPanel[]
  /** Who published each thing, by the id of the organisation. */
  owners: Map<string, { name: string }>
  /** The organisation that the reader speaks for. */
  speaksFor: { id: string; name: string } | null
  isCurator: boolean
  today: string
}

/** A need that several have: who, what it costs, what there is and what was tried. */
export const OpportunityPage = (props: OpportunityPageProps) => {
  const { opportunity, panels, isCurator, owners } = props
  const { title, summary, label, state, hidden, organisations, dismissal_reason, slug } = opportunity
  const list = (heading: string, things: Thing[]) =>
    things.length > 0 && <RecordList title={heading} records={things.map(thing => recordOf(thing, owners))} />
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">Common need</span>
        <h1 class="govuk-heading-l">{title}</h1>
        {hidden && <WithheldNotice {...hidden} />}
        {state === 'proposed' && (
          <InsetText>
            <p class="govuk-body">
              <strong>Proposed: only curators see this.</strong> Read what belongs to it, say in a line what
              the need is, and <Link href={`${opportunityPath(slug)}/curation`}>publish or dismiss it</Link>.
            </p>
          </InsetText>
        )}
        {state === 'dismissed' && dismissal_reason && (
          <InsetText>
            <p class="govuk-body">
              <strong>A curator dismissed this on {formatDate(londonDay(opportunity.changed_at))}.</strong>{' '}
              The reason given:
            </p>
            <Paragraphs text={dismissal_reason} />
          </InsetText>
        )}
        {thingsBy(opportunity, 'under-way').length > 0 && state === 'published' && (
          <InsetText>A project now works on this: see “Under way”. Ask whether you can join it.</InsetText>
        )}
        {summary ? (
          <Paragraphs text={summary} />
        ) : (
          label.length > 0 && (
            <p class="govuk-body">
              Found in what {countOf(organisations.length, 'organisation')} published, in words such as{' '}
              {label.join(', ')}. Nobody has put it into a sentence yet.
            </p>
          )
        )}
        <CallPanel {...props} />
        <Holders opportunity={opportunity} />
        {list('Problems in it', thingsBy(opportunity, 'problem'))}
        {list('Bids that brought no money', thingsBy(opportunity, 'failed-bid'))}
        {list('Contracts that end together', thingsBy(opportunity, 'contract'))}
        {list('Under way', thingsBy(opportunity, 'under-way'))}
        {list('Planned', thingsBy(opportunity, 'planned'))}
        {list('What exists to reuse', thingsBy(opportunity, 'past-work'))}
        {list('What was bought for it', thingsBy(opportunity, 'notice'))}
        {opportunity.is_written && (
          <p class="govuk-body-s">A curator wrote this need, and chose the problems in it.</p>
        )}
        <ReportLink kind="opportunity" id={opportunity.id} />
        {panels.map(({ title, content }) => (
          <section key={title}>
            <SectionHeading>{title}</SectionHeading>
            {content}
          </section>
        ))}
      </Column>
      <Column share="one-third">
        <Stakes opportunity={opportunity} />
        {isCurator && state !== 'merged' && (
          <Aside title="For curators">
            <ul class="govuk-list">
              <li>
                <Link href={`${opportunityPath(slug)}/curation`}>Edit, merge or dismiss it</Link>
              </li>
              {state === 'published' && (
                <li>
                  <Link href={`${opportunityPath(slug)}/call`}>
                    {opportunity.call ? 'Change the call for partners' : 'Call for partners'}
                  </Link>
                </li>
              )}
            </ul>
          </Aside>
        )}
        <Where opportunity={opportunity} />
        {organisations.length > 0 && <Missing opportunity={opportunity} />}
      </Column>
    </Row>
  )
}

const recordOf = (
  { kind, title, path, organisation_id, dated, outcome, state }: Thing,
  owners: OpportunityPageProps['owners'],
) => ({
  title,
  href: path,
  date: dated,
  meta: [
    owners.get(organisation_id ?? '')?.name,
    outcome,
    kind === 'project' && state ? projectWords[state] : null,
    kind === 'problem' && state === 'solved' ? 'solved' : null,
  ].filter(item => typeof item === 'string'),
})

const projectWords: Record<string, string> = {
  planned: 'planned',
  live: 'under way',
  finished: 'finished',
  stopped: 'stopped',
  earlier: 'earlier project',
}

type OfOpportunity = { opportunity: WholeOpportunity }

/** Empty where a problem shows it, as with most. */
function sayThrough(holdings: WholeOpportunity['holdings'], organisationId: string): string {
  const through = holdings
    .filter(({ organisation: { id } }) => id === organisationId)
    .map(holding => holding.through)
  if (through.includes('problem')) return ''
  return through.includes('bid') ? ', by its bid' : ', by its contract'
}

const Holders = ({ opportunity: { organisations, holdings } }: OfOpportunity) => (
  <section>
    <SectionHeading lead="Organisations of today: those that raised a problem in it or say that they have it, those whose bid for it brought no money, and those whose contract for it ends.">
      {countOf(organisations.length, 'organisation has', 'organisations have')} this need
    </SectionHeading>
    <ul class="govuk-list app-columns">
      {organisations.map(organisation => (
        <li key={organisation.id}>
          <OrganisationLink {...organisation} />
          {sayThrough(holdings, organisation.id)}
        </li>
      ))}
    </ul>
  </section>
)

const sourcesNamed = 2

/** "Source: Contracts register of Leeds, 1 October 2026; and one more" of those that say a value. */
function saySources(contracts: WholeOpportunity['contracts']): string {
  const said = contracts.filter(({ valuePounds }) => valuePounds !== null)
  const sources = [
    ...new Set(said.map(({ sourceName, sourceAsOf }) => `${sourceName}, ${formatDate(sourceAsOf)}`)),
  ]
  const more = sources.length - sourcesNamed
  return `${sources.length === 1 ? 'Source' : 'Sources'}: ${[
    ...sources.slice(0, sourcesNamed),
    ...(more > 0 ? [`and ${more} more, each on the page of its contract`] : []),
  ].join('; ')}`
}

const Stakes = ({ opportunity }: OfOpportunity) => {
  const money = sumOfBands(costsOf(opportunity))
  const asked = askedFor(opportunity)
  const said = new Set(
    costsOf(opportunity).flatMap(({ organisationId, cost }) => (cost ? [organisationId] : [])),
  )
  const worth = sayWorth(opportunity.contracts)
  const facts: [string, ComponentChildren][] = [
    ['Organisations', String(opportunity.organisations.length)],
    [
      'Money at stake',
      money
        ? `${sayRange(money)} a year, by what ${countOf(said.size, 'organisation')} said`
        : worth === null && 'Nobody has said yet',
    ],
    [
      'Contracts that end',
      worth && (
        <>
          {worth} <span class="app-source">{saySources(opportunity.contracts)}</span>
        </>
      ),
    ],
    ['Asked for in bids', asked > 0 && formatMoney(asked)],
    [opportunity.is_written ? 'Written' : 'Found', formatDate(londonDay(opportunity.found_at))],
  ]
  return (
    <Aside title="At a glance">
      <FactPairs facts={facts} />
      {opportunity.services.length > 0 && (
        <>
          <h3 class="govuk-heading-s">Services</h3>
          <ul class="govuk-list">
            {opportunity.services.map(({ service_id, name }) => (
              <li key={service_id}>
                <ServiceLink id={service_id} name={name} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Aside>
  )
}

const Where = ({ opportunity: { organisations, holdings, call } }: OfOpportunity) => {
  const joining = (call?.joining ?? []).filter(({ id }) => organisations.every(other => other.id !== id))
  const withProblem = new Set(
    holdings.filter(({ through }) => through === 'problem').map(({ organisation }) => organisation.id),
  )
  const withContract = holdings.some(({ through }) => through === 'contract')
  const areas = [
    ...organisations.map(({ id, name, gssCode }) =>
      withProblem.has(id)
        ? { gss: gssCode, level: 3 as const, label: `${name}: has the problem` }
        : {
            gss: gssCode,
            level: 2 as const,
            label: `${name}: ${sayThrough(holdings, id) === ', by its bid' ? 'bid for it' : 'its contract ends'}`,
          },
    ),
    ...joining.map(({ name, gssCode }) => ({
      gss: gssCode,
      level: 1 as const,
      label: `${name}: would join`,
    })),
  ].flatMap(({ gss, ...area }) => (gss ? [{ gss, ...area }] : []))
  if (areas.length === 0) return null
  return (
    <>
      <h2 class="govuk-heading-s">Where they are</h2>
      <CouncilMap
        id="where"
        title="Where they are"
        description="A map of the councils that have this need. The list of organisations on this page says the same."
        highlighted={areas}
        keyWords={(
          [
            { level: 3, text: 'Has the problem' },
            { level: 2, text: withContract ? 'Bid for it, or its contract ends' : 'Bid for it' },
            { level: 1, text: 'Would join' },
          ] as const
        ).filter(({ level }) => areas.some(area => area.level === level))}
      />
    </>
  )
}

const Missing = ({ opportunity: { organisations } }: OfOpportunity) => {
  const missing = sayMissing(organisations)
  return missing === null ? null : (
    <Aside title="Who is missing">
      <p class="govuk-body">{missing}</p>
      <p class="govuk-body">
        If yours has this need, say so on a problem in it, or <Link href="/problems/new">raise your own</Link>
        .
      </p>
    </Aside>
  )
}
