import type { Letter } from '#features/mail/index.ts'
import { formatDate } from '#ui/date.ts'
import { countOf } from '#ui/money.ts'
import { handoverPath, linkPath, type Why } from './handover.ts'

// No letter names a third person: it would stay in a mailbox, and in the outbox, after they were erased.

type About = { id: string; organisation: string }
type To = 'lead' | 'curator'

const whyTold = ({ organisation }: About, to: To) =>
  to === 'lead'
    ? `You get this because you speak for ${organisation} on Pipeline, and say there who looks after what.`
    : `You get this because you are a curator of Pipeline, and ${organisation} has no other lead who could decide.`

const open = ({ id }: About) => ({
  action: { label: 'See what passes on, and to whom', href: handoverPath(id) },
})

const things = (count: number) => countOf(count, 'thing')

const beginnings: Record<
  Why,
  (about: About & { lastDay: string | null }) => { subject: string; says: string }
> = {
  notice: ({ organisation, lastDay }) => ({
    subject: `A colleague leaves ${organisation}`,
    says: `Someone who speaks for ${organisation} on Pipeline is leaving. Their last day is ${formatDate(lastDay!)}. They say who takes over what they look after; you can say it too.`,
  }),
  lead: ({ organisation, lastDay }) => ({
    subject: `A colleague leaves ${organisation}`,
    says: `A lead has said that someone who speaks for ${organisation} on Pipeline is leaving. Their last day is ${formatDate(lastDay!)}. They say who takes over what they look after; you can say it too.`,
  }),
  bounce: ({ organisation }) => ({
    subject: `Mail to a colleague at ${organisation} comes back`,
    says: `Mail from Pipeline to someone who speaks for ${organisation} can no longer be delivered. If they have left, say who takes over what they look after, and end their membership. If they are still there, say so, and have them change their address.`,
  }),
  silence: ({ organisation }) => ({
    subject: `Nothing is heard from a colleague at ${organisation}`,
    says: `Someone who speaks for ${organisation} on Pipeline was asked something two months ago, and nothing was heard from them since. If they have left, say who takes over. If they are away, say that they are still there.`,
  }),
  left: ({ organisation }) => ({
    subject: `A colleague has left ${organisation}`,
    says: `Someone no longer speaks for ${organisation} on Pipeline. Nobody looks after what they looked after, and its pages say so until you say who does.`,
  }),
}

/** To those who lead: a handover begins. */
export function begunLetter(
  about: About & { why: Why; lastDay: string | null; count: number },
  to: To,
): Letter {
  const { subject, says } = beginnings[about.why](about)
  return {
    subject,
    parts: [
      { paragraph: says },
      {
        paragraph:
          about.count === 0 ? 'They look after nothing here.' : `It is about ${things(about.count)}.`,
      },
      open(about),
    ],
    why: whyTold(about, to),
  }
}

/** To whoever leaves, when a lead said so. */
export const saidOfYouLetter = (about: About & { lastDay: string }): Letter => ({
  subject: `Your last day at ${about.organisation}: ${formatDate(about.lastDay)}`,
  parts: [
    {
      paragraph: `A lead of ${about.organisation} has said that ${formatDate(about.lastDay)} is your last day there. Please say who takes over what you look after on Pipeline. If it is a mistake, take it back on the same page.`,
    },
    { action: { label: 'Say who takes over', href: handoverPath(about.id) } },
  ],
  why: `You get this because you speak for ${about.organisation} on Pipeline.`,
})

/** To whoever was not heard from. */
export const stillThereLetter = (about: About): Letter => ({
  subject: `Are you still at ${about.organisation}?`,
  parts: [
    {
      paragraph: `Something on Pipeline has waited two months for your answer, and nothing was heard from you since. Your leads are asked who takes over what you look after. If you are still there, one button says so, and all stays as it is.`,
    },
    { action: { label: 'I am still here', href: handoverPath(about.id) } },
  ],
  why: `You get this because you speak for ${about.organisation} on Pipeline. It is sent once.`,
})

/** To someone who could take something over: all they are offered, and one page to say what they take. */
export const offerLetter = (about: About & { titles: string[]; secret: string }): Letter => ({
  subject: `Will you take over from a colleague? ${things(about.titles.length)} of ${about.organisation}`,
  parts: [
    { paragraph: `A colleague at ${about.organisation} passes on what they look after, and names you for:` },
    { list: about.titles.map(title => ({ words: title })) },
    { action: { label: 'Say what you take', href: linkPath(about.secret) } },
    {
      paragraph:
        'Nothing is yours before you say so. What you do not take goes to your leads; a word on why helps them.',
    },
  ],
  why: `You get this because you speak for ${about.organisation} on Pipeline, and were named. The link works once, for you alone: do not forward this mail.`,
  isSecret: true,
})

/** To those who lead: nobody has taken some of it. */
export const leftToLeadsLetter = (about: About & { titles: string[] }, to: To): Letter => ({
  subject: `Who takes this over? ${things(about.titles.length)} of ${about.organisation}`,
  parts: [
    { paragraph: 'A colleague passes on what they look after, and nobody was found for:' },
    { list: about.titles.map(title => ({ words: title })) },
    {
      paragraph:
        'Take it yourself, name someone, or say that nobody holds it for now: its page then says so.',
    },
    open(about),
  ],
  why: whyTold(about, to),
})

/** To those who lead, on the day after the last. */
export const goneLetter = (about: About & { titles: string[] }, to: To): Letter => ({
  subject: `A colleague has left ${about.organisation}`,
  parts: [
    {
      paragraph: `Someone who had said so no longer speaks for ${about.organisation} on Pipeline, since their last day has passed.`,
    },
    ...(about.titles.length === 0
      ? [{ paragraph: 'All that they looked after has passed to colleagues.' }]
      : [
          { paragraph: 'Nobody holds:' },
          { list: about.titles.map(title => ({ words: title })) },
          open(about),
        ]),
  ],
  why: whyTold(about, to),
})

/** To whoever left. */
export const farewellLetter = ({ organisation }: About): Letter => ({
  subject: `You no longer speak for ${organisation}`,
  parts: [
    {
      paragraph: `Your last day at ${organisation} has passed. What you published for it stays with it. Your account, your profile and what you follow stay yours.`,
    },
    {
      paragraph:
        'If you have a new work address, make it the address of your account, and speak for where you work now.',
    },
    { action: { label: 'Open your account', href: '/account' } },
  ],
  why: 'You get this because your membership ended on the day that was said. It is sent once.',
})

/** To someone who had taken something over: whoever looked after it stays. */
export const backLetter = (about: About & { titles: string[] }): Letter => ({
  subject: `A colleague stays: ${things(about.titles.length)} of ${about.organisation} given back`,
  parts: [
    { paragraph: `A colleague at ${about.organisation} stays after all, and looks again after:` },
    { list: about.titles.map(title => ({ words: title })) },
  ],
  why: `You get this because you had taken it over for ${about.organisation}.`,
})
