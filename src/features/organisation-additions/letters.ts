import type { Letter } from '#features/mail/index.ts'
import { organisationPath } from '#features/organisations/index.ts'

/** Tells who added an organisation what a curator decided; `listed` is null when it was refused. */
export const decidedLetter = (name: string, listed: { slug: string } | null): Letter => ({
  subject: listed ? `${name} is on Pipeline now` : `${name} was not added to Pipeline`,
  parts: listed
    ? [
        { paragraph: 'A curator confirmed the organisation that you added. It has a page of its own.' },
        { action: { label: `Open the page of ${name}`, href: organisationPath(listed.slug) } },
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
