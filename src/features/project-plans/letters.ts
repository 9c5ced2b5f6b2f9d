import type { Letter } from '#features/mail/index.ts'
import { requestPath } from './partnership.ts'
import type { Plan } from './plan.ts'
import { projectPath } from './plan.ts'

type Between = { plan: Plan; partner: { id: string; name: string; message: string | null } }

/** A title within a sentence; what stands in quotes within it gets single ones. */
const titled = ({ said }: Plan) =>
  `“${said.title
    .replaceAll('“', '‘')
    .replaceAll('”', '’')
    .replace(/"([^"]*)"/g, '‘$1’')}”`

const quoted = (message: string | null) => (message ? [{ quote: message }] : [])

const asSpeaker = (organisation: string) => `You get this because you speak for ${organisation} on Pipeline.`
const asOwner = (organisation: string) =>
  `You get this because you speak for ${organisation}, whose project this is.`

/** To an organisation that was asked to take part; where nobody leads it yet, with how to change that. */
export const askedLetter = ({ plan, partner, hasLead }: Between & { hasLead: boolean }): Letter => ({
  subject: `${plan.organisation.name} names ${partner.name} as a partner`,
  parts: [
    {
      paragraph: `${plan.organisation.name} has published the project ${titled(plan)} and names ${partner.name} as a partner. Until you confirm it, the page says that you were asked.`,
    },
    ...quoted(partner.message),
    ...(hasLead
      ? []
      : [
          {
            paragraph: `A lead of ${partner.name} confirms or declines it, and nobody leads ${partner.name} on Pipeline yet. On the page of the request you can ask to be a lead; a curator decides about that.`,
          },
        ]),
    {
      action: {
        label: hasLead ? 'Confirm or decline' : 'Look at the request',
        href: requestPath(partner.id),
      },
    },
  ],
  why: asSpeaker(partner.name),
})

/** To the owner: another organisation wants to join. */
export const offeredLetter = ({ plan, partner }: Between): Letter => ({
  subject: `${partner.name} asks to join ${titled(plan)}`,
  parts: [
    { paragraph: `${partner.name} asks to take part in your project ${titled(plan)}.` },
    ...quoted(partner.message),
    { action: { label: 'Confirm or decline', href: requestPath(partner.id) } },
  ],
  why: asOwner(plan.organisation.name),
})

type Answered = Between & { isConfirmed: boolean; slug: string }

/** To those who asked or offered: the answer. */
export const answerLetter = ({
  plan,
  partner,
  isConfirmed,
  slug,
  to,
}: Answered & { to: 'owner' | 'partner' }): Letter => {
  const answered = isConfirmed ? 'takes part' : 'does not take part'
  return {
    subject: `${partner.name} ${answered} in ${titled(plan)}`,
    parts: [
      {
        paragraph:
          to === 'owner'
            ? `${partner.name} has ${isConfirmed ? 'confirmed that it takes part' : 'declined to take part'} in your project ${titled(plan)}.`
            : `${plan.organisation.name} has ${isConfirmed ? 'confirmed' : 'declined'} that ${partner.name} takes part in ${titled(plan)}.`,
      },
      { action: { label: 'Look at the project', href: projectPath(slug) } },
    ],
    why: to === 'owner' ? asOwner(plan.organisation.name) : asSpeaker(partner.name),
  }
}

/** To the other side: an organisation no longer takes part. */
export const endedLetter = ({
  plan,
  partner,
  slug,
  to,
}: Between & { slug: string; to: 'owner' | 'partner' }): Letter => ({
  subject: `${partner.name} no longer takes part in ${titled(plan)}`,
  parts: [
    {
      paragraph:
        to === 'owner'
          ? `${partner.name} has left your project ${titled(plan)}.`
          : `${plan.organisation.name} no longer names ${partner.name} as a partner in ${titled(plan)}.`,
    },
    { action: { label: 'Look at the project', href: projectPath(slug) } },
  ],
  why: to === 'owner' ? asOwner(plan.organisation.name) : asSpeaker(partner.name),
})
