import type { OrganisationName } from '#features/organisations/index.ts'
import { signInHref } from '#plumbing/sign-in-href.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside } from '#ui/facts.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { InsetText, Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { ActionLine, MetaLine } from '#ui/result-row.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { CuratorQueue } from '../curator-queues.ts'
import type { MembershipRow } from '../membership-queries.ts'
import { membershipPath, organisationPeoplePath, type PersonName, personPath, roleLabels } from '../person.ts'
import { CuratorQueues } from './curator-queues.tsx'
import { DecisionForm } from './decision-form.tsx'

export type Asker =
  | { is: 'visitor' | 'outside' }
  | { is: 'member'; membershipId: string }
  | { is: 'waiting'; membershipId: string; since: Date }

interface SpeaksForPageProps {
  organisation: OrganisationName & { status: string }
  speakers: MembershipRow[]
  people: Map<string, PersonName>
  suspended: MembershipRow[]
  /** Who asks to be let in, or to be a lead; for those who decide. */
  asking: MembershipRow[]
  /** Whether all names may be read: by members, and by curators. */
  isInside: boolean
  decides: boolean
  asker: Asker
  queues: CuratorQueue[]
}

const countsOf = (speakers: MembershipRow[]) => {
  const leads = speakers.filter(({ role }) => role === 'lead').length
  const members = speakers.length - leads
  return [leads > 0 && countOf(leads, 'lead'), members > 0 && countOf(members, 'member')]
    .filter(Boolean)
    .join(' and ')
}

const Speaker = ({ row, isShown, decides }: { row: MembershipRow; isShown: boolean; decides: boolean }) => (
  <li class="app-row">
    <p class="app-row__title">
      {isShown ? <Link href={personPath(row.person_id)}>{row.name}</Link> : (row.name ?? 'No name given yet')}
      {row.suspended_at && <Tag class="govuk-tag--red">Suspended</Tag>}
    </p>
    <MetaLine items={[roleLabels[row.role], row.job_title, decides && row.email]} />
    {decides && (
      <ActionLine
        about={row.name ?? row.email}
        actions={[{ label: 'Change or end', href: membershipPath(row.id) }]}
      />
    )}
  </li>
)

const Speakers = ({ speakers, people, isInside, decides }: SpeaksForPageProps) => {
  const isShown = ({ person_id }: MembershipRow) => people.get(person_id)?.isShown === true
  const named = speakers.filter(row => isInside || isShown(row))
  const unnamed = speakers.filter(row => !named.includes(row))
  return (
    <>
      <ul class="govuk-list">
        {named.map(row => (
          <Speaker row={row} isShown={isShown(row)} decides={decides} />
        ))}
      </ul>
      {unnamed.length > 0 && (
        <p class="govuk-body">
          {named.length > 0 ? `And ${countsOf(unnamed)}` : countsOf(unnamed)}{' '}
          {unnamed.length === 1 ? 'who shows no name here.' : 'who show no names here.'}
        </p>
      )}
    </>
  )
}

const Asking = ({ asking }: Pick<SpeaksForPageProps, 'asking'>) => (
  <section>
    <SectionHeading lead="Confirm only whom you know to work there. They get a mail either way.">
      Who asks ({asking.length})
    </SectionHeading>
    <ul class="govuk-list">
      {asking.map(row => (
        <li class="app-row">
          <p class="app-row__title">{row.name ?? 'Someone without a name yet'}</p>
          <MetaLine
            items={[
              row.job_title,
              row.email,
              row.state === 'requested'
                ? `asked on ${formatDate(londonDay(row.requested_at))} to speak for it`
                : `asked on ${formatDate(londonDay(row.lead_asked_at!))} to be a lead`,
            ]}
          />
          <DecisionForm membership={row} />
        </li>
      ))}
    </ul>
  </section>
)

const Way = ({ organisation: { name, slug, status }, asker }: SpeaksForPageProps) => {
  const here = organisationPeoplePath(slug)
  if (asker.is === 'member')
    return (
      <p class="govuk-body-s">
        You do.{' '}
        <Link href={membershipPath(asker.membershipId)}>Your role, and how to change or leave it</Link>
      </p>
    )
  if (asker.is === 'waiting')
    return (
      <p class="govuk-body-s">
        You asked on {formatDate(londonDay(asker.since))}. You get a mail when it is decided.{' '}
        <Link href={membershipPath(asker.membershipId)}>Take the request back</Link>
      </p>
    )
  if (status === 'former')
    return <p class="govuk-body-s">{name} no longer exists: nobody new speaks for it.</p>
  return (
    <>
      <p class="govuk-body-s">
        With an address of its domain you are in at once. Otherwise someone who leads there, or a curator,
        confirms you.
      </p>
      {asker.is === 'visitor' ? (
        <Button href={signInHref(here)}>Sign in to speak for it</Button>
      ) : (
        <ButtonForm action={here}>Ask to speak for it</ButtonForm>
      )}
    </>
  )
}

/** Who may publish for an organisation, and for those who lead there who else asks to. */
export const SpeaksForPage = (props: SpeaksForPageProps) => {
  const { organisation, speakers, suspended, asking, decides, asker, queues } = props
  const hasLead = speakers.some(({ role }) => role === 'lead')
  return (
    <Row>
      <Column share="two-thirds">
        <h1 class="govuk-heading-xl">Who speaks for {organisation.name}</h1>
        {asking.length > 0 && <Asking asking={asking} />}
        {speakers.length > 0 ? (
          <section>
            <SectionHeading lead="They publish problems, stances and projects in its name.">
              {countsOf(speakers)}
            </SectionHeading>
            <Speakers {...props} />
            {!hasLead && organisation.status !== 'former' && (
              <InsetText>
                Nobody leads here yet: curators decide who may speak for it. Any member can ask to be a lead.
              </InsetText>
            )}
          </section>
        ) : (
          <EmptyState title="Nobody speaks for it here yet">
            <p class="govuk-body">The first can be anyone who works there.</p>
          </EmptyState>
        )}
        {suspended.length > 0 && (
          <section>
            <SectionHeading lead="They cannot sign in.">Suspended</SectionHeading>
            <ul class="govuk-list">
              {suspended.map(row => (
                <Speaker row={row} isShown={false} decides={decides} />
              ))}
            </ul>
          </section>
        )}
      </Column>
      <Column share="one-third">
        <Aside title={asker.is === 'member' ? 'Do you speak for it?' : 'Do you work there?'}>
          <Way {...props} />
        </Aside>
        <CuratorQueues queues={queues} />
      </Column>
    </Row>
  )
}
