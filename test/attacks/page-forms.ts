import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

/** A field of a form as a browser would fill it: `line` and `text` are written, all others chosen. */
export type Field = { name: string; kind: 'line' | 'text' | 'chosen'; values: string[] }
export type PageForm = { action: string; fields: Field[] }

const attribute = ({ attrs }: Tree.Element, name: string) => attrs.find(one => one.name === name)?.value

function* elementsOf(node: Tree.ParentNode): Generator<Tree.Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue
    yield child
    yield* elementsOf(child)
  }
}

const textIn = (node: Tree.ParentNode): string[] =>
  node.childNodes.flatMap(child => {
    if (child.nodeName === '#text') return [(child as Tree.TextNode).value]
    return 'childNodes' in child ? textIn(child) : []
  })

/** All that a page shows as text, its white space made single spaces. */
export const shownText = (html: string): string => inOneLine(textIn(parse(html)).join(' '))

export const inOneLine = (text: string) => text.replace(/\s+/g, ' ').trim()

function fieldOf(element: Tree.Element): Field | undefined {
  const name = attribute(element, 'name')
  const value = attribute(element, 'value') ?? ''
  const type = attribute(element, 'type') ?? 'text'
  if (!name || name === 'form_token') return
  if (element.tagName === 'textarea') return { name, kind: 'text', values: [textIn(element).join('')] }
  if (element.tagName === 'select') {
    const options = [...elementsOf(element)].filter(({ tagName }) => tagName === 'option')
    const chosen = options.find(option => attribute(option, 'selected') !== undefined) ?? options[0]
    return { name, kind: 'chosen', values: chosen ? [attribute(chosen, 'value') ?? ''] : [] }
  }
  if (element.tagName !== 'input') return
  if (type === 'radio' || type === 'checkbox')
    return { name, kind: 'chosen', values: attribute(element, 'checked') === undefined ? [] : [value] }
  return { name, kind: type === 'hidden' ? 'chosen' : 'line', values: [value] }
}

/** The forms of a page that change something, filled in as the page gives them. */
export function formsIn(html: string): PageForm[] {
  const forms = [...elementsOf(parse(html))].filter(
    element => element.tagName === 'form' && attribute(element, 'method') === 'post',
  )
  return forms.map(form => {
    const fields = new Map<string, Field>()
    for (const element of elementsOf(form)) {
      const field = fieldOf(element)
      if (!field) continue
      const known = fields.get(field.name)
      if (known) known.values.push(...field.values)
      else fields.set(field.name, field)
    }
    return { action: attribute(form, 'action') ?? '', fields: [...fields.values()] }
  })
}
