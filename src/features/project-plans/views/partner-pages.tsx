import { membershipPath } from '#features/accounts/index.ts'
import { type Finding, ScreenFindings } from '#features/moderation/index.ts'
import { OrganisationLink } from '#features/organisations/index.ts'
import { phaseWords } from '#features/projects/index.ts'
import type { Speaker } from '#plumbing/actor.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate, formatDateRange, londonDay } from '#ui/date.ts'
import { ButtonForm, PostForm } from '#ui/form.tsx'
import { Button, ButtonGroup } from '#ui/govuk/button.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { Paragraphs } from '#ui/paragraphs.tsx'
import { Quoted } from '#ui/section.tsx'
import { Words } from '#ui/step-form.tsx'
import { mayEnd, requestPath } from '../partnership.ts'
import { type Partner, type Plan, planPath, projectPath } from '../plan.ts'
import { wordLimits } from '../plan-parts.ts'

type OnRequest = { plan: Plan; partner: Partner }

interface RequestPageProps extends OnRequest {
  actor: Speaker
  /** Why this actor cannot answer it. */
  obstacle: string | null
  leading: Leading | null
}

/** Whether anyone leads the reader's organisation, where they cannot answer as they do not lead it. */
type Leading = { hasLead: boolean; membership: { id: string; lead_asked_at: Date | null } }

/** One organisation's part in a project: the question, its answer, and its end. */
export const RequestPage = ({ plan, partner, actor, obstacle, leading }: RequestPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{plan.said.title}</span>
      <h1 class="govuk-heading-l">{headingOf({ plan, partner })}</h1>
      <AboutProject plan={plan} />
      {partner.message && (
        <>
          <p class="govuk-body">
            {partner.began_with === 'owner' ? plan.organisation.name : partner.organisation.name} writes:
          </p>
          <Quoted>
            <Paragraphs text={partner.message} />
          </Quoted>
        </>
      )}
      {leading ? (
        <LeadAnswers partner={partner} {...leading} />
      ) : partner.state === 'waiting' ? (
        <Answer plan={plan} partner={partner} obstacle={obstacle} />
      ) : (
        <Answered plan={plan} partner={partner} actor={actor} />
      )}
    </Column>
  </Row>
)

function headingOf({ plan, partner: { organisation, state, began_with } }: OnRequest): string {
  if (state === 'confirmed') return `${organisation.name} takes part`
  if (state === 'declined')
    return began_with === 'owner'
      ? `${organisation.name} declined to take part`
      : `${plan.organisation.name} declined`
  if (state === 'ended') return `${organisation.name} no longer takes part`
  return began_with === 'owner' ? `Does ${organisation.name} take part?` : `${organisation.name} asks to join`
}

const AboutProject = ({ plan }: { plan: Plan }) => {
  const { phase, starts_on, ends_on, roles_sought } = plan.said
  return (
    <SummaryList
      rows={[
        {
          key: 'Project',
          value: plan.slug ? <Link href={projectPath(plan.slug)}>{plan.said.title}</Link> : plan.said.title,
        },
        { key: 'Led by', value: <OrganisationLink {...plan.organisation} /> },
        phase && { key: 'Phase', value: phaseWords[phase] },
        (starts_on || ends_on) && { key: 'Dates', value: formatDateRange(starts_on, ends_on) },
        roles_sought && { key: 'Looking for', value: roles_sought },
      ]}
    />
  )
}

const Answer = ({ plan, partner, obstacle }: OnRequest & { obstacle: string | null }) =>
  obstacle ? (
    <InsetText>{obstacle}</InsetText>
  ) : (
    <PostForm action={`${requestPath(partner.id)}/decision`}>
      <p class="govuk-body">
        {partner.began_with === 'owner'
          ? `If you confirm, the page of the project names ${partner.organisation.name} as a partner, and its members can write updates there. A lead can end it at any time.`
          : `If you confirm, the page of your project names ${partner.organisation.name} as a partner, and its members can write updates there. You can end it at any time.`}
      </p>
      <ButtonGroup>
        <Button name="answer" value="confirm">
          Confirm
        </Button>
        <Button class="govuk-button--secondary" name="answer" value="decline">
          Decline
        </Button>
      </ButtonGroup>
      <p class="govuk-body-s">
        {(partner.began_with === 'owner' ? plan : partner).organisation.name} is told of your answer by mail.
      </p>
    </PostForm>
  )

