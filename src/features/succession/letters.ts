import type { Collaboration } from '#features/collaborations/index.ts'
import type { Letter } from '#features/mail/index.ts'
import { formatDate } from '#ui/date.ts'
import { countOf } from '#ui/money.ts'
import { rolePath, successionPath } from './succession.ts'

// No letter names a third person: it would stay in a mailbox, and in the outbox, after they were erased.

const why = (organisation: string) =>
  `You get this because you lead ${organisation} on Pipeline, which is in this collaboration.`

const see = ({ plan }: Collaboration) => ({
  action: { label: 'See the plan of succession', href: successionPath(plan.slug) },
})

const titled = ({ plan }: Collaboration) => `“${plan.said.title}”`

type About = { organisation: string; titles: string[] }

/** To whoever was named by a colleague. */
export const namedLetter = (
  collaboration: Collaboration,
  {
    id,
    title,
    as,
    organisation,
  }: { id: string; title: string; as: 'holder' | 'deputy'; organisation: string },
): Letter => ({
  subject: `You are named as ${as === 'holder' ? '' : 'deputy for '}${title}`,
  parts: [
    {
      paragraph: `In the plan of succession of the collaboration on ${titled(collaboration)}, a colleague has named you as ${as === 'holder' ? `the one who holds the role “${title}”` : `the one who stands in for the role “${title}”`} for ${organisation}.`,
    },
    {
      paragraph:
        'The partners read your name there if you show it to everyone, and “an officer” otherwise. If it is not you, change it.',
    },
    { action: { label: 'See the role', href: rolePath(collaboration.plan.slug, id) } },
  ],
  why: `You get this because you speak for ${organisation} on Pipeline.`,
})

export const leavingLetter = (
  collaboration: Collaboration,
  { organisation, titles, lastDay }: About & { lastDay: string | null },
): Letter => ({
  subject: `Who takes over ${countOf(titles.length, 'role')} in ${collaboration.plan.said.title}?`,
  parts: [
    {
      paragraph: `A colleague at ${organisation} ${lastDay ? `is leaving on ${formatDate(lastDay)}` : 'passes on what they look after'}. In the plan of succession of the collaboration on ${titled(collaboration)} they hold, or stand in for:`,
    },
    { list: titles.map(words => ({ words })) },
    { paragraph: 'Name who comes after them while they can still explain what they know.' },
    see(collaboration),
  ],
  why: why(organisation),
})

export const vacantLetter = (collaboration: Collaboration, { organisation, titles }: About): Letter => ({
  subject: `Nobody holds ${countOf(titles.length, 'role')} in ${collaboration.plan.said.title}`,
  parts: [
    {
      paragraph: `In the plan of succession of the collaboration on ${titled(collaboration)} nobody at ${organisation} holds any more:`,
    },
    { list: titles.map(words => ({ words })) },
    { paragraph: 'The partners see that they are vacant. Name who holds them now.' },
    see(collaboration),
  ],
  why: why(organisation),
})

export const askingLetter = (collaboration: Collaboration, { organisation, titles }: About): Letter => ({
  subject: `Is it still right? Plan of succession of ${collaboration.plan.said.title}`,
  parts: [
    {
      paragraph: `Nobody at ${organisation} has looked for six months at who holds these roles in the collaboration on ${titled(collaboration)}, who stands in, and where everything lives:`,
    },
    { list: titles.map(words => ({ words })) },
    see(collaboration),
  ],
  why: why(organisation),
})
