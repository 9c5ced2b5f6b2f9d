import type { OrganisationName } from '#features/organisations/index.ts'
import { freshForm } from '#plumbing/form.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { ButtonForm, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'
import {
  type Collaboration,
  type CollaborationPartner,
  collaborationPath,
  partnersPath,
  roleLabels,
} from '../collaboration.ts'
import { RoleChoice } from './role-choice.tsx'

const stateWords = ({ state, asked_at, decided_at }: CollaborationPartner) => {
  const day = formatDate(londonDay(decided_at ?? asked_at))
  return {
    asked: `Asked on ${day}`,
    joined: `Joined on ${day}`,
    declined: `Declined on ${day}`,
    left: 'Left',
  }[state]
}

interface PartnersPageProps {
  collaboration: Collaboration
  /** Who takes part in the project and is not in this. */
  askable: OrganisationName[]
  own: CollaborationPartner
}

/** Who is in a collaboration, what each does, and who can still be asked. */
export const PartnersPage = ({ collaboration, askable, own }: PartnersPageProps) => {
  const { plan, partners } = collaboration
  const path = collaborationPath(plan.slug)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{plan.said.title}</span>
        <h1 class="govuk-heading-l">Partners</h1>
        <SummaryList
          rows={partners.map(partner => ({
            key: partner.organisation.name,
            value: (
              <>
                {partner.roles.map(role => roleLabels[role]).join(', ')}
                {partner.roles.length > 0 && <br />}
                {stateWords(partner)}
              </>
            ),
          }))}
        />
        <SectionHeading>Ask another partner</SectionHeading>
        {askable.length > 0 ? (
          askable.map(({ id, name }) => (
            <ButtonForm
              key={id}
              action={partnersPath(plan.slug)}
              fields={{ organisation: id }}
              look="secondary"
            >
              Ask {name} to join
            </ButtonForm>
          ))
        ) : (
          <p class="govuk-body">
            Everyone who takes part in the project was asked. Another organisation first becomes a partner of{' '}
            <Link href={`/projects/${plan.slug}`}>the project</Link>.
          </p>
        )}
        <SectionHeading>{own.organisation.name}</SectionHeading>
        <PostForm action={`${path}/roles`}>
          <RoleChoice form={freshForm({ roles: own.roles })} organisation={own.organisation.name} />
          <Button>Save</Button>
        </PostForm>
        <p class="govuk-body">
          <Link href={`${path}/leaving`}>Leave this collaboration</Link>
        </p>
      </Column>
    </Row>
  )
}

interface LeavingPageProps {
  collaboration: Collaboration
  organisation: string
  isLead: boolean
}

/** Asks once before an organisation leaves. */
export const LeavingPage = ({ collaboration: { plan }, organisation, isLead }: LeavingPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{plan.said.title}</span>
      <h1 class="govuk-heading-l">Leave the collaboration with {organisation}?</h1>
      <p class="govuk-body">
        Its people then no longer see what the partners share. What {organisation} said stays, what it signed
        stays signed, and it remains a partner of the project until that is ended too. The others are told by
        mail, and can ask it in again.
      </p>
      {isLead ? (
        <ButtonForm action={`${collaborationPath(plan.slug)}/leaving`} look="warning">
          Leave the collaboration
        </ButtonForm>
      ) : (
        <InsetText>A lead of {organisation} does this.</InsetText>
      )}
      <p class="govuk-body">
        <Link href={partnersPath(plan.slug)}>Go back and change nothing</Link>
      </p>
    </Column>
  </Row>
)
