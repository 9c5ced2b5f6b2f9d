import { parse, type DefaultTreeAdapterTypes as Tree } from 'parse5'

export type FoundField = { name: string; kind: string; values: string[] }
/** A form of a page that changes something; `action` is a path. */
export type FoundForm = { action: string; fields: FoundField[] }

const attributesOf = ({ attrs }: Tree.Element) =>
  Object.fromEntries(attrs.map(({ name, value }) => [name, value]))

function* elementsIn(node: Tree.ParentNode): Generator<Tree.Element> {
  for (const child of node.childNodes) {
    if (!('tagName' in child)) continue
    yield child
    yield* elementsIn(child)
  }
}

function fieldOf(element: Tree.Element): FoundField | undefined {
  const { name, type = 'text', value = '' } = attributesOf(element)
  if (!name || name === 'form_token') return undefined
  if (element.tagName === 'textarea') return { name, kind: 'text', values: [] }
  if (element.tagName === 'select')
    return {
      name,
      kind: 'radio',
      values: [...elementsIn(element)].map(option => attributesOf(option).value ?? ''),
    }
  if (element.tagName === 'button') return { name, kind: 'radio', values: [value] }
  return element.tagName === 'input' ? { name, kind: type, values: [value] } : undefined
}

function formOf(element: Tree.Element): FoundForm {
  const fields = new Map<string, FoundField>()
  for (const inner of elementsIn(element)) {
    const field = fieldOf(inner)
    const known = field && fields.get(field.name)
    if (known) known.values.push(...field.values)
    else if (field) fields.set(field.name, field)
  }
  return { action: attributesOf(element).action ?? '', fields: [...fields.values()] }
}

/** The forms of a page that are sent by POST, and the paths of this site that it links to. */
export function readPage(html: string): { forms: FoundForm[]; links: string[] } {
  const elements = [...elementsIn(parse(html))]
  return {
    forms: elements
      .filter(element => element.tagName === 'form' && attributesOf(element).method === 'post')
      .map(formOf),
    links: elements.flatMap(element => {
      const { href } = attributesOf(element)
      return element.tagName === 'a' && href?.startsWith('/') ? [href.split('#')[0]!] : []
    }),
  }
}
