import type { ComponentChildren } from 'preact'
import { formatDate } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { InsetText, Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { CouncilMap } from '#ui/map.tsx'
import { SectionHeading, SourceLine } from '#ui/section.tsx'
import type { LikeCouncil } from '../likeness.ts'
import { kindLabels, statusLabels, typeLabel } from '../organisation.ts'
import type { ComparedCouncil, FoundOrganisation, Membership, Profile, Step } from '../page-queries.ts'
import type { OrganisationRecord } from '../records.ts'
import { IdentifierList } from './identifier-list.tsx'
import { LikeCouncilsTable } from './like-councils-table.tsx'
import { OrganisationFactList } from './organisation-fact-list.tsx'
import { OrganisationNames } from './organisation-names-list.tsx'
import { PublishedRecords } from './published-records.tsx'
import { Reorganisation } from './reorganisation.tsx'

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
  alike?: { council: ComparedCouncil; like: LikeCouncil<ComparedCouncil>[] }
  records: { title: string; records: OrganisationRecord[] }[]
}

const Part = ({ title, lead, children }: { title: string; lead?: string; children: ComponentChildren }) => (
  <section>
    <SectionHeading lead={lead}>{title}</SectionHeading>
    {children}
  </section>
)

const subtitle = ({ council_type, kind, region, nation }: FoundOrganisation) =>
  [council_type ? typeLabel(council_type) : kindLabels[kind], region ?? nation].filter(Boolean).join(', ')

const Standing = ({ organisation: { name, status, ends_on } }: { organisation: FoundOrganisation }) =>
  status === 'former' ? (
    <InsetText>
      {name} no longer exists{ends_on && `: it was abolished on ${formatDate(ends_on)}`}. What it published
      stays here.
    </InsetText>
  ) : null

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

export const OrganisationPage = (props: OrganisationPageProps) => {
  const { organisation, partOf, members, neighbours, alike } = props
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-xl">{subtitle(organisation)}</span>
        <h1 class="govuk-heading-xl">{organisation.name}</h1>
        {organisation.status !== 'current' && <Tag>{statusLabels[organisation.status]}</Tag>}
        <Standing organisation={organisation} />
        <PublishedRecords name={organisation.short_name} groups={props.records} />
        <Reorganisation organisation={organisation} became={props.became} madeFrom={props.madeFrom} />
        {partOf.length > 0 && (
          <Part title="Part of">
            <OrganisationNames organisations={partOf} />
          </Part>
        )}
        {members.length > 0 && (
          <Part title={`Made up of ${members.length} councils`}>
            <OrganisationNames organisations={members} />
          </Part>
        )}
        {alike && alike.like.length > 0 && (
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
      </Column>
      <Column share="one-third">
        <Aside title="At a glance">
          <OrganisationFactList organisation={organisation} profile={props.profile} />
        </Aside>
        <Place organisation={organisation} neighbours={neighbours} />
        <IdentifierList identifiers={props.identifiers} otherNames={props.otherNames} />
      </Column>
    </Row>
  )
}
