import { OrganisationLink, type OrganisationName } from '#features/organisations/index.ts'
import { formatDate, formatMoment, londonDay } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { SummaryList } from '#ui/govuk/summary-list.tsx'
import { Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { ActionLine, MetaLine } from '#ui/result-row.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { MembershipRow } from '../membership-queries.ts'
import { membershipPath, organisationPeoplePath, personPath, roleLabels } from '../person.ts'
import type { findPerson } from '../person-queries.ts'
import type { WaitingAnswer } from '../waiting-answers.ts'
import { WaitingAnswers } from './waiting-answers.tsx'

export type Moving = { membershipId: string; became: OrganisationName[] }

type Session = { id: string; device: string; created_at: Date; last_seen_at: Date; isThis: boolean }

interface AccountPageProps {
  person: Awaited<ReturnType<typeof findPerson>>
  /** Confirmed ones. */
  memberships: MembershipRow[]
  waiting: WaitingAnswer[]
  moves: Moving[]
  sessions: Session[]
}

const nothing = <span class="govuk-hint">Nothing yet</span>

const About = ({ person }: Pick<AccountPageProps, 'person'>) => (
  <section>
    <SummaryList
      rows={[
        {
          key: 'Name',
          value: person.name ?? nothing,
          actions: [{ label: 'Change', href: '/account/profile', hidden: 'name' }],
        },
        {
          key: 'Role',
          value: person.job_title ?? nothing,
          actions: [{ label: 'Change', href: '/account/profile', hidden: 'role' }],
        },
        {
          key: 'What I can help others with',
          value: person.offers ?? nothing,
          actions: [{ label: 'Change', href: '/account/profile', hidden: 'what you can help others with' }],
        },
        {
          key: 'Who sees this',
          value: person.is_shown ? (
            <>
              Everyone: it is public, and Freedom of Information applies.{' '}
              <Link href={personPath(person.id)}>See your page</Link>
            </>
          ) : (
            'Your colleagues here, and the curators'
          ),
          actions: [{ label: 'Change', href: '/account/profile', hidden: 'who sees this' }],
        },
        {
          key: 'Work e-mail address',
          value: person.email,
          actions: [{ label: 'Change', href: '/account/address', hidden: 'work e-mail address' }],
        },
      ]}
    />
  </section>
)

const Place = ({ membership, move }: { membership: MembershipRow; move?: Moving }) => {
  const { id, organisation: name, slug, role, status, requested_at, decided_at, lead_asked_at } = membership
  return (
    <li class="app-row">
      <p class="app-row__title">
        <OrganisationLink name={name} slug={slug} />{' '}
        {status === 'former' && <Tag class="govuk-tag--grey">Former</Tag>}
      </p>
      <MetaLine
        items={[
          roleLabels[role],
          `since ${formatDate(londonDay(decided_at ?? requested_at))}`,
          lead_asked_at && 'you asked to be a lead',
        ]}
      />
      {move?.became.map(organisation => (
        <ButtonForm
          action={`${membershipPath(id)}/successor`}
          fields={{ organisation: organisation.id }}
          look="secondary"
        >
          Move to {organisation.name}
        </ButtonForm>
      ))}
      <ActionLine
        about={name}
        actions={[
          { label: 'Who speaks for it', href: organisationPeoplePath(slug) },
          { label: 'Change or leave', href: membershipPath(id) },
        ]}
      />
    </li>
  )
}

const Places = ({ memberships, moves }: Pick<AccountPageProps, 'memberships' | 'moves'>) => (
  <section>
    <SectionHeading id="organisations" lead="Whom you may publish for.">
      Your organisations
    </SectionHeading>
    {memberships.length === 0 ? (
      <EmptyState title="You speak for no organisation yet">
        <p class="govuk-body">
          <Link href="/account/organisations/another">Say which organisation you belong to</Link>
        </p>
      </EmptyState>
    ) : (
      <>
        <ul class="govuk-list">
          {memberships.map(membership => (
            <Place
              membership={membership}
              move={moves.find(({ membershipId }) => membershipId === membership.id)}
            />
          ))}
        </ul>
        <p class="govuk-body">
          <Link href="/account/organisations/another">Ask to speak for another organisation</Link>
        </p>
      </>
    )}
  </section>
)

const Devices = ({ sessions }: Pick<AccountPageProps, 'sessions'>) => (
  <section>
    <SectionHeading
      id="sessions"
      lead="If you do not know one of these, end it, and tell the people who run this site."
    >
      Where you are signed in
    </SectionHeading>
    <ul class="govuk-list">
      {sessions.map(({ id, device, created_at, last_seen_at, isThis }) => (
        <li class="app-row">
          <p class="app-row__title">
            {device} {isThis && <Tag>This browser</Tag>}
          </p>
          <MetaLine
            items={[
              `since ${formatMoment(created_at)}`,
              !isThis && `last used ${formatMoment(last_seen_at)}`,
            ]}
          />
          {!isThis && (
            <ButtonForm action={`/account/sessions/${id}/ending`} look="secondary">
              End<span class="govuk-visually-hidden"> {device}</span>
            </ButtonForm>
          )}
        </li>
      ))}
    </ul>
    <ButtonForm action="/sign-out">Sign out</ButtonForm>
    <ButtonForm action="/sign-out/everywhere" look="secondary">
      Sign out everywhere
    </ButtonForm>
  </section>
)

/** All about a person's own account, and the ways to change it. */
export const AccountPage = ({ person, memberships, waiting, moves, sessions }: AccountPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-xl">Your account</h1>
      <About person={person} />
      {waiting.length > 0 && <WaitingAnswers waiting={waiting} />}
      <Places memberships={memberships} moves={moves} />
      <Devices sessions={sessions} />
    </Column>
    <Column share="one-third">
      <Aside title="What we hold about you">
        <p class="govuk-body-s">Take all of it along as a file, or have it erased.</p>
        <p class="govuk-body-s">
          <Link href="/account/data">Export or erase</Link>
        </p>
      </Aside>
    </Column>
  </Row>
)
