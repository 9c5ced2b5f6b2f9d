const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/** Text of XML with its five entities and numbered characters; others stay as they are, so nothing can grow. */
export const unescaped = (text: string) =>
  text.replace(/&(?:#(\d+)|#x([\da-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (name) return entities[name] ?? whole
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole
  })

/** Elements of a name, with or without prefix, that do not hold their like: what is in the tag, and what is inside. */
export function elements(xml: string, name: string): { attributes: string; inner: string; end: number }[] {
  const form = new RegExp(`<(?:\\w+:)?${name}(\\s[^>]*?)?(?:/>|>([\\s\\S]*?)</(?:\\w+:)?${name}>)`, 'g')
  return Array.from(xml.matchAll(form), match => ({
    attributes: match[1] ?? '',
    inner: match[2] ?? '',
    end: match.index + match[0].length,
  }))
}

export function attribute(attributes: string, name: string): string | undefined {
  const value = new RegExp(`(?:^|\\s)(?:\\w+:)?${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)
  return value ? unescaped(value[1] ?? value[2] ?? '') : undefined
}

/** Elements one by one from XML in bytes, of which only a piece at a time becomes text. */
export function* elementsIn(bytes: Uint8Array, name: string) {
  const decoder = new TextDecoder()
  const atOnce = 1024 * 1024
  let text = ''
  for (let at = 0; at < bytes.length; at += atOnce) {
    text += decoder.decode(bytes.subarray(at, at + atOnce), { stream: true })
    const found = elements(text, name)
    yield* found
    text = text.slice(found.at(-1)?.end ?? 0)
  }
}
