import type { Token } from 'markdown-it'
import { reader } from '#ui/markdown.tsx'

export type Run = { text: string; isBold: boolean; address: string | null }
/** A part of a document; the level of a heading is 1 to 3, the number of a step counts from 1. */
export type Block =
  | { kind: 'heading'; level: number; runs: Run[] }
  | { kind: 'paragraph' | 'item' | 'advice'; runs: Run[] }
  | { kind: 'step'; number: number; runs: Run[] }

function runsOf(tokens: Token[]): Run[] {
  const runs: Run[] = []
  let isBold = false
  let address: string | null = null
  for (const token of tokens) {
    const { type, content } = token
    if (type === 'strong_open') isBold = true
    else if (type === 'strong_close') isBold = false
    else if (type === 'link_open') address = String(token.attrGet('href'))
    else if (type === 'link_close') address = null
    else if (type === 'hardbreak') runs.push({ text: '\n', isBold, address })
    else if (type === 'softbreak') runs.push({ text: ' ', isBold, address })
    else if (content) runs.push({ text: content, isBold, address })
  }
  return runs
}

/** Markdown in the parts that a word processor knows. */
export function documentBlocks(markdown: string): Block[] {
  const blocks: Block[] = []
  const lists: ({ next: number } | null)[] = []
  let heading = 0
  let advice = 0
  for (const token of reader.parse(markdown, {})) {
    const { type, tag, children } = token
    if (type === 'heading_open') heading = Number(tag.slice(1))
    else if (type === 'heading_close') heading = 0
    else if (type === 'blockquote_open') advice += 1
    else if (type === 'blockquote_close') advice -= 1
    else if (type === 'ordered_list_open') lists.push({ next: Number(token.attrGet('start') ?? 1) })
    else if (type === 'bullet_list_open') lists.push(null)
    else if (/^(ordered|bullet)_list_close$/.test(type)) lists.pop()
    else if (type === 'inline') blocks.push(blockOf(runsOf(children ?? []), { heading, advice, lists }))
  }
  return blocks
}

type Place = { heading: number; advice: number; lists: ({ next: number } | null)[] }

function blockOf(runs: Run[], { heading, advice, lists }: Place): Block {
  if (heading > 0) return { kind: 'heading', level: Math.min(heading, 3), runs }
  if (advice > 0) return { kind: 'advice', runs }
  const list = lists.at(-1)
  if (list === undefined) return { kind: 'paragraph', runs }
  return list === null ? { kind: 'item', runs } : { kind: 'step', number: list.next++, runs }
}
