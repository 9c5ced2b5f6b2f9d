import type { Letter } from '#features/mail/index.ts'
import type { Item } from './digest.ts'
import type { Waiting } from './digest-queries.ts'
import { type Happening, sayHappening, sentPath } from './subscription.ts'

/** Where a person changes what they are told, with the secret of a mail and without signing in. */
export const fromMailPath = (secret: string) => `/from-mail/${secret}`
export const stopPath = (secret: string) => `${fromMailPath(secret)}/stop`

type Shown = Item<Waiting & { title: string; url: string }>

const listed = (names: string[]) => names.map(name => `“${inOneLine(name)}”`).join(', ')

/** Of the lines of a thing the last is where it leads: a title with a line of its own could say otherwise. */
const inOneLine = (text: string) => text.replace(/\s+/g, ' ')

function wordsOf({ told, because }: Shown, happenings: Happening[]): string {
  const [{ title, meta }] = told as [Shown['told'][number]]
  const happened = [...new Set(told.map(({ happening }) => sayHappening(happening, happenings)))]
  return [
    inOneLine(title),
    inOneLine((meta ?? []).join(' · ')),
    `${happened.join('; ')}. Why: you asked for ${listed(because)}.`,
  ]
    .filter(Boolean)
    .join('\n')
}

/** One mail of everything that is due. `leftOut`: how many more there are than the person wishes to hear of. */
export function digestLetter(
  items: Shown[],
  { leftOut, secret, happenings }: { leftOut: number; secret: string; happenings: Happening[] },
): Letter {
  const [first] = items as [Shown]
  const [{ title }] = first.told as [Shown['told'][number]]
  const more = items.length - 1
  return {
    subject: more === 0 ? title : `${title}, and ${more} more`,
    parts: [
      {
        list: items.map(item => ({ words: wordsOf(item, happenings), href: item.told[0]!.url })),
      },
      ...(leftOut > 0
        ? [
            {
              list: [
                {
                  words: `${leftOut} more ${leftOut === 1 ? 'thing is' : 'things are'} on your page: we send the best of what you asked for`,
                  href: sentPath,
                },
              ],
            },
          ]
        : []),
      { action: { label: 'Change or stop what you are told', href: fromMailPath(secret) } },
    ],
    why: 'You get this because you asked Pipeline to tell you. What you asked for stands beside each line.',
    unsubscribe: stopPath(secret),
  }
}
