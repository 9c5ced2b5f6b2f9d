import type { Visibility } from '#features/accounts/index.ts'
import type { Letter } from '#features/mail/index.ts'
import { type Collaboration, collaborationPath, joiningPath } from './collaboration.ts'

const titled = ({ plan }: Collaboration) => `“${plan.said.title}”`

export const askedLetter = (collaboration: Collaboration, organisation: string): Letter => ({
  subject: `Join the collaboration on ${collaboration.plan.said.title}?`,
  parts: [
    {
      paragraph: `${collaboration.begunBy.name} has begun a collaboration on the project ${titled(collaboration)} and asks ${organisation} to join. What it is for:`,
    },
    { quote: collaboration.purpose },
    {
      paragraph:
        'In it the partners say what each of them aims at before they agree on anything, and keep their agreement and decisions. Nothing in it shows to you, and nothing of yours to them, until a lead of your organisation says yes.',
    },
    { action: { label: 'Join or decline', href: joiningPath(collaboration.plan.slug) } },
  ],
  why: `You get this because you speak for ${organisation} on Pipeline, which takes part in the project.`,
})

export const answeredLetter = (
  collaboration: Collaboration,
  { organisation, told, isJoined }: { organisation: string; told: string; isJoined: boolean },
): Letter => ({
  subject: `${organisation} ${isJoined ? 'has joined' : 'has declined to join'} the collaboration on ${collaboration.plan.said.title}`,
  parts: [
    {
      paragraph: isJoined
        ? `${organisation} now takes part in the collaboration on ${titled(collaboration)}: its people see what the partners share there.`
        : `${organisation} has declined to join the collaboration on ${titled(collaboration)}. It stays a partner of the project, and can be asked again.`,
    },
    { action: { label: 'See the collaboration', href: collaborationPath(collaboration.plan.slug) } },
  ],
  why: asPartner(told),
})

export const leftLetter = (
  collaboration: Collaboration,
  { organisation, told }: { organisation: string; told: string },
): Letter => ({
  subject: `${organisation} has left the collaboration on ${collaboration.plan.said.title}`,
  parts: [
    {
      paragraph: `${organisation} has left the collaboration on ${titled(collaboration)}. What it said there stays; its people no longer see what the partners share. Look at the agreement for what was agreed about leaving.`,
    },
    { action: { label: 'See the collaboration', href: collaborationPath(collaboration.plan.slug) } },
  ],
  why: asPartner(told),
})

/** Something of a collaboration that more people see than before, and where a lead of a partner can change that. */
export type Widened = { what: string; to: Visibility; by: string; href: string }

const seenWords: Record<Visibility, string> = {
  partners: 'only the organisations taking part see it',
  'public-sector': 'councils and other public bodies see it, once they are signed in',
  public: 'everyone sees it, on the open web',
}

export const widenedLetter = (
  collaboration: Collaboration,
  { what, to, by, href, told }: Widened & { told: string },
): Letter => ({
  subject: `More people see ${what} on ${collaboration.plan.said.title}`,
  parts: [
    {
      paragraph: `${by} has changed who sees ${what} on ${titled(collaboration)}: ${seenWords[to]}. What else stands in the collaboration shows as far as it says of itself. If ${told} does not want that, talk to ${by}; a lead of any partner can change it back.`,
    },
    { action: { label: 'See who sees it', href } },
  ],
  why: asPartner(told),
})

/** Why a partner is told of something. */
export const asPartner = (organisation: string) =>
  `You get this because you lead ${organisation} on Pipeline, which is in this collaboration.`
