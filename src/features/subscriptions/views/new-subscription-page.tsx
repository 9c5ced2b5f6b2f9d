import type { FormState } from '#plumbing/form.ts'
import { formatDate } from '#ui/date.ts'
import { PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { formatCount } from '#ui/money.ts'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { Target } from '../target-queries.ts'
import { WishesFields } from './wishes-fields.tsx'

interface NewSubscriptionPageProps {
  target: Target
  form: FormState
}

const Now = ({ now, address }: { now: NonNullable<Target['now']>; address: string }) => (
  <>
    <SectionHeading
      lead={
        <>
          You are told of what has all of your words and fits your filters.{' '}
          <Link href={address}>The search itself</Link> also finds what has some of them.
        </>
      }
    >
      {now.count === 0
        ? 'Nothing fits yet'
        : `${formatCount(now.count)} ${now.count === 1 ? 'thing fits' : 'things fit'} now`}
    </SectionHeading>
    {now.count === 0 ? (
      <EmptyState title="You would hear of the first one">
        <p class="govuk-body">
          To be told of more, use fewer words: <Link href={address}>change the search</Link>.
        </p>
      </EmptyState>
    ) : (
      <ul class="govuk-list">
        {now.newest.map(({ title, url, dated }) => (
          <li>
            <Link href={url}>{title}</Link>
            {dated && <span class="app-meta"> {formatDate(dated)}</span>}
          </li>
        ))}
      </ul>
    )}
  </>
)

export const NewSubscriptionPage = ({ target, form }: NewSubscriptionPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Be told of {target.title}</h1>
      {target.meant && (
        <p class="govuk-body">
          You are told of problems, projects and other work that mean about the same as your words, however
          they are put. Your words are kept for that, and nobody else sees them.
        </p>
      )}
      {target.now && <Now now={target.now} address={target.address} />}
      <PostForm action="/subscriptions/new">
        <input type="hidden" name="about" value={target.address} />
        <WishesFields form={form} near={target.meant?.near} />
        <Button>Tell me</Button>
      </PostForm>
    </Column>
  </Row>
)
