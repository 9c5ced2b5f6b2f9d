const named: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00a0',
  ndash: '–',
  mdash: '—',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  bull: '•',
  middot: '·',
  pound: '£',
  euro: '€',
  eacute: 'é',
}

const fromCode = (code: number) =>
  code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : '\ufffd'

const decoded = (text: string) =>
  text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/gi, (whole, decimal, hex, name) => {
    if (decimal) return fromCode(Number(decimal))
    if (hex) return fromCode(Number.parseInt(hex, 16))
    return named[name.toLowerCase()] ?? whole
  })

const unseen = /^(head|style|script|title|template|svg|object|noscript)$/
const blocks = /^(p|div|br|tr|table|ul|ol|li|pre|h[1-6]|blockquote|hr|section|article|header|footer)$/
/** What mail programs put before the mail that is answered. */
const answered =
  /\bid\s*=\s*["']?(appendonsend|divRplyFwdMsg|x_divRplyFwdMsg|OLK_SRC_BODY_SECTION|mail-editor-reference-message-container)\b/i
const rule = '_'.repeat(32)

/**
 * What a person reads of an HTML mail, as text: quotes begin their lines with ">", a line across is one of underscores.
 * One pass over the text, whatever it holds; what comes out is text and must be escaped like all text.
 */
export function htmlAsText(html: string): string {
  const lines = ['']
  let depth = 0
  let isBegun = false
  const beginLine = () => {
    lines[lines.length - 1] = depth > 0 ? '> ' : ''
    isBegun = false
  }
  const breakLine = () => {
    lines.push('')
    beginLine()
  }
  const write = (text: string) => {
    // A space that does not break is there to be seen: a paragraph of nothing else is an empty line.
    const words = decoded(text.replace(/[ \t\r\n\f]+/g, ' '))
    const added = isBegun ? words : words.replace(/^ /, '')
    lines[lines.length - 1] += added
    isBegun ||= added !== ''
  }
  const lastEnd = html.lastIndexOf('>')
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    write(html.slice(at, open < 0 ? undefined : open))
    if (open < 0) break
    if (html.startsWith('<!--', open)) {
      const end = html.indexOf('-->', open + 4)
      at = end < 0 ? html.length : end + 3
      continue
    }
    const tag = open < lastEnd ? tagAt(html, open) : undefined
    if (!tag) {
      write('<')
      at = open + 1
      continue
    }
    at = tag.end
    const { name, isEnd } = tag
    if (unseen.test(name) && !isEnd) {
      const end = new RegExp(`</${name}`, 'gi')
      end.lastIndex = at
      const found = end.exec(html)
      at = found ? found.index : html.length
      continue
    }
    if (!blocks.test(name)) continue
    if (isBegun || (name === 'br' && !isEnd)) breakLine()
    if (name === 'blockquote') {
      depth = Math.max(0, depth + (isEnd ? -1 : 1))
      beginLine()
    }
    if (name === 'li' && !isEnd) write('- ')
    // Outlook's paragraphs are lines, with empty ones between.
    if (name === 'p' && !isEnd && !/MsoNormal/.test(tag.text) && lines.length > 1) breakLine()
    if (!isEnd && (name === 'hr' || answered.test(tag.text))) {
      write(rule)
      breakLine()
    }
  }
  return lines
    .join('\n')
    .replaceAll('\u00a0', ' ')
    .split('\n')
    .map(line => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

const tagStart = /<(\/?)([a-z][a-z\d]*)/iy

function tagAt(html: string, open: number) {
  tagStart.lastIndex = open
  const found = tagStart.exec(html)
  const close = found ? html.indexOf('>', open) : -1
  if (!found || close < 0) return undefined
  return {
    isEnd: found[1] === '/',
    name: found[2]!.toLowerCase(),
    text: html.slice(open, Math.min(close, open + 500)),
    end: close + 1,
  }
}
