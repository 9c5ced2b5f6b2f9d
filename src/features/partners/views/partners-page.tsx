import type { OrganisationFacts } from '#features/organisations/index.ts'
import { organisationPath } from '#features/organisations/index.ts'
import { Button } from '#ui/govuk/button.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { Details } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf, formatCount } from '#ui/money.ts'
import { ResultRow } from '#ui/result-row.tsx'
import { EmptyState } from '#ui/section.tsx'
import { isUsual, type PartnerQuery, partnersPath } from '../partner-query.ts'
import { factLabels, facts, isOfLikeness } from '../partners.ts'
import type { FoundPartners, RankedPartner } from '../queries.ts'
import type { Subject } from '../subjects.ts'

interface PartnersPageProps {
  subject: Subject
  asker?: OrganisationFacts
  found: FoundPartners
  query: PartnerQuery
}

const ofWeight = ['Not at all', 'A little', 'Somewhat', 'Quite a lot', 'Much', 'Most']

const Reasons = ({ partner: { reasons, score } }: { partner: RankedPartner }) => (
  <ul class="app-reasons">
    {reasons.map(({ fact, points, says }) => (
      <li class={isOfLikeness(fact) ? undefined : 'app-reasons__told'}>
        {says}
        <span class="app-reasons__points">
          <span class="govuk-visually-hidden">, {factLabels[fact].toLowerCase()}: </span>
          {formatCount(points)}
        </span>
      </li>
    ))}
    <li class="app-reasons__sum">
      Together<span class="app-reasons__points">{formatCount(score)}</span>
    </li>
  </ul>
)

const PartnerRow = ({ partner }: { partner: RankedPartner }) => {
  const { organisation, isFar } = partner
  return (
    <ResultRow
      title={organisation.name}
      href={organisationPath(organisation.slug)}
      headingLevel={2}
      meta={[organisation.type, organisation.region]}
      tag={isFar ? 'Far from you, and like you' : undefined}
      why={<Reasons partner={partner} />}
    />
  )
}

const WeightsForm = ({ action, query }: { action: string; query: PartnerQuery }) => (
  <form id="weights" action={action} method="get" class="app-filter">
    <h2 class="govuk-heading-s">What counts for you</h2>
    <Select
      id="further"
      name="further"
      label="Look past my neighbours"
      hint="One of every ten is far from you and like you, where there is one."
      items={[
        { value: 'yes', label: 'Yes', selected: query.looksFurther },
        { value: 'no', label: 'No', selected: !query.looksFurther },
      ]}
    />
    <Details summary="Change how much each fact counts" open={!isUsual(query)}>
      {facts.map(fact => (
        <Select
          id={fact}
          name={fact}
          label={factLabels[fact]}
          items={ofWeight.map((label, value) => ({
            value: String(value),
            label,
            selected: query.weights[fact] === value,
          }))}
        />
      ))}
    </Details>
    <Button class="govuk-button--secondary">Rank again</Button>
    {!isUsual(query) && (
      <p class="govuk-body">
        <Link href={action}>As it was</Link>
      </p>
    )}
  </form>
)

/** Who could join, best first: each with its reasons and what they add up to. */
export const PartnersPage = ({ subject, asker, found, query }: PartnersPageProps) => {
  const path = `${subject.path}/partners`
  const { partners, count } = found
  return (
    <Row>
      <Column share="two-thirds">
        {!subject.asks && <span class="govuk-caption-l">{subject.title}</span>}
        <h1 class="govuk-heading-l">{subject.asks ?? 'Who could join'}</h1>
        <p class="govuk-body-l">
          {asker && !subject.asks ? `Compared with ${asker.name}. ` : ''}Each has its reasons, and the reasons
          add up to its place. Nobody was asked yet.
        </p>
        <p class="govuk-body app-filter-link">
          <Link href="#weights">Change what counts</Link>
        </p>
        {partners.length === 0 ? (
          <EmptyState title="Nobody is found by these facts">
            <p class="govuk-body">
              <Link href={path}>Rank by the usual facts</Link>, or{' '}
              <Link href="/check">check your problem</Link> in your own words.
            </p>
          </EmptyState>
        ) : (
          <p class="govuk-body">
            {countOf(count, 'organisation')}
            {partners.length < count && `, the first ${formatCount(partners.length)}`}
          </p>
        )}
        {partners.map(partner => (
          <PartnerRow partner={partner} />
        ))}
        {partners.length < count && partners.length < 100 && (
          <p class="govuk-body">
            <Link href={partnersPath(path, { ...query, most: Math.min(100, query.most + 20) })}>
              Show more
            </Link>
          </p>
        )}
      </Column>
      <Column share="one-third">
        <WeightsForm action={path} query={query} />
      </Column>
    </Row>
  )
}
