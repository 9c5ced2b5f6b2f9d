import { failure } from '#plumbing/failures.ts'

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of XML with its five entities and numbered characters; others stay as they are, so nothing can grow. */
export const unescaped = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{1,8}));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

type Element = { attributes: string; inner: string; at: number; end: number }

/** `rest` is from where an element may still be open, or a tag be cut off. Every character is looked at once. */
function scan(xml: string, name: string): { found: Element[]; rest: number } {
  const opening = new RegExp(`<(?:\\w+:)?${name}(?=[\\s/>])([^<>]*)>`, 'g')
  const closing = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g')
  const found: Element[] = []
  for (let open = opening.exec(xml); open; open = opening.exec(xml)) {
    const attributes = open[1]!
    if (attributes.endsWith('/')) {
      found.push({ attributes: attributes.slice(0, -1), inner: '', at: open.index, end: opening.lastIndex })
      continue
    }
    closing.lastIndex = opening.lastIndex
    const close = closing.exec(xml)
    // What is not closed here is closed nowhere, and no other after it is.
    if (!close) return { found, rest: open.index }
    const inner = xml.slice(opening.lastIndex, close.index)
    found.push({ attributes, inner, at: open.index, end: closing.lastIndex })
    opening.lastIndex = closing.lastIndex
  }
  const lastTag = xml.lastIndexOf('<')
  return { found, rest: Math.max(found.at(-1)?.end ?? 0, lastTag < 0 ? xml.length : lastTag) }
}

/** Elements of a name, with or without prefix, that do not hold their like: what is in the tag, and what is inside. */
export const elements = (xml: string, name: string): Element[] => scan(xml, name).found

export function withoutElements(xml: string, name: string): string {
  const gone = elements(xml, name)
  return [...gone.map(({ at }, n) => xml.slice(gone[n - 1]?.end ?? 0, at)), xml.slice(gone.at(-1)?.end)].join(
    '',
  )
}

export function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return value ? unescaped(value[1] ?? value[2] ?? '') : undefined
}

const atOnce = 1024 * 1024
const elementAtMost = 4 * atOnce

/** Elements one by one from XML in bytes, of which only a piece at a time becomes text. */
export function* elementsIn(bytes: Uint8Array, name: string) {
  const decoder = new TextDecoder()
  let text = ''
  for (let at = 0; at < bytes.length; at += atOnce) {
    text += decoder.decode(bytes.subarray(at, at + atOnce), { stream: true })
    const { found, rest } = scan(text, name)
    yield* found
    text = text.slice(rest)
    if (text.length > elementAtMost)
      throw failure('invalid', 'The Excel file has a row or a text that never ends: save it as CSV.')
  }
}
