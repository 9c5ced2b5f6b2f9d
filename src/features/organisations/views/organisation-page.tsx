import type { ComponentChildren } from 'preact'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { InsetText, Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { CouncilMap } from '#ui/map.tsx'
import type { RecordGroup } from '#ui/record-list.tsx'
import { SectionHeading, SourceLine } from '#ui/section.tsx'
import type { LikeCouncil } from '../likeness.ts'
import type { Merge } from '../merge-queries.ts'
import { mergingPath } from '../moves.ts'
import { kindLabels, typeLabel } from '../organisation.ts'
import type { ComparedCouncil, FoundOrganisation, Membership, Profile, Step } from '../page-queries.ts'
import { IdentifierList } from './identifier-list.tsx'
import { LikeCouncilsTable } from './like-councils-table.tsx'
import { OrganisationFactList } from './organisation-fact-list.tsx'
import { OrganisationNames } from './organisation-names-list.tsx'
import { PublishedRecords } from './published-records.tsx'
import { Reorganisation } from './reorganisation.tsx'
import { Sources } from './sources.tsx'

export type OrganisationPageProps = {
  organisation: FoundOrganisation
  identifiers: { scheme: string; value: string }[]
  otherNames: string[]
  profile?: Profile
  became: Step[]
  madeFrom: Step[]
  partOf: Membership[]
  members: Membership[]
  neighbours: { id: string; name: string; slug: string; gssCode: string | null }[]
  /** Who became part of it here. */
  merged: Merge[]
  /** Who may say that it is the same as another, and take that back. */
  isCurator: boolean
  alike?: { council: ComparedCouncil; like: LikeCouncil<ComparedCouncil>[] }
  records: RecordGroup[]
  /** Facts about what it publishes. */
  figures: { label: string; says: string }[]
  /** Pages about it that other features have. */
  places: { label: string; href: string }[]
  /** The date in London, 'YYYY-MM-DD'. */
  today: string
}

const Part = ({ title, lead, children }: { title: string; lead?: string; children: ComponentChildren }) => (
  <section>
    <SectionHeading lead={lead}>{title}</SectionHeading>
    {children}
  </section>
)

const subtitle = ({ council_type, kind, region, nation }: FoundOrganisation) =>
  [council_type ? typeLabel(council_type) : kindLabels[kind], region ?? nation].filter(Boolean).join(', ')

/** Says of a body that is not there today, or that our register does not have yet, why it has a page. */
const Standing = ({ organisation, hasBegun }: { organisation: FoundOrganisation; hasBegun: boolean }) => {
  const { name, status, certainty, starts_on, ends_on, legal_basis } = organisation
  if (status === 'current') return null
  const [tag, words] =
    status === 'former'
      ? [
          'Former',
          `${name} no longer exists${ends_on ? `: it was abolished on ${formatDate(ends_on)}` : ''}. What it published stays here.`,
        ]
      : hasBegun
        ? [
            'New',
            `Set up on ${formatDate(starts_on!)}${legal_basis ? ` by ${legal_basis}` : ''}, according to a secondary source. The register of councils that we use is older. Check the order before you rely on it.`,
          ]
        : [
            `Planned: ${certainty}`,
            `${name} does not exist yet. ${starts_on ? `It is to start on ${formatDate(starts_on)}. ` : ''}${certainty === 'legislated' ? 'The law is made.' : 'It was announced; no law is made yet, and this may change.'}`,
          ]
  return (
    <>
      <p class="govuk-body">
        <Tag>{tag}</Tag>
      </p>
      <InsetText>{words}</InsetText>
    </>
  )
}

const Place = ({ organisation, neighbours }: Pick<OrganisationPageProps, 'organisation' | 'neighbours'>) => {
  const { gss_code, name } = organisation
  if (!gss_code || organisation.status !== 'current') return null
  const beside = neighbours.filter(({ gssCode }) => gssCode)
  return (
    <>
      <h2 class="govuk-heading-s">Where it is</h2>
      <CouncilMap
        id="place-map"
        title={`${name} on the map`}
        description={
          beside.length > 0
            ? `${name} and the councils next to it, which are named on this page.`
            : `The area of ${name}.`
        }
        highlighted={[
          ...beside.map(({ gssCode, name: label }) => ({ gss: gssCode!, level: 1 as const, label })),
          { gss: gss_code, level: 3, label: name },
        ]}
        keyWords={
          beside.length > 0
            ? [
                { level: 3, text: organisation.short_name },
                { level: 1, text: 'Next to it' },
              ]
            : []
        }
      />
    </>
  )
}

/** What an organisation has to do with others, each way under its title. */
function tiesOf({ partOf, members }: Pick<OrganisationPageProps, 'partOf' | 'members'>) {
  const among = (ties: Membership[], ...kinds: Membership['kind'][]) =>
    ties.filter(({ kind }) => kinds.includes(kind))
  const councils = among(members, 'county', 'combined-authority')
  return [
    { title: 'Part of', organisations: among(partOf, 'county', 'combined-authority') },
    { title: `Made up of ${councils.length} councils`, organisations: councils },
    { title: 'Owned by', organisations: among(members, 'owner') },
    { title: 'Owner of', organisations: among(partOf, 'owner') },
    { title: 'Who is in it', organisations: among(members, 'group') },
    { title: 'Takes part in', organisations: among(partOf, 'group') },
  ]
}

export const OrganisationPage = (props: OrganisationPageProps) => {
  const { organisation, neighbours, alike } = props
  const hasBegun =
    organisation.starts_on === null
      ? organisation.status !== 'planned'
      : organisation.starts_on <= props.today
  const hasLike = Boolean(alike?.like.length)
  const reorganisation = (
    <Reorganisation organisation={organisation} became={props.became} madeFrom={props.madeFrom} />
  )
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-xl">{subtitle(organisation)}</span>
        <h1 class="govuk-heading-xl">{organisation.name}</h1>
        <Standing organisation={organisation} hasBegun={hasBegun} />
        {organisation.status !== 'current' && reorganisation}
        {hasBegun && (
          <PublishedRecords name={organisation.short_name} groups={props.records} hasLike={hasLike} />
        )}
        {organisation.status === 'current' && reorganisation}
        {tiesOf(props).map(
          ({ title, organisations }) =>
            organisations.length > 0 && (
              <Part title={title}>
                <OrganisationNames organisations={organisations} />
                <Sources from={organisations} known={organisation.source} />
              </Part>
            ),
        )}
        {props.merged.length > 0 && (
          <Part title="Became part of it">
            <ul class="govuk-list govuk-list--bullet">
              {props.merged.map(({ from, merged_at, reason }) => (
                <li key={from.id}>
                  {from.name}, on {formatDate(londonDay(merged_at))}. Reason: {reason}
                  {props.isCurator && (
                    <>
                      {' '}
                      <Link href={mergingPath(from.slug)}>
                        Take it back<span class="govuk-visually-hidden">: {from.name}</span>
                      </Link>
                    </>
                  )}
                </li>
              ))}
            </ul>
          </Part>
        )}
        {alike && hasLike && (
          <Part
            title={`Councils like ${organisation.short_name}`}
            lead="Of the same type, and nearest in population, density, deprivation and how urban they are."
          >
            <LikeCouncilsTable {...alike} />
          </Part>
        )}
        {neighbours.length > 0 && (
          <Part title="Councils next to it">
            <OrganisationNames organisations={neighbours} />
          </Part>
        )}
        <SourceLine name={organisation.source} date={organisation.source_as_of} />
        {props.profile && <SourceLine name={props.profile.source} date={props.profile.source_as_of} />}
      </Column>
      <Column share="one-third">
        <Aside title="At a glance">
          <OrganisationFactList
            organisation={organisation}
            profile={props.profile}
            figures={props.figures}
            today={props.today}
          />
          {props.places.map(({ label, href }) => (
            <p class="govuk-body-s">
              <Link href={href}>{label}</Link>
            </p>
          ))}
          {props.isCurator && organisation.kind !== 'council' && (
            <p class="govuk-body-s">
              <Link href={mergingPath(organisation.slug)}>
                This is the same {organisation.kind === 'supplier' ? 'company' : 'organisation'} as another
              </Link>
            </p>
          )}
        </Aside>
        <Place organisation={organisation} neighbours={neighbours} />
        <IdentifierList
          name={organisation.name}
          identifiers={props.identifiers}
          otherNames={props.otherNames}
        />
      </Column>
    </Row>
  )
}
