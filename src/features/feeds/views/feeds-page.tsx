import { ButtonForm } from '#ui/form.tsx'
import { Input } from '#ui/govuk/input.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import { feedsPath, opmlPath } from '../feed.ts'

/** Whole addresses with the secret that was just made. */
export type Made = { feed: string; calendar: string }

const Addresses = ({ feed, calendar }: Made) => (
  <EmptyState title="Copy these addresses now: they are not shown again">
    <Input
      name="feed"
      id="feed"
      label="For a feed reader: all that you are told of"
      value={feed}
      readonly
      spellcheck={false}
    />
    <Input
      name="calendar"
      id="calendar"
      label="For a calendar: deadlines of what you are told of"
      value={calendar}
      readonly
      spellcheck={false}
    />
    <p class="govuk-body">
      Whoever has one of them can read it, so keep them to yourself. Nothing can be changed by them.
    </p>
  </EmptyState>
)

/** The secret addresses under which a person reads what they are told of, without signing in. */
export const FeedsPage = ({ has, made }: { has: boolean; made?: Made }) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Feed and calendar</h1>
      <p class="govuk-body">
        What your subscriptions find comes to a feed reader as well, whatever you chose for mail, and the
        deadlines of it to your calendar: when a contract ends, until when a call for partners is open.
      </p>
      {made && <Addresses {...made} />}
      {has && !made && (
        <p class="govuk-body">
          You have a secret address. It was shown when it was made; if you have lost it, make a new one.
        </p>
      )}
      <ButtonForm action={feedsPath} look={made && 'secondary'}>
        {has ? 'Make new addresses' : 'Make my addresses'}
      </ButtonForm>
      {has && (
        <>
          <p class="govuk-hint">Once there are new ones, those of before lead nowhere.</p>
          <ButtonForm action={`${feedsPath}/end`} look="warning">
            Take my addresses away
          </ButtonForm>
        </>
      )}
      <SectionHeading>Searches, one by one</SectionHeading>
      <p class="govuk-body">
        Every <Link href="/search">search</Link> has a public feed, which your feed reader finds by the
        address of the page. <Link href={opmlPath}>All of your subscriptions as one file</Link> (OPML) can be
        read in by a feed reader at once.
      </p>
    </Column>
  </Row>
)
