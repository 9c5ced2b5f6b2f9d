import type { FormState } from '#plumbing/form.ts'
import { formatDate } from '#ui/date.ts'
import { choiceIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Radios } from '#ui/govuk/choices.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { countOf, formatCount } from '#ui/money.ts'
import { EmptyState, SectionHeading } from '#ui/section.tsx'
import type { Target } from '../target-queries.ts'
import { WishesFields } from './wishes-fields.tsx'

interface NewSubscriptionPageProps {
  target: Target
  form: FormState
  /** For whom it may be: only who leads an organisation has a choice. */
  choices: { value: string; label: string }[]
}

/** What is asked of a thing that is told: "has all of your words and fits your filters". */
const sayAsked = ({ words, filters }: NonNullable<Target['now']>) =>
  [
    words === 1 && 'has your word, or one that means the same',
    words > 1 && 'has all of your words, or others that mean the same',
    filters === 1 && 'fits your filter',
    filters > 1 && 'fits all of your filters',
  ]
    .filter(Boolean)
    .join(' and ')

const Now = ({ now, address }: { now: NonNullable<Target['now']>; address: string }) => (
  <>
    <SectionHeading
      lead={
        <>
          You are told of what {sayAsked(now)}.
          {now.words > 1 && (
            <>
              {' '}
              <Link href={address}>The search itself</Link> also finds what has some of them.
            </>
          )}
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

const ForWhom = ({ form, choices }: Pick<NewSubscriptionPageProps, 'form' | 'choices'>) => {
  const { field, isChosen } = choiceIn(form, 'whose')
  return (
    <Radios
      {...field}
      fieldset={{ legend: 'Who is told?', legendClass: 'govuk-fieldset__legend--s' }}
      hint="What an organisation is told of, all of its leads see and can change"
      items={choices.map(({ value, label }) => ({ value, label, checked: isChosen(value) }))}
    />
  )
}

export const NewSubscriptionPage = ({ target, form, choices }: NewSubscriptionPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">Be told of {target.title}</h1>
      {target.meant && (
        <p class="govuk-body">
          You are told of problems, projects and other work that mean about the same as your words, however
          they are put. Your words are kept for that, and nobody else sees them.
        </p>
      )}
      {target.list && (
        <p class="govuk-body">
          {countOf(target.list.ids.length, 'contract')} {target.list.ids.length === 1 ? 'is' : 'are'} in it
          now. You are told within minutes when one of them changes, and in the morning what has come in or is
          not in it any more: it is counted each night.
        </p>
      )}
      {target.now && <Now now={target.now} address={target.address} />}
      <PostForm action="/subscriptions/new">
        <input type="hidden" name="about" value={target.address} />
        {choices.length > 1 && <ForWhom form={form} choices={choices} />}
        {choices.length === 1 && <input type="hidden" name="whose" value={choices[0]!.value} />}
        <WishesFields form={form} near={target.meant?.near} />
        <Button>Tell me</Button>
      </PostForm>
    </Column>
  </Row>
)
