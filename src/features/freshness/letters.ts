import type { Letter } from '#features/mail/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { dayOfRung } from './ladder.ts'
import { answerPath, type Role, reviewPath } from './review.ts'
import type { WithThing } from './thing-queries.ts'

/** One question in a mail, with the secret of its links. `hasOwner`: whoever looks after it still speaks for the organisation. */
export type Asked = WithThing & {
  as: Role
  secret: string
  organisation: string
  hasOwner: boolean
  hasDeputy: boolean
}

const lastSaid = ({ review }: WithThing) => `Last confirmed on ${formatDate(londonDay(review.confirmed_at))}.`

function standingOf({ as, hasOwner, review }: Asked): string {
  if (as === 'owner') return 'You look after it.'
  if (as === 'deputy')
    return hasOwner
      ? 'You are its deputy, and its owner has not answered.'
      : 'You are its deputy, and its owner has left.'
  if (hasOwner) return 'Nobody who was asked has answered.'
  return review.owner_id === null ? 'Nobody looks after it.' : 'Whoever looked after it has left.'
}

/** What follows if nobody answers, with the day. */
function whatFollows({ review, hasDeputy }: Asked): string {
  const from = (stage: 'banner' | 'resting') => formatDate(dayOfRung(stage, review, hasDeputy))
  return `If nobody answers, its page says so from ${from('banner')}, and others no longer find it from ${from('resting')}.`
}

const partsOf = (asked: Asked): Letter['parts'] => {
  const { thing, reviewable, review, secret, as, hasOwner } = asked
  const name = `“${thing.title}”`
  return [
    { paragraph: `${name}\n${lastSaid(asked)} ${standingOf(asked)} ${whatFollows(asked)}` },
    { action: { label: 'It is still true', href: answerPath(secret, 'still-true') } },
    {
      list: [
        { words: 'It has changed: change what it says', href: answerPath(secret, 'changed') },
        { words: reviewable.finished.label, href: answerPath(secret, 'finished') },
        { words: 'It is not ours any more', href: answerPath(secret, 'not-ours') },
        ...(as === 'lead' && !hasOwner
          ? [{ words: 'Say who looks after it', href: reviewPath(review.id) }]
          : []),
        { words: 'Read it first', href: thing.path },
      ],
    },
  ]
}

const whyAsked = (asked: Asked[]) => {
  const [{ organisation }] = asked as [Asked]
  const standing = {
    owner: `you look after what ${organisation} published here`,
    deputy: `you are named as deputy for what ${organisation} published here`,
    lead: `you speak for ${organisation}`,
  }
  const reasons = [...new Set(asked.map(({ as }) => as))].map(as => standing[as])
  return `You get this because ${reasons.join(', and ')}. Each link works once, for you alone: do not forward this mail.`
}

/** Asks one person about what is due, with links that answer without signing in. */
export const askingLetter = (asked: Asked[]): Letter => ({
  subject:
    asked.length === 1
      ? `Is this still so? ${asked[0]!.thing.title}`
      : `Is this still so? ${asked.length} things of ${asked[0]!.organisation}`,
  parts: [
    {
      paragraph:
        'Others plan by what they find on Pipeline. One press is enough, and you need not sign in for it.',
    },
    ...asked.flatMap(partsOf),
  ],
  why: whyAsked(asked),
  isSecret: true,
})

/** Says that something is out of search because nobody answered. */
export const restingLetter = (one: WithThing, organisation: string): Letter => ({
  subject: `No longer found: ${one.thing.title}`,
  parts: [
    {
      paragraph: `Nobody has confirmed “${one.thing.title}” since ${formatDate(londonDay(one.review.confirmed_at))}. It is left out of search, and out of what is matched with others, until one of you does. Its page stays, and says so.`,
    },
    { paragraph: 'Whoever confirms it brings it back at once.' },
    { action: { label: 'Confirm it, or say what became of it', href: reviewPath(one.review.id) } },
  ],
  why: `You get this because you speak for ${organisation}, which published this, and were asked about it. There is one such mail.`,
})

type Named = { title: string; path: string; reviewId: string; organisation: string; as: 'owner' | 'deputy' }

/** Tells someone that they look after something from now on. */
export const namedLetter = ({ title, path, reviewId, organisation, as }: Named): Letter => ({
  subject: as === 'owner' ? `You look after this now: ${title}` : `You are deputy for this now: ${title}`,
  parts: [
    {
      paragraph:
        as === 'owner'
          ? `${organisation} has named you as the owner of “${title}”. From time to time you are asked whether it is still so.`
          : `${organisation} has named you as the deputy of whoever looks after “${title}”. You are asked whether it is still so when its owner does not answer.`,
    },
    { action: { label: 'Look at it', href: path } },
    { list: [{ words: 'Who looks after it, and when it is due', href: reviewPath(reviewId) }] },
  ],
  why: `You get this because you speak for ${organisation}, and a colleague named you.`,
})