/** That a lead answers, and where there is none how the reader becomes one. */
const LeadAnswers = ({ partner, hasLead, membership }: Leading & Pick<OnRequest, 'partner'>) => {
  const { name, slug } = partner.organisation
  if (membership.lead_asked_at)
    return (
      <InsetText>
        You asked to be a lead of {name} on {formatDate(londonDay(membership.lead_asked_at))}. When that is
        confirmed, you can answer here.
      </InsetText>
    )
  if (hasLead)
    return (
      <InsetText>
        A lead of {name} answers this. <Link href={`/organisations/${slug}/people`}>See who leads it</Link>
      </InsetText>
    )
  return (
    <>
      <p class="govuk-body">
        A lead of {name} answers this, and nobody leads {name} here yet. Ask to be a lead: a curator decides
        about that, and you can then answer.
      </p>
      <ButtonForm action={`${membershipPath(membership.id)}/lead-request`}>Ask to be a lead</ButtonForm>
    </>
  )
}

const Answered = ({ plan, partner, actor }: OnRequest & { actor: Speaker }) => {
  const isOwners = plan.organisation.id === actor.actingFor.id
  return (
    <>
      {partner.decided_at && <p class="govuk-body">Since {formatDate(londonDay(partner.decided_at))}.</p>}
      {partner.state === 'confirmed' && mayEnd(actor, plan, partner) && (
        <Button class="govuk-button--secondary" href={`${requestPath(partner.id)}/ending`}>
          {isOwners ? 'End this partnership' : 'Leave this project'}
        </Button>
      )}
      {isOwners && (
        <p class="govuk-body">
          <Link href={`${planPath(plan.id)}/partners`}>All partners of your project</Link>
        </p>
      )}
    </>
  )
}

/** Asks once before an organisation's part is ended. */
export const EndPage = ({ plan, partner, isOwners }: OnRequest & { isOwners: boolean }) => {
  const { name } = partner.organisation
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{plan.said.title}</span>
        <h1 class="govuk-heading-l">
          {isOwners ? `End the partnership with ${name}?` : `Leave this project with ${name}?`}
        </h1>
        <p class="govuk-body">
          The page of the project then no longer names {name}, and its members can no longer write updates
          there. What they have written stays. {isOwners ? name : plan.organisation.name} is told by mail.
        </p>
        <ButtonForm action={`${requestPath(partner.id)}/ending`} look="warning">
          {isOwners ? 'End the partnership' : 'Leave the project'}
        </ButtonForm>
        <p class="govuk-body">
          <Link href={requestPath(partner.id)}>Go back and change nothing</Link>
        </p>
      </Column>
    </Row>
  )
}

interface OfferPageProps {
  plan: Plan
  slug: string
  organisation: string
  obstacle: string | null
  form: FormState
  /** What in the message may not be for the owner. */
  findings: Finding[]
}

/** Asking to join a project in one's organisation's name. */
export const OfferPage = ({ plan, slug, organisation, obstacle, form, findings }: OfferPageProps) => (
  <Row>
    <Column share="two-thirds">
      <span class="govuk-caption-l">{plan.said.title}</span>
      <h1 class="govuk-heading-l">Ask to join this project</h1>
      {obstacle ? (
        <InsetText>{obstacle}</InsetText>
      ) : (
        <PostForm action={`${projectPath(slug)}/partners`}>
          <p class="govuk-body">
            You ask for {organisation}. {plan.organisation.name} is told by mail, and answers here. Until it
            confirms, nobody else sees that you asked.
          </p>
          <ScreenFindings findings={findings} till="sending" />
          {findings.length > 0 && <input type="hidden" name="seen" value="yes" />}
          <Words
            form={form}
            name="message"
            label="What you would bring, or want to know (optional)"
            hint={`Only ${organisation} and ${plan.organisation.name} read this.`}
            rows={5}
            most={wordLimits.message}
          />
          <Button>{findings.length > 0 ? 'Ask all the same' : 'Ask to join'}</Button>
        </PostForm>
      )}
    </Column>
  </Row>
)
