import { OrganisationLink } from '#features/organisations/index.ts'
import type { Duty } from '#plumbing/actor.ts'
import type { FormState } from '#plumbing/form.ts'
import { formatDate, formatDateRange, londonDay } from '#ui/date.ts'
import { ButtonForm, choiceIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { InsetText, Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { MetaLine } from '#ui/result-row.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { groundWords } from '../membership.ts'
import type { MembershipRow } from '../membership-queries.ts'
import { organisationPeoplePath, roleLabels } from '../person.ts'
import type { findPerson } from '../person-queries.ts'
import { reasonLabels, suspensionReasons } from '../suspension.ts'

type FoundPerson = Awaited<ReturnType<typeof findPerson>>

interface PersonPageProps {
  person: FoundPerson
  memberships: MembershipRow[]
  isShown: boolean
}

const Offers = ({ offers }: { offers: string | null }) =>
  offers && (
    <section>
      <SectionHeading>What I can help others with</SectionHeading>
      {offers.split(/\n+/).map(paragraph => (
        <p class="govuk-body">{paragraph}</p>
      ))}
    </section>
  )

const SpokenFor = ({ title, memberships }: { title: string; memberships: MembershipRow[] }) =>
  memberships.length > 0 && (
    <section>
      <SectionHeading>{title}</SectionHeading>
      <ul class="govuk-list">
        {memberships.map(row => (
          <li class="app-row">
            <OrganisationLink name={row.organisation} slug={row.slug} />
            <MetaLine items={row.state === 'ended' ? [periodOf(row)] : [roleLabels[row.role]]} />
          </li>
        ))}
      </ul>
    </section>
  )

/** A person as everyone may read them. */
export const PersonPage = ({ person, memberships, isShown }: PersonPageProps) => (
  <Row>
    <Column share="two-thirds">
      {!isShown && (
        <InsetText>
          Only you see this page. <Link href="/account/profile">Change who sees it</Link>
        </InsetText>
      )}
      {person.job_title && <span class="govuk-caption-xl">{person.job_title}</span>}
      <h1 class="govuk-heading-xl">{person.name ?? 'No name yet'}</h1>
      <Offers offers={person.offers} />
      <SpokenFor title="Speaks for" memberships={memberships.filter(({ state }) => state === 'confirmed')} />
      <SpokenFor title="Spoke for" memberships={memberships.filter(({ state }) => state === 'ended')} />
    </Column>
  </Row>
)

const stateWords: Record<MembershipRow['state'], string> = {
  requested: 'waits for an answer',
  confirmed: 'speaks for it',
  refused: 'was refused',
  ended: 'ended',
}

const periodOf = ({ state, requested_at, decided_at, ended_at }: MembershipRow) =>
  state === 'requested'
    ? `since ${formatDate(londonDay(requested_at))}`
    : formatDateRange(londonDay(decided_at ?? requested_at), ended_at && londonDay(ended_at))

const Places = ({ memberships }: { memberships: MembershipRow[] }) => (
  <section>
    <SectionHeading>Organisations</SectionHeading>
    {memberships.length === 0 && <p class="govuk-body">None, and none was asked.</p>}
    <ul class="govuk-list">
      {memberships.map(row => (
        <li class="app-row">
          <Link href={organisationPeoplePath(row.slug)}>{row.organisation}</Link>
          <MetaLine
            items={[
              stateWords[row.state],
              roleLabels[row.role],
              periodOf(row),
              row.state === 'confirmed' && `confirmed ${groundWords[row.ground]}`,
            ]}
          />
        </li>
      ))}
    </ul>
  </section>
)

const SuspensionForm = ({ person, form }: { person: FoundPerson; form: FormState }) => {
  const { field, isChosen } = choiceIn(form, 'reason')
  return (
    <section>
      <SectionHeading lead="They are signed out everywhere at once, cannot sign in, and get a mail with the reason. What their organisation published stays.">
        Suspend this account
      </SectionHeading>
      <PostForm action={`/people/${person.id}/suspension`}>
        <Radios
          {...field}
          fieldset={{ legend: 'Why?', legendClass: 'govuk-fieldset__legend--s' }}
          items={suspensionReasons.map(reason => ({
            value: reason,
            label: reasonLabels[reason].label,
            checked: isChosen(reason),
          }))}
        />
        <Button class="govuk-button--warning">Suspend</Button>
      </PostForm>
    </section>
  )
}

const Readmission = ({ person }: { person: FoundPerson }) => (
  <section>
    <SectionHeading lead="They can then sign in as before, and get a mail that says so.">
      Let them in again
    </SectionHeading>
    <ButtonForm action={`/people/${person.id}/readmission`}>Lift the suspension</ButtonForm>
  </section>
)

interface KeptPersonPageProps {
  person: FoundPerson
  duties: Duty[]
  memberships: MembershipRow[]
  maySuspend: boolean
  form: FormState
}

/** A person as those see them who keep the platform in order. */
export const KeptPersonPage = ({ person, duties, memberships, maySuspend, form }: KeptPersonPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-xl">{person.name ?? 'No name yet'}</h1>
      <SummaryList
        rows={[
          { key: 'Work e-mail address', value: person.email },
          person.job_title && { key: 'Role', value: person.job_title },
          duties.length > 0 && { key: 'For the platform', value: duties.join(' and ') },
          { key: 'Account since', value: formatDate(londonDay(person.created_at)) },
          { key: 'Name shown to everyone', value: person.is_shown ? 'Yes' : 'No' },
          person.suspended_at && {
            key: 'Suspended',
            value: (
              <>
                <Tag class="govuk-tag--red">Suspended</Tag> on {formatDate(londonDay(person.suspended_at))}
                {person.suspended_for && `: ${reasonLabels[person.suspended_for].label}`}
              </>
            ),
          },
        ]}
      />
      <Offers offers={person.offers} />
      <Places memberships={memberships} />
      {maySuspend &&
        (person.suspended_at ? (
          <Readmission person={person} />
        ) : (
          <SuspensionForm person={person} form={form} />
        ))}
    </Column>
  </Row>
)
