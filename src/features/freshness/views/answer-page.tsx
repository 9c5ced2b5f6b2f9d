import { formatDate, londonDay } from '#ui/date.ts'
import { ButtonForm } from '#ui/form.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Column, Row } from '#ui/grid.tsx'
import { Link } from '#ui/link.tsx'
import { type Answer, answerPath, answers, confirmerWords, type Review, reviewPath } from '../review.ts'
import type { Reviewable } from '../reviewed.ts'
import type { Ask } from '../stored-reviews.ts'
import type { WithThing } from '../thing-queries.ts'

/** What an answer says, and what the button that gives it does. */
export const answerWords = ({
  finished,
}: Reviewable): Record<Answer, { says: string; effect: string; button: string }> => ({
  'still-true': {
    says: 'It is still true',
    effect: 'It counts as confirmed from today, and is found and matched as before.',
    button: 'Yes, it is still true',
  },
  changed: {
    says: 'It has changed',
    effect:
      'You are led to where you can change what it says, for which you sign in. It counts as confirmed once a change is saved.',
    button: 'Go on and change it',
  },
  finished: {
    says: finished.label,
    effect: 'Its page says so from now on, and stays to be read. Your organisation can open it again.',
    button: 'Yes: say so on its page',
  },
  'not-ours': {
    says: 'It is not ours any more',
    effect:
      'It is withdrawn: its page stays and says why, and others no longer find it. Your organisation can publish it again.',
    button: 'Yes: withdraw it',
  },
})

interface AnswerPageProps extends WithThing {
  answer: Answer
  secret: string
  organisation: string
}

/** One answer, one button: programs that open the links of a mail change nothing. */
export const AnswerPage = ({ thing, reviewable, review, answer, secret, organisation }: AnswerPageProps) => {
  const words = answerWords(reviewable)
  return (
    <Row>
      <Column share="two-thirds">
        <span class="govuk-caption-l">{words[answer].says}</span>
        <h1 class="govuk-heading-l">{thing.title}</h1>
        <p class="govuk-body">
          {organisation} published this {reviewable.label.one}. It was last confirmed on{' '}
          {formatDate(londonDay(review.confirmed_at))}. <Link href={thing.path}>Read it first</Link>
        </p>
        <p class="govuk-body">{words[answer].effect}</p>
        <ButtonForm action={answerPath(secret, answer)} look={answer === 'not-ours' ? 'warning' : undefined}>
          {words[answer].button}
        </ButtonForm>
        <h2 class="govuk-heading-s">Or is it another answer?</h2>
        <ul class="govuk-list">
          {answers
            .filter(other => other !== answer)
            .map(other => (
              <li>
                <Link href={answerPath(secret, other)}>{words[other].says}</Link>
              </li>
            ))}
        </ul>
      </Column>
    </Row>
  )
}

const roleWords = { owner: 'its owner', deputy: 'its deputy', lead: 'a lead of its organisation' }

/** What was said by the link, or else since. */
const said = (ask: Ask, review: Review, { finished }: Reviewable): string => {
  const words: Record<Answer, string> = {
    'still-true': 'it is still true',
    changed: 'it has changed, and was led to change it',
    finished: finished.label.charAt(0).toLowerCase() + finished.label.slice(1),
    'not-ours': 'it is not theirs any more',
  }
  if (ask.used_at && ask.answer)
    return `On ${formatDate(londonDay(ask.used_at))} ${roleWords[ask.role]} said by this link: ${words[ask.answer]}.`
  if (review.closed_at)
    return `It was closed on ${formatDate(londonDay(review.closed_at))}: nothing is asked of it any more.`
  const by = review.confirmed_as ? confirmerWords[review.confirmed_as] : 'its organisation'
  return `Meanwhile it was confirmed on ${formatDate(londonDay(review.confirmed_at))} by ${by}.`
}

interface AnsweredPageProps {
  ask: Ask
  review: Review
  reviewable: Reviewable
  /** Null where the page is no longer open to be changed. */
  thing: WithThing['thing'] | null
}

/** What came of a link that works no more. */
export const AnsweredPage = ({ ask, review, reviewable, thing }: AnsweredPageProps) => (
  <Row>
    <Column share="two-thirds">
      <h1 class="govuk-heading-l">
        {ask.used_at ? 'Thank you: this was answered' : 'This was answered already'}
      </h1>
      {thing && (
        <p class="govuk-body">
          <Link href={thing.path}>{thing.title}</Link>
        </p>
      )}
      <InsetText>{said(ask, review, reviewable)}</InsetText>
      <p class="govuk-body">
        Each link of a mail works once.{' '}
        {thing && (
          <>
            To say something else, <Link href={reviewPath(review.id)}>sign in</Link>.
          </>
        )}
      </p>
    </Column>
  </Row>
)
