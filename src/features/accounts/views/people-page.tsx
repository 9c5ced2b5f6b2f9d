import type { FormState } from '#plumbing/form.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Tag } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf } from '#ui/money.ts'
import { MetaLine } from '#ui/result-row.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { CuratorQueue } from '../curator-queues.ts'
import type { MembershipRow } from '../membership-queries.ts'
import type { Account } from '../people-queries.ts'
import { organisationPeoplePath, personPath } from '../person.ts'
import { CuratorQueues } from './curator-queues.tsx'

interface PeoplePageProps {
  form: FormState
  /** Null until somebody was looked for. */
  found: Account[] | null
  atMost: number
  suspended: Account[]
  /** Requests in organisations that have no lead to decide them. */
  waiting: MembershipRow[]
  queues: CuratorQueue[]
}

const Accounts = ({ accounts }: { accounts: Account[] }) => (
  <ul class="govuk-list">
    {accounts.map(({ id, name, email, organisations, suspended_at }) => (
      <li class="app-row">
        <p class="app-row__title">
          <Link href={personPath(id)}>{name ?? email}</Link>{' '}
          {suspended_at && <Tag class="govuk-tag--red">Suspended</Tag>}
        </p>
        <MetaLine items={[name && email, organisations ?? 'no organisation']} />
      </li>
    ))}
  </ul>
)

const Found = ({ found, atMost }: { found: Account[]; atMost: number }) => (
  <section>
    <SectionHeading lead={found.length === atMost && 'There may be more: look for more letters.'}>
      {countOf(found.length, 'person', 'people')} found
    </SectionHeading>
    {found.length > 0 ? (
      <Accounts accounts={found} />
    ) : (
      <EmptyState title="Nobody here has this name or address">
        <p class="govuk-body">Try fewer letters, or only what stands after the @.</p>
      </EmptyState>
    )}
  </section>
)

const Waiting = ({ waiting }: Pick<PeoplePageProps, 'waiting'>) => (
  <section>
    <SectionHeading lead="Nobody leads in these organisations, so you decide.">
      Requests that wait for a curator ({waiting.length})
    </SectionHeading>
    <ul class="govuk-list">
      {waiting.map(({ organisation, slug, state, requested_at, lead_asked_at }) => (
        <li class="app-row">
          <p class="app-row__title">
            <Link href={organisationPeoplePath(slug)}>{organisation}</Link>
          </p>
          <MetaLine
            items={[
              state === 'requested' ? 'someone asks to speak for it' : 'a member asks to be a lead',
              formatDate(londonDay(lead_asked_at ?? requested_at)),
            ]}
          />
        </li>
      ))}
    </ul>
  </section>
)

/** Where those who keep the platform in order find a person. */
export const PeoplePage = ({ form, found, atMost, suspended, waiting, queues }: PeoplePageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-xl">People</h1>
      <PostForm action="/people">
        <Input
          {...fieldIn(form, 'sought')}
          label="Name or address"
          hint="Part of it is enough"
          spellcheck={false}
          autocomplete="off"
          class="govuk-!-width-two-thirds"
        />
        <Button>Find</Button>
      </PostForm>
      {found && <Found found={found} atMost={atMost} />}
      {waiting.length > 0 && <Waiting waiting={waiting} />}
      {suspended.length > 0 && (
        <section>
          <SectionHeading>Suspended</SectionHeading>
          <Accounts accounts={suspended} />
        </section>
      )}
    </Column>
    <Column share="one-third">
      <CuratorQueues queues={queues} here="/people" />
    </Column>
  </Row>
)
