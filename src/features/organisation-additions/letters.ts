import { organisationPeoplePath } from '#features/accounts/index.ts'
import type { Letter } from '#features/mail/index.ts'
import { organisationPath } from '#features/organisations/index.ts'
import { additionsPath } from './addition.ts'

/** Tells curators that something waits for them. It quotes nothing of what they are to judge. */
export const waitingLetter = (what: 'organisation' | 'tie'): Letter => ({
  subject:
    what === 'organisation'
      ? 'An organisation that was added waits for you'
      : 'A tie between organisations waits for you',
  parts: [
    {
      paragraph:
        what === 'organisation'
          ? 'Somebody added an organisation that was missing on Pipeline. Nobody else sees it until a curator has confirmed it.'
          : 'Somebody said what two organisations have to do with each other. Nobody else sees it until a curator has confirmed it.',
    },
    { action: { label: 'Look at it and decide', href: additionsPath } },
  ],
  why: 'You get this because you are a curator of Pipeline.',
})

/** Tells who added an organisation what a curator decided; `listed` is null when it was refused. */
export const decidedLetter = (name: string, listed: { slug: string } | null): Letter => ({
  subject: listed ? `${name} is on Pipeline now` : `${name} was not added to Pipeline`,
  parts: listed
    ? [
        { paragraph: 'A curator confirmed the organisation that you added. It has a page of its own.' },
        { action: { label: `Open the page of ${name}`, href: organisationPath(listed.slug) } },
        {
          paragraph:
            'If you work there, ask to speak for it: then you can publish in its name. A curator confirms the first of you.',
        },
        { action: { label: `Ask to speak for ${name}`, href: organisationPeoplePath(listed.slug) } },
      ]
    : [
        {
          paragraph:
            'A curator looked at it and did not list it. It may be there under another name, or have nothing to do with public services.',
        },
        { action: { label: 'Look at the organisations there are', href: '/organisations' } },
      ],
  why: 'You get this because you added an organisation to Pipeline.',
})
