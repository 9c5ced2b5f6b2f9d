/** Where a text leaves room for what Pipeline knows: "{{what happens}}". */
const marker = /\{\{\s*([a-z][a-z ]*?)\s*\}\}/g
const alone = /^\{\{\s*([a-z][a-z ]*?)\s*\}\}$/

/** What stands in place of markers: a text as somebody typed it, or the lines of a list. */
export type Values = Record<string, string | string[]>

/** The names of the markers in a text, each once. */
export const markersIn = (words: string): string[] => [
  ...new Set([...words.matchAll(marker)].map(([, name]) => name!)),
]

/** Braces that are no marker: a name with a slip of the keys. */
export const brokenMarkers = (words: string): string[] =>
  [...words.replace(marker, '').matchAll(/\{\{[^\n]{0,40}/g)].map(([text]) => text)

export const withoutMarkers = (words: string) => words.replace(marker, '…')

const linkToGuide = /\[([^\]\n]*)\]\(\/guides\/([a-z0-9-]+)(?:[/?#][^)\s]*)?\)/g

/** Links to these guides become the words that they stood on. */
export const withoutLinksTo = (slugs: string[], words: string) =>
  words.replace(linkToGuide, (link, label: string, slug: string) => (slugs.includes(slug) ? label : link))

/** A line of a text as Markdown that shows just that line: nothing of it becomes a mark, a list or a heading. */
const escaped = (line: string) =>
  line
    .trim()
    .replace(/[\\`*_[\]<>&]/g, '\\$&')
    .replace(/^[-+=~#]/, '\\$&')
    .replace(/^(\d{1,9})([.)])/, '$1\\$2')

const paragraphs = (text: string) =>
  text
    .trim()
    .split(/\n\s*\n/)
    .map(paragraph => paragraph.split('\n').map(escaped).join('  \n'))
    .join('\n\n')

/** A text as Markdown that shows just that, in one line. */
export const inOneLine = (text: string) => escaped(text.replace(/\s+/g, ' '))

const asBlock = (value: string | string[]) =>
  typeof value === 'string' ? paragraphs(value) : value.map(line => `- ${inOneLine(line)}`).join('\n')

const asWords = (value: string | string[]) => inOneLine([value].flat().join('; '))

const isSaid = (value: string | string[] | undefined): value is string | string[] =>
  value !== undefined && value.length > 0

/** Puts values in place of markers; what is not known is named in square brackets, for somebody to write. */
export function fillWords(words: string, values: Values): string {
  const valueFor = (name: string) => (Object.hasOwn(values, name) ? values[name] : undefined)
  const blank = (name: string) => `[${name}]`
  return words
    .split('\n')
    .map(line => {
      const name = alone.exec(line.trim())?.[1]
      const whole = name && valueFor(name)
      if (name) return isSaid(whole) ? asBlock(whole as string | string[]) : blank(name)
      return line.replace(marker, (_, inLine: string) => {
        const value = valueFor(inLine)
        return isSaid(value) ? asWords(value) : blank(inLine)
      })
    })
    .join('\n')
}

/** The same of a template: under a heading where all is filled in, the advice on how to fill it in is left out. */
export const fillTemplate = (words: string, values: Values): string =>
  words
    .split(/^(?=#)/m)
    .map(section => {
      const names = markersIn(section)
      const isDone =
        names.length > 0 && names.every(name => Object.hasOwn(values, name) && isSaid(values[name]))
      return fillWords(isDone ? section.replace(/^>.*\n+/gm, '') : section, values)
    })
    .join('')
