import type { Letter } from '#features/mail/index.ts'

const toCurators = 'You get this because you are a curator of Pipeline.'

/** Why something waits: it is the first post, was withheld before, or is of a kind that is always read. */
export type WhyHeld = 'first' | 'again' | 'always'

const heldWords: Record<WhyHeld, (organisation: string) => { subject: string; paragraph: string }> = {
  first: organisation => ({
    subject: `A first post of ${organisation} waits for you`,
    paragraph: `No post of ${organisation} has been released yet. This one is shown to nobody else until a curator has read it.`,
  }),
  again: organisation => ({
    subject: `${organisation} published again`,
    paragraph: `${organisation} published again what had been withheld. It stays hidden until a curator has read it.`,
  }),
  always: organisation => ({
    subject: `What ${organisation} wrote waits for you`,
    paragraph: `What is written of this kind is always read first. It is shown to nobody else until a curator has read it.`,
  }),
}

/** To curators, when something waits for them before it is shown. It quotes nothing of what they are to judge. */
export const heldLetter = ({
  organisation,
  why,
  path,
}: {
  organisation: string
  why: WhyHeld
  path: string
}): Letter => {
  const { subject, paragraph } = heldWords[why](organisation)
  return {
    subject,
    parts: [{ paragraph }, { action: { label: 'Read it and decide', href: path } }],
    why: toCurators,
  }
}

/** To curators, when someone reports what nobody had reported. */
export const reportedLetter = ({
  label,
  reason,
  path,
}: {
  label: string
  reason: string
  path: string
}): Letter => ({
  subject: `A ${label} was reported`,
  parts: [
    { paragraph: `The reason that was given: ${reason}.` },
    { action: { label: 'Read the report and decide', href: path } },
    { paragraph: 'Further reports of it are gathered there, without another mail.' },
  ],
  why: toCurators,
})

type About = { title: string; path: string }

const toOwners = (organisation: string) => `You get this because you speak for ${organisation} on Pipeline.`

export const releasedLetter = ({ title, path }: About, organisation: string): Letter => ({
  subject: `“${title}” is published`,
  parts: [
    {
      paragraph: `A curator has read it. What ${organisation} publishes from now on is shown at once.`,
    },
    { action: { label: 'See it as others do', href: path } },
  ],
  why: toOwners(organisation),
})

export const withheldLetter = (
  { title, path }: About,
  organisation: string,
  reason: string,
  reviewPath: string,
): Letter => ({
  subject: `“${title}” is withheld`,
  parts: [
    { paragraph: 'A curator took it down. In its place stands the reason:' },
    { quote: reason },
    { action: { label: 'Open it', href: path } },
    { paragraph: 'Once you changed it, or if you think that the reason is wrong, ask for another look:' },
    { list: [{ words: 'Ask the curators to look again', href: reviewPath }] },
  ],
  why: toOwners(organisation),
})

export const stillWithheldLetter = (
  { title, path }: About,
  organisation: string,
  reason: string,
): Letter => ({
  subject: `“${title}” stays withheld`,
  parts: [
    { paragraph: 'A curator looked at it again and left it withheld:' },
    { quote: reason },
    { action: { label: 'Open it', href: path } },
  ],
  why: toOwners(organisation),
})

export const restoredLetter = ({ title, path }: About, organisation: string): Letter => ({
  subject: `“${title}” is shown again`,
  parts: [
    { paragraph: 'A curator looked at it again and restored it.' },
    { action: { label: 'Open it', href: path } },
  ],
  why: toOwners(organisation),
})

export const toldLetter = ({ title, path }: About, organisation: string, words: string): Letter => ({
  subject: `A curator writes about “${title}”`,
  parts: [{ quote: words }, { action: { label: 'Open it', href: path } }],
  why: toOwners(organisation),
})

const outcomes = {
  withheld: 'A curator read your report and took it down, with this reason:',
  dismissed: 'A curator read your report and left it as it is:',
  restored: 'A curator looked at it again. It is shown to everyone as before.',
}

/** To who reported something and wants to hear what came of it. It quotes nothing that they wrote. */
export const answerLetter = (
  title: string,
  outcome: keyof typeof outcomes,
  words: string | null,
): Letter => ({
  subject: `What came of your report of “${title}”`,
  parts: [{ paragraph: outcomes[outcome] }, ...(words === null ? [] : [{ quote: words }])],
  why: 'You get this because you left this address with a report. It is forgotten twelve months after the report.',
})
