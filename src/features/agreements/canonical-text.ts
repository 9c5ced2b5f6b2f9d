/**
 * The normal form of an agreement's text, described in docs/agreements.md: UTF-8, composed characters (NFC), line feeds,
 * one paragraph a line. What a line is its indent says, which nobody's words can have: 0 a heading, 4 words, 6 an item,
 * 8 where the clause above comes from.
 */
export type Line = { kind: 'heading' | 'words' | 'item' | 'origin'; text: string }

const indents = { heading: '', words: '    ', item: '      - ', origin: '        ' }

// Marks that change the direction of what follows could make a text read otherwise than it is, and what nobody sees could
// make two texts that read alike differ. Joiners and the forms of signs belong to how some scripts are written.
const unseen =
  /(?![\n\t])\p{Cc}|(?!\u200c|\u200d|\ufe0e|\ufe0f)\p{Default_Ignorable_Code_Point}|[\u2028\u2029\ufff9-\ufffb\ufffe\uffff]/gu

/** Words on one line, in normal form: made so once, it is changed no more. What is taken out may have kept characters apart that NFC composes. */
export const normalLine = (text: string) =>
  text.toWellFormed().replace(unseen, '').normalize('NFC').replace(/\s+/g, ' ').trim()

/** Words of people as lines of one kind; empty ones fall away. */
export const linesOf = (kind: Line['kind'], text: string): Line[] =>
  text
    .split('\n')
    .map(normalLine)
    .filter(Boolean)
    .map(line => ({ kind, text: line }))

/** A text in normal form, with an empty line between all but items. */
export function writeText(lines: Line[]): string {
  let text = ''
  lines.forEach(({ kind, text: words }, at) => {
    const isList = kind === 'item' && lines[at - 1]?.kind === 'item'
    text += `${at === 0 || isList ? '' : '\n'}${indents[kind]}${normalLine(words)}\n`
  })
  return text
}

const kinds = Object.entries(indents).toReversed() as [Line['kind'], string][]

/** The lines of a text in normal form, as {@link writeText} wrote them. */
export const readText = (text: string): Line[] =>
  text
    .split('\n')
    .filter(Boolean)
    .map(line => {
      const [kind, indent] = kinds.find(([, indent]) => line.startsWith(indent))!
      return { kind, text: line.slice(indent.length) }
    })

/** A part of a text under its heading. The first is the title. */
export type Part = { title: string; lines: Line[] }

export function partsOf(text: string): Part[] {
  const parts: Part[] = []
  for (const line of readText(text)) {
    if (line.kind === 'heading') parts.push({ title: line.text, lines: [] })
    else parts.at(-1)?.lines.push(line)
  }
  return parts
}
