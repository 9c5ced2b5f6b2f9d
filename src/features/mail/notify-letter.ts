import { absoluteAddress, type Letter, type LetterPart } from '#ui/email.tsx'

// What begins a line, or makes words a link, in Notify's Markdown. A letter's words are words.
const unmarked = (text: string) =>
  text.replace(/^(\s*)([#*^+•-]|\d+[.)])/gm, '$1\u200b$2').replaceAll('](', ']\u200b(')

function partForNotify(part: LetterPart, baseUrl: string): string {
  if ('paragraph' in part) return unmarked(part.paragraph)
  if ('action' in part)
    return `${unmarked(part.action.label)}:\n${absoluteAddress(part.action.href, baseUrl)}`
  if ('code' in part) return `# ${part.code}`
  if ('list' in part)
    return part.list
      .map(({ words, href }) => {
        const [first = '', ...more] = unmarked(words).split('\n')
        const lines = [first, ...more, ...(href === undefined ? [] : [absoluteAddress(href, baseUrl)])]
        return `* ${lines.join(' – ')}`
      })
      .join('\n')
  return unmarked(part.quote)
    .split('\n')
    .map(line => `^ ${line}`.trimEnd())
    .join('\n')
}

/** A letter's words for the one template: plain, with Notify's few signs for a heading, a list and what is quoted. */
export const wordsForNotify = ({ parts, why }: Letter, baseUrl: string): string =>
  [...parts.map(part => partForNotify(part, baseUrl)), '---', unmarked(why)].join('\n\n')

/** Where mail programs end mail like this by themselves (RFC 8058). */
export const unsubscribeAddress = ({ unsubscribe }: Letter, baseUrl: string): string | undefined =>
  unsubscribe === undefined ? undefined : absoluteAddress(unsubscribe, baseUrl)
