import { type DefaultTreeAdapterTypes, parseFragment } from 'parse5'

type Node = DefaultTreeAdapterTypes.ChildNode
type Tree = string | { tag: string; attributes: string[]; children: Tree[] }

const inline = new Set(['a', 'abbr', 'b', 'code', 'em', 'i', 'mark', 'span', 'strong', 'time'])
const collapse = (text: string) => text.replace(/\s+/g, ' ').trim()

const attributesOf = (node: DefaultTreeAdapterTypes.Element) =>
  node.attrs
    .map(
      ({ name, value }) =>
        `${name}=${name === 'class' ? collapse(value).split(' ').sort().join(' ') : value}`,
    )
    .sort()

const treeOf = (nodes: Node[]): Tree[] => {
  const trees: Tree[] = []
  for (const node of nodes) {
    if ('value' in node && node.nodeName === '#text') trees.push(collapse(node.value))
    else if ('tagName' in node)
      trees.push({ tag: node.tagName, attributes: attributesOf(node), children: treeOf(node.childNodes) })
  }
  return trees.filter(tree => tree !== '')
}

const wordsOf = (nodes: Node[]): string =>
  nodes
    .map(node => {
      if ('value' in node && node.nodeName === '#text') return node.value
      if (!('tagName' in node)) return ''
      const words = wordsOf(node.childNodes)
      return inline.has(node.tagName) ? words : ` ${words} `
    })
    .join('')

/** Markup as a tree in which only what a browser tells apart differs: no order of attributes or class names. */
export const sameMarkup = (html: string) => treeOf(parseFragment(html).childNodes)

/** The words as read out: an inline element does not end a word, a block does. */
export const sameWords = (html: string) => collapse(wordsOf(parseFragment(html).childNodes))
