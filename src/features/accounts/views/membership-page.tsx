import type { FormState } from '#plumbing/form.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { ButtonForm, choiceIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Checkboxes, Radios } from '#ui/govuk/choices.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { groundWords, roleMeanings, roles } from '../membership.ts'
import type { MembershipRow } from '../membership-queries.ts'
import type { MembershipWay } from '../membership-ways.ts'
import { membershipPath, roleLabels } from '../person.ts'
import { DecisionForm } from './decision-form.tsx'

interface MembershipPageProps {
  membership: MembershipRow
  isOwn: boolean
  /** Whether whoever looks at it says who speaks for the organisation. */
  decides: boolean
  isLastLead: boolean
  ways: MembershipWay[]
  form: FormState
}

/** Has it said that the organisation is then without a lead, where that is so. */
const KnowsField = ({
  organisation,
  form,
  name,
}: {
  organisation: string
  form: FormState
  name: string
}) => {
  const { field, isChosen } = choiceIn(form, name)
  return (
    <Checkboxes
      {...field}
      items={[
        {
          value: 'yes',
          label: `I know that ${organisation} then has no lead`,
          hint: 'Curators are told, and decide until there is another.',
          checked: isChosen('yes'),
        },
      ]}
    />
  )
}

const Facts = ({ membership }: Pick<MembershipPageProps, 'membership'>) => {
  const { name, job_title, email, role, state, ground, requested_at, decided_at, suspended_at } = membership
  const asked = membership.lead_asked_at
  const isAsked = state === 'requested'
  return (
    <SummaryList
      rows={[
        { key: 'Name', value: name ?? 'Not given' },
        job_title && { key: 'Role', value: job_title },
        { key: 'Work e-mail address', value: email },
        {
          key: 'Speaks for it',
          value: isAsked
            ? `Asked on ${formatDate(londonDay(requested_at))}`
            : `As ${roleLabels[role].toLowerCase()} since ${formatDate(londonDay(decided_at ?? requested_at))}, confirmed ${groundWords[ground]}`,
        },
        asked && { key: 'Asked to be a lead', value: formatDate(londonDay(asked)) },
        suspended_at && { key: 'Account', value: <Tag class="govuk-tag--red">Suspended</Tag> },
      ]}
    />
  )
}

const RoleForm = ({ membership, isOwn, isLastLead, form }: Omit<MembershipPageProps, 'decides' | 'ways'>) => {
  const { field, isChosen } = choiceIn(form, 'role')
  return (
    <section>
      <SectionHeading>What {isOwn ? 'you' : 'they'} may do</SectionHeading>
      <PostForm action={`${membershipPath(membership.id)}/role`} label="Role">
        <Radios
          {...field}
          fieldset={{ legend: 'Role', legendClass: 'govuk-visually-hidden' }}
          items={roles.map(role => ({
            value: role,
            label: roleLabels[role],
            hint: roleMeanings[role],
            checked: isChosen(role),
          }))}
        />
        {isLastLead && <KnowsField organisation={membership.organisation} form={form} name="knows" />}
        <Button class="govuk-button--secondary">Change the role</Button>
      </PostForm>
    </section>
  )
}

const Ending = ({ membership, isOwn, isLastLead, ways, form }: Omit<MembershipPageProps, 'decides'>) => {
  const { id, organisation, state, name } = membership
  const isAsked = state === 'requested'
  return (
    <section>
      <SectionHeading>{isOwn ? (isAsked ? 'Take it back' : 'Leave') : 'End it'}</SectionHeading>
      <p class="govuk-body">
        {isAsked
          ? `Then nobody needs to decide whether you speak for ${organisation}.`
          : isOwn
            ? `You then no longer speak for ${organisation}. What you published for it stays with it; your account stays yours.`
            : `${name ?? 'They'} can then no longer publish for ${organisation}, and gets a mail that says so. What they published stays.`}
      </p>
      {ways.map(({ label, href }) => (
        <p class="govuk-body">
          <Link href={href}>{label}</Link>
        </p>
      ))}
      <PostForm action={`${membershipPath(id)}/ending`} label="End">
        {isLastLead && <KnowsField organisation={organisation} form={form} name="knowsEnd" />}
        <Button class={isAsked ? 'govuk-button--secondary' : 'govuk-button--warning'}>
          {isOwn ? (isAsked ? 'Take the request back' : `Leave ${organisation}`) : 'End the membership'}
        </Button>
      </PostForm>
    </section>
  )
}

/** A person's place in an organisation: for themselves, and for those who decide. */
export const MembershipPage = (props: MembershipPageProps) => {
  const { membership, isOwn, decides, isLastLead, ways, form } = props
  const { id, organisation, state, role, lead_asked_at, name } = membership
  const isConfirmed = state === 'confirmed'
  const waits = !isConfirmed || lead_asked_at
  const mayAskToLead = isConfirmed && isOwn && role === 'member' && !lead_asked_at && !decides
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-l">
          {isOwn ? 'You' : (name ?? 'Someone without a name yet')} and {organisation}
        </h1>
        <Facts membership={membership} />
        {decides && waits && (
          <section>
            <SectionHeading>
              {isConfirmed ? 'They ask to be a lead' : `They ask to speak for ${organisation}`}
            </SectionHeading>
            <DecisionForm membership={membership} />
          </section>
        )}
        {mayAskToLead && (
          <section>
            <SectionHeading>Become a lead</SectionHeading>
            <p class="govuk-body">
              Leads say who else may speak for {organisation}. Another lead confirms you, or a curator where
              there is none.
            </p>
            <ButtonForm action={`${membershipPath(id)}/lead-request`} look="secondary">
              Ask to be a lead
            </ButtonForm>
          </section>
        )}
        {decides && isConfirmed && (
          <RoleForm membership={membership} isOwn={isOwn} isLastLead={isLastLead} form={form} />
        )}
        {(isOwn || isConfirmed) && (
          <Ending membership={membership} isOwn={isOwn} isLastLead={isLastLead} ways={ways} form={form} />
        )}
      </Column>
    </Row>
  )
}
