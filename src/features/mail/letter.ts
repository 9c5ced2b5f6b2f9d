import { absoluteAddress, type Letter, type LetterPart } from '#ui/email.tsx'

export type { Letter }

function partAsText(part: LetterPart, baseUrl: string): string {
  if ('paragraph' in part) return part.paragraph
  if ('action' in part) return `${part.action.label}:\n${absoluteAddress(part.action.href, baseUrl)}`
  if ('code' in part) return `    ${part.code}`
  if ('list' in part)
    return part.list
      .map(({ words, href }) => {
        const lines = [words, ...(href === undefined ? [] : [absoluteAddress(href, baseUrl)])]
        return `- ${lines.join('\n').replaceAll('\n', '\n  ')}`
      })
      .join('\n')
  return part.quote.replace(/^/gm, '> ')
}

/** The plain text version of a letter. */
export const letterAsText = ({ parts, why }: Letter, baseUrl: string): string =>
  [...parts.map(part => partAsText(part, baseUrl)), '--', why].join('\n\n')

/** A letter with a code or a secret address lets someone in: its words are not kept once it has left. */
export const letsSomeoneIn = ({ parts, unsubscribe, isSecret }: Letter) =>
  isSecret === true || unsubscribe !== undefined || parts.some(part => 'code' in part)

/** Every text of a value, at any depth, made anew by `change`. */
const withTexts = <T>(value: T, change: (text: string) => string): T => {
  if (typeof value === 'string') return change(value) as T
  if (Array.isArray(value)) return value.map(one => withTexts(one, change)) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, withTexts(one, change)])) as T
}

const inOneLine = (text: string) => text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim()

/** What neither a mail nor the database can hold is taken out, and line breaks are made alike. */
const asMailHoldsIt = (text: string) => text.toWellFormed().replaceAll('\0', '').replace(/\r\n?/g, '\n')

const isPath = (href: string) => /^\/(?![/\\])/.test(href)

/** The letter as it is kept. A link that leaves the site is a defect: mail asks people to trust where it leads. */
export function asKept(letter: Letter): Letter {
  const links = letter.parts.flatMap(part =>
    'action' in part ? [part.action.href] : 'list' in part ? part.list.flatMap(({ href }) => href ?? []) : [],
  )
  const elsewhere = [...links, ...(letter.unsubscribe === undefined ? [] : [letter.unsubscribe])].find(
    href => !isPath(href),
  )
  if (elsewhere !== undefined)
    throw new Error(`A letter can only link to paths of the site, not ${elsewhere}.`)
  const kept = withTexts(letter, asMailHoldsIt)
  return { ...kept, subject: inOneLine(kept.subject) }
}
