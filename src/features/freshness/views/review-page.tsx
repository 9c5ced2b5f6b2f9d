import type { FormState } from '#plumbing/form.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { Aside, FactPairs } from '#ui/facts.tsx'
import { ButtonForm, fieldIn, PostForm } from '#ui/form.tsx'
import { Button } from '#ui/govuk/button.tsx'
import { Select } from '#ui/govuk/select.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { SectionHeading } from '#ui/section.tsx'
import { confirmerWords, reviewPath } from '../review.ts'
import type { WithThing } from '../thing-queries.ts'
import { answerWords } from './answer-page.tsx'

export type Keeper = { id: string; name: string }

interface ReviewPageProps extends WithThing {
  form: FormState
  /** Who speaks for the organisation and can be named. */
  members: Keeper[]
  mayName: boolean
}

/** Whether something is still so, who looks after it, and what each of that leads to. */
export const ReviewPage = (props: ReviewPageProps) => {
  const { review, thing, reviewable } = props
  const words = answerWords(reviewable)
  const action = `${reviewPath(review.id)}/answer`
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">Is this still so?</span>
        <h1 class="govuk-heading-l">{thing.title}</h1>
        <p class="govuk-body">
          <Link href={thing.path}>Read it first</Link>
        </p>
        <ButtonForm action={action} fields={{ answer: 'still-true' }}>
          {words['still-true'].button}
        </ButtonForm>
        <p class="govuk-body">
          <Link href={thing.editPath}>{words.changed.says}: change what it says</Link>
        </p>
        <div class="govuk-button-group">
          <ButtonForm action={action} fields={{ answer: 'finished' }} look="secondary">
            {words.finished.says}
          </ButtonForm>
          <ButtonForm action={action} fields={{ answer: 'not-ours' }} look="secondary">
            {words['not-ours'].says}
          </ButtonForm>
        </div>
        <Naming {...props} />
      </Column>
      <Column share="one-third">
        <About {...props} />
      </Column>
    </Row>
  )
}

const About = ({ review, reviewable, members }: ReviewPageProps) => {
  const interval = reviewable.intervals[review.phase]!
  const nameOf = (id: string | null) =>
    id === null ? 'nobody' : (members.find(member => member.id === id)?.name ?? 'has left: name another')
  return (
    <Aside title="How it is kept true">
      <FactPairs
        facts={[
          ['Last confirmed', formatDate(londonDay(review.confirmed_at))],
          ['By', review.confirmed_as ? confirmerWords[review.confirmed_as] : 'its publication'],
          [review.stage === 'fresh' ? 'Asked again on' : 'Due since', formatDate(review.due_on)],
          ['Owner', nameOf(review.owner_id)],
          ['Deputy', nameOf(review.deputy_id)],
        ]}
      />
      <p class="govuk-body-s">
        Asked every {interval.days} days: {interval.because}.
      </p>
    </Aside>
  )
}

const Naming = ({ review, members, form, mayName }: ReviewPageProps) => {
  if (!mayName)
    return (
      <section>
        <SectionHeading>Who looks after it</SectionHeading>
        <p class="govuk-body">The leads of your organisation decide that, and whoever looks after it now.</p>
      </section>
    )
  const items = [
    { value: '', label: 'Nobody' },
    ...members.map(({ id, name }) => ({ value: id, label: name })),
  ]
  return (
    <section>
      <SectionHeading lead="The owner is asked by mail. The deputy is asked where the owner does not answer.">
        Who looks after it
      </SectionHeading>
      <PostForm action={`${reviewPath(review.id)}/keepers`}>
        <Select label="Owner" {...fieldIn(form, 'owner')} items={items} />
        <Select label="Deputy" {...fieldIn(form, 'deputy')} items={items} />
        <Button class="govuk-button--secondary">Save who looks after it</Button>
      </PostForm>
    </section>
  )
}
