import type { Token } from 'markdown-it'
import { reader } from './markdown.tsx'

/** A part of a text for where nothing but words can stand: a document, a paragraph, a card. */
export type PlainBlock = { kind: 'paragraph' | 'item' | 'heading'; text: string }

/** Text that a person wrote in Markdown, without its marks; the address of a link stands behind its words. */
export function plainBlocks(markdown: string): PlainBlock[] {
  const blocks: PlainBlock[] = []
  let items = 0
  let isHeading = false
  for (const { type, content, children } of reader.parse(markdown, {})) {
    if (type === 'list_item_open') items += 1
    if (type === 'list_item_close') items -= 1
    if (type === 'heading_open') isHeading = true
    if (type === 'heading_close') isHeading = false
    const text = type === 'inline' ? wordsOf(children ?? []) : isCode(type) ? content.trim() : ''
    if (text) blocks.push({ kind: isHeading ? 'heading' : items > 0 ? 'item' : 'paragraph', text })
  }
  return blocks
}

const isCode = (type: string) => type === 'fence' || type === 'code_block'

function wordsOf(tokens: Token[]): string {
  let words = ''
  let address = ''
  for (const token of tokens) {
    if (token.type === 'link_open') address = String(token.attrGet('href'))
    else if (token.type === 'link_close') words += words.endsWith(address) ? '' : ` (${address})`
    else if (token.type === 'softbreak' || token.type === 'hardbreak') words += ' '
    else words += token.content
  }
  return words.replace(/\s+/g, ' ').trim()
}

const atMost = (text: string, most: number) => {
  if (text.length <= most) return text
  const end = text.lastIndexOf(' ', most)
  return `${text.slice(0, end > 0 ? end : most)} …`
}

/** The beginning of a text of so many characters, ended at a word. */
export function firstBlocks(blocks: PlainBlock[], most: number): PlainBlock[] {
  const first: PlainBlock[] = []
  let left = most
  for (const block of blocks) {
    if (left <= 0) break
    first.push({ ...block, text: atMost(block.text, left) })
    left -= block.text.length
  }
  return first
}

const ended = (text: string) => (/[.!?…:;]$/.test(text) ? text : `${text}.`)

/** Items that follow each other, together; everything else by itself. */
export const blockRuns = (blocks: PlainBlock[]): PlainBlock[][] =>
  blocks.reduce<PlainBlock[][]>((runs, block) => {
    const last = runs.at(-1)
    if (block.kind === 'item' && last?.at(-1)?.kind === 'item') last.push(block)
    else runs.push([block])
    return runs
  }, [])

/** All in one line, each part a sentence and a list one too; headings are left out. */
export const inSentences = (blocks: PlainBlock[]): string =>
  blockRuns(blocks.filter(({ kind }) => kind !== 'heading'))
    .map(run => ended(run.map(({ text }) => (run.length > 1 ? text.replace(/[.;,]$/, '') : text)).join('; ')))
    .join(' ')
