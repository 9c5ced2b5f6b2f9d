import type { Letter } from '#features/mail/index.ts'
import type { Item } from './digest.ts'
import type { Waiting } from './digest-queries.ts'
import { mailboxLinkPath } from './mailbox.ts'
import { organisationSentPath, sentPath } from './subscription.ts'

/** Where a person changes what they are told, with the secret of a mail and without signing in. */
export const fromMailPath = (secret: string) => `/from-mail/${secret}`
export const stopPath = (secret: string) => `${fromMailPath(secret)}/stop`

type Shown = Item<Waiting & { title: string; url: string; says: string }>

const listed = (names: string[]) => names.map(name => `“${inOneLine(name)}”`).join(', ')

/** Of the lines of a thing the last is where it leads: a title with a line of its own could say otherwise. */
const inOneLine = (text: string) => text.replace(/\s+/g, ' ')

function wordsOf({ told, because }: Shown, { organisation }: Digest): string {
  const [{ title, meta }] = told as [Shown['told'][number]]
  const happened = [...new Set(told.map(({ says }) => says))]
  return [
    inOneLine(title),
    inOneLine((meta ?? []).join(' · ')),
    `${happened.join('; ')}. Why: ${organisation?.name ?? 'you'} asked for ${listed(because)}.`,
  ]
    .filter(Boolean)
    .join('\n')
}

type Digest = {
  /** How many more there are than the recipient wishes to hear of. */
  leftOut: number
  secret: string
  /** Whose shared mailbox it goes to; null for a person. */
  organisation: { name: string; slug: string } | null
}

/** One mail of everything that is due. */
export function digestLetter(items: Shown[], digest: Digest): Letter {
  const { leftOut, secret, organisation } = digest
  const [first] = items as [Shown]
  const [{ title }] = first.told as [Shown['told'][number]]
  const more = items.length - 1
  return {
    subject: more === 0 ? title : `${title}, and ${more} more`,
    parts: [
      {
        list: items.map(item => ({ words: wordsOf(item, digest), href: item.told[0]!.url })),
      },
      ...(leftOut > 0
        ? [
            {
              list: [
                {
                  words: `${leftOut} more ${leftOut === 1 ? 'thing is' : 'things are'} on ${organisation ? `the page of ${organisation.name}’s leads` : 'your page'}: we send the best of what was asked for`,
                  href: organisation ? organisationSentPath(organisation.slug) : sentPath,
                },
              ],
            },
          ]
        : []),
      { action: { label: 'Change or stop what you are told', href: fromMailPath(secret) } },
    ],
    why: organisation
      ? `This mailbox gets this because ${organisation.name} asked Pipeline to tell it, and somebody who reads the mailbox agreed. What was asked for stands beside each line.`
      : 'You get this because you asked Pipeline to tell you. What you asked for stands beside each line.',
    unsubscribe: stopPath(secret),
  }
}

/** Asks a shared mailbox whether it wants to be told. */
export const mailboxLetter = ({
  organisation,
  secret,
}: {
  organisation: string
  secret: string
}): Letter => ({
  subject: `May Pipeline write to this mailbox for ${organisation}?`,
  parts: [
    {
      paragraph: `A lead of ${organisation} on Pipeline wants what the organisation asked to be told of to come to this mailbox: new problems, projects, contracts and calls, in one mail at a time.`,
    },
    { action: { label: 'Say yes, or see what this is', href: mailboxLinkPath(secret) } },
    { paragraph: 'If nobody says yes within seven days, nothing is sent. You need no account.' },
  ],
  why: `You get this once, because a lead of ${organisation} gave this address.`,
  isSecret: true,
})
