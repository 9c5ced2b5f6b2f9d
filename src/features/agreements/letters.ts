import { asPartner, type Collaboration } from '#features/collaborations/index.ts'
import type { Letter } from '#features/mail/index.ts'
import { formatDate } from '#ui/date.ts'
import { agreementPath, signingPath, versionPath } from './agreement.ts'

const titled = ({ plan }: Collaboration) => `“${plan.said.title}”`

type Waiting = { number: number; told: string; by: string; isChange: boolean }

/** Asks for a signature. */
export const waitsLetter = (
  collaboration: Collaboration,
  { number, told, by, isChange }: Waiting,
): Letter => ({
  subject: `${isChange ? 'The agreement has changed' : 'An agreement waits for your signature'}: ${collaboration.plan.said.title}`,
  parts: [
    {
      paragraph: isChange
        ? `${by} has fixed version ${number} of the agreement on ${titled(collaboration)}. All partners sign it anew. The page shows what differs from the version before; what was agreed before stands until all have signed this one.`
        : `${by} has fixed an agreement on ${titled(collaboration)} for signing. It stands when all partners have signed.`,
    },
    {
      action: {
        label: `Read it, and sign for ${told}`,
        href: signingPath(collaboration.plan.slug, number),
      },
    },
  ],
  why: asPartner(told),
})

/** All have signed. The hashes in the mail are copies that the site cannot change. */
export const agreedLetter = (
  collaboration: Collaboration,
  { number, told, sha256, last }: { number: number; told: string; sha256: string; last: string },
): Letter => ({
  subject: `All have signed: agreement on ${collaboration.plan.said.title}`,
  parts: [
    {
      paragraph: `All parties have signed version ${number} of the agreement on ${titled(collaboration)}. It stands from now on. Keep this mail: by the two hashes in it you can tell, without us, whether the text or a signature was changed later.`,
    },
    {
      list: [
        { words: `SHA-256 of the text: ${sha256}` },
        { words: `SHA-256 of the last signature record: ${last}` },
      ],
    },
    { action: { label: 'See the agreement', href: versionPath(collaboration.plan.slug, number) } },
  ],
  why: asPartner(told),
})

/** One of them has written down that it ended. */
export const endedLetter = (
  collaboration: Collaboration,
  { number, told, by }: { number: number; told: string; by: string },
): Letter => ({
  subject: `The agreement has ended: ${collaboration.plan.said.title}`,
  parts: [
    {
      paragraph: `${by} has written down that version ${number} of the agreement on ${titled(collaboration)} has ended. Its text and signatures stay. If it should not have ended, speak to them; a new version can be fixed and signed at any time.`,
    },
    { action: { label: 'See the version', href: versionPath(collaboration.plan.slug, number) } },
  ],
  why: asPartner(told),
})

type Ending = { number: number; told: string; day: string; kind: 'ends' | 'review' }

/** It ends, or is to be looked at again, on a day 'YYYY-MM-DD'. */
export const endsLetter = (collaboration: Collaboration, { number, told, day, kind }: Ending): Letter => ({
  subject:
    kind === 'ends'
      ? `Your agreement ends on ${formatDate(day)}: ${collaboration.plan.said.title}`
      : `Look at your agreement again by ${formatDate(day)}: ${collaboration.plan.said.title}`,
  parts: [
    {
      paragraph:
        kind === 'ends'
          ? `Version ${number} of the agreement on ${titled(collaboration)} ends on ${formatDate(day)}. To go on, change the end date or whatever else is no longer right, and sign a new version before that day.`
          : `You have agreed to look at version ${number} of the agreement on ${titled(collaboration)} again by ${formatDate(day)}. What is no longer right you can change in the draft.`,
    },
    { action: { label: 'See the agreement', href: agreementPath(collaboration.plan.slug) } },
  ],
  why: asPartner(told),
})
