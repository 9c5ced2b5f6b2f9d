import { formatDate, londonDay } from '#ui/date.ts'
import { Aside, FactPairs } from '#ui/facts.tsx'
import { ButtonForm } from '#ui/form.tsx'
import { InsetText } from '#ui/govuk/text.tsx'
import { Link } from '#ui/link.tsx'
import { hasReached } from '../ladder.ts'
import { type Review, reviewPath } from '../review.ts'

type OfReview = { review: Review }

/** Says first, to everyone, when it was last confirmed, or that nobody has for long, and what that means. */
export const ConfirmedNotice = ({ review: { stage, stage_on, confirmed_at } }: OfReview) => {
  if (!hasReached(stage, 'banner'))
    return <p class="govuk-body-s">Last confirmed on {formatDate(londonDay(confirmed_at))}</p>
  return (
    <InsetText>
      <p class="govuk-body">
        <strong>Nobody has confirmed this since {formatDate(londonDay(confirmed_at))}.</strong> Ask whoever
        published it before you rely on it.
      </p>
      {stage === 'resting' && (
        <p class="govuk-body">It is left out of search since {formatDate(stage_on)}, until somebody does.</p>
      )}
      {stage === 'archived' && (
        <p class="govuk-body">
          It is archived since {formatDate(stage_on)}: it stands here to be read, and in no list, until
          somebody does.
        </p>
      )}
    </InsetText>
  )
}

/** Says to everyone that nobody looks after it: whoever did has left, and it was left to nobody. */
export const UnkeptNotice = () => (
  <InsetText>
    <p class="govuk-body">
      <strong>Nobody looks after this at present.</strong> Its organisation is asked to name someone.
    </p>
  </InsetText>
)

interface KeptTrueProps extends OfReview {
  /** Names among colleagues; null where nobody is named, or they have left. */
  owner: string | null
  deputy: string | null
}

/** For members of its organisation: who looks after it, and the one press that keeps it true. */
export const KeptTrue = ({ review, owner, deputy }: KeptTrueProps) => (
  <Aside title="Is this still so?">
    <FactPairs
      facts={[
        ['Last confirmed', formatDate(londonDay(review.confirmed_at))],
        [review.stage === 'fresh' ? 'Asked again on' : 'Due since', formatDate(review.due_on)],
        ['Owner', owner ?? 'nobody'],
        ['Deputy', deputy ?? 'nobody'],
      ]}
    />
    <ButtonForm action={`${reviewPath(review.id)}/answer`} fields={{ answer: 'still-true' }} look="secondary">
      It is still true
    </ButtonForm>
    <p class="govuk-body">
      <Link href={reviewPath(review.id)}>Answer otherwise, or say who looks after it</Link>
    </p>
  </Aside>
)
