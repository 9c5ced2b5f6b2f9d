import { visibilityLabels } from '#features/accounts/index.ts'
import { ReportLink } from '#features/moderation/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { TaskList } from '#ui/govuk/task-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import {
  aboutPath,
  type Collaboration,
  type CollaborationPartner,
  joined,
  joiningPath,
  linksPath,
  partnersPath,
  roleLabels,
  type Standing,
} from '../collaboration.ts'
import type { PartState } from '../parts.ts'
import type { CollaborationLink } from '../queries.ts'

interface CollaborationPageProps {
  collaboration: Collaboration
  standing: Standing
  /** An organisation of the reader's was asked to join. */
  isAsked: boolean
  parts: PartState[]
  links: CollaborationLink[]
}

/** One page that shows how organisations work on a project together, and how it stands. */
export const CollaborationPage = ({
  collaboration,
  standing,
  isAsked,
  parts,
  links,
}: CollaborationPageProps) => {
  const { plan, purpose, partners, visibility } = collaboration
  const isPartner = standing === 'partner'
  const waiting = partners.filter(({ state }) => state === 'asked')
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{plan.said.title}</span>
        <h1 class="govuk-heading-l">Working together</h1>
        <Paragraphs text={purpose} />
        {isAsked && (
          <InsetText>
            Your organisation was asked to join. <Link href={joiningPath(plan.slug)}>Join or decline</Link>
          </InsetText>
        )}
        <SectionHeading>How it stands</SectionHeading>
        {parts.length > 0 ? (
          <TaskList
            items={parts.map(({ title, says, href, status }) => ({ title, hint: says, href, status }))}
          />
        ) : (
          <EmptyState title="Nothing is shown here yet">
            What the partners decide to show stands here.{' '}
            <Link href={`/projects/${plan.slug}`}>The project</Link> says who to turn to.
          </EmptyState>
        )}
        <Links links={links} slug={plan.slug} isPartner={isPartner} />
        {!isPartner && <ReportLink kind="collaboration" id={collaboration.id} />}
      </Column>
      <Column share="one-third">
        <Aside title="Partners">
          <ul class="govuk-list">
            {joined(collaboration).map(partner => (
              <li key={partner.organisation.id}>
                <Partner {...partner} />
              </li>
            ))}
          </ul>
          {isPartner && waiting.length > 0 && (
            <p class="govuk-body-s">
              Asked, no answer yet: {waiting.map(({ organisation }) => organisation.name).join(', ')}
            </p>
          )}
          {isPartner && (
            <p class="govuk-body-s">
              <Link href={partnersPath(plan.slug)}>Partners and what each does</Link>
            </p>
          )}
        </Aside>
        {isPartner && (
          <Aside title="Who sees this page">
            <p class="govuk-body-s">
              {visibilityLabels[visibility]}. Each item says for itself who sees it.
              <br />
              <Link href={aboutPath(plan.slug)}>Change this, or what it is for</Link>
            </p>
          </Aside>
        )}
        <p class="govuk-body-s">
          Begun by {collaboration.begunBy.name} on {formatDate(londonDay(collaboration.begun_at))}.
        </p>
      </Column>
    </Row>
  )
}

const Partner = ({ organisation, roles, decided_at }: CollaborationPartner) => (
  <>
    <OrganisationLink {...organisation} />
    <br />
    <span class="govuk-body-s">
      {[...roles.map(role => roleLabels[role]), decided_at && `since ${formatDate(londonDay(decided_at))}`]
        .filter(Boolean)
        .join(', ')}
    </span>
  </>
)

const Links = ({
  links,
  slug,
  isPartner,
}: {
  links: CollaborationLink[]
  slug: string
  isPartner: boolean
}) => {
  if (links.length === 0 && !isPartner) return null
  const ofPartners = Map.groupBy(links, ({ organisation }) => organisation)
  return (
    <section>
      <SectionHeading>Where the partners work</SectionHeading>
      {[...ofPartners].map(([organisation, own]) => (
        <div key={organisation}>
          <h3 class="govuk-heading-s">{organisation}</h3>
          <ul class="govuk-list">
            {own.map(({ id, title, href }) => (
              <li key={id}>
                <Link href={href}>{title}</Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {isPartner && (
        <>
          {links.length === 0 && (
            <p class="govuk-body">Boards, code and documents stay where they are: link to them here.</p>
          )}
          <Button class="govuk-button--secondary" href={linksPath(slug)}>
            {links.length === 0 ? 'Add a link' : 'Add or take out a link'}
          </Button>
        </>
      )}
    </section>
  )
}
