const blank = /^\s*$/
const quoted = /^\s{0,3}>/
const ruleLine = /^\s*([-_=*~])\1{7,}\s*$/

/** The line above a mail that is answered, as Outlook, Gmail and Apple Mail write it; it may run over four lines. */
const introduction = /^(On|Ar)\s.{4,400}\s(wrote|ysgrifennodd[^:]{0,100}):$/s
const originalLine = /^\s*[-_]{2,}\s*(original message|forwarded message|neges wreiddiol)\s*[-_]{2,}\s*$/i
const headerLine = (names: string) => new RegExp(`^\\s*\\*{0,2}(${names})\\s?:\\*{0,2}(\\s|$)`, 'i')
const fromLine = headerLine('from|oddi wrth')
const sentLine = headerLine('sent|date|anfonwyd|dyddiad')
const toLine = headerLine('to|subject|at|pwnc')

const signature = /^--\s?$/
const device =
  /^\s*(sent from (my|outlook|mail|yahoo|samsung|aol|the|workspace)\b|sent via\b|get outlook for\b|sent with\b|anfonwyd o)/i
const signOff =
  /^\s*((kind|kindest|best|warm|warmest|many)\s+)?(regards|wishes|thanks|thank you)( (again|and (kind |best )?regards|in advance))?\s*[,.!]*\s*$|^\s*(cheers|yours (sincerely|faithfully|truly)|all the best|take care|kr|rgds|br|cofion( cynnes| gorau)?|diolch)\s*[,.!]*\s*$/i
const marking = /^\W*((security |protective )?(classification|marking)\s*:\s*)?official\W*$/i
const sensitive = /\bofficial\s*[-–:]?\s*sensitive\b/i

/** How the small print of councils begins, or what it cannot do without. */
const smallPrint =
  /^\W*(disclaimer\b|confidentiality notice\b|(this|the information in this|the information contained in this|the contents of this) (e-?mail|message|communication)\b.{0,200}\b(confidential|intended|privileged|addressee|recipient|monitored|virus|disclos|opinion|gcsx|psn)|(please )?consider the environment before|this email (originated|was sent) (from|by) (outside|gcsx|the gcsx)|the original of this email was scanned|e-?mails? (sent|are|may be) .{0,120}(monitored|recorded|gcsx|freedom of information)|\S.{0,60} council (accepts|is not liable|does not accept|may monitor)|privacy notice:|caution: this email originated)/i
const ofSmallPrint =
  /confidential|intended (solely|only)|privileged|addressee|monitored|virus|disclos|opinions|liab|gcsx|psn|freedom of information|data protection|scanned|disclaimer|register(ed)? (office|in england)/i

/** Whether the lines from here are the head of a mail that is answered: From, then Sent or Date, then To or Subject. */
function isHead(lines: string[], at: number): boolean {
  if (!fromLine.test(lines[at]!)) return false
  const next = lines.slice(at + 1, at + 7)
  return next.some(line => sentLine.test(line)) && next.some(line => toLine.test(line))
}

/** How many lines from here introduce a quote; 0 where they do not. */
function introducing(lines: string[], at: number): number {
  if (!/^\s*(On|Ar)\s/.test(lines[at]!)) return 0
  for (let count = 1; count <= 4; count++)
    if (
      introduction.test(
        lines
          .slice(at, at + count)
          .join(' ')
          .trim(),
      )
    )
      return count
  return 0
}

/** The lines that are the writer's own, without the mail they answer, wherever it stands. */
function own(lines: string[]): string[] {
  const kept: string[] = []
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at]!
    if (quoted.test(line)) continue
    if (originalLine.test(line) || isHead(lines, at)) break
    const intro = introducing(lines, at)
    if (intro === 0) {
      kept.push(line)
      continue
    }
    const next = lines.slice(at + intro).find(line => !blank.test(line))
    if (next === undefined || !quoted.test(next)) break
    at += intro - 1
  }
  return kept
}

const before = (lines: string[], isEnd: (line: string, at: number) => boolean): string[] => {
  const end = lines.findIndex(isEnd)
  return end < 0 ? lines : lines.slice(0, end)
}

/** Where the writer's words begin; past the end where there are none. */
const beginOf = (lines: string[]) => {
  const first = lines.findIndex(line => !blank.test(line) && !ruleLine.test(line))
  return first < 0 ? lines.length : first
}

/** What stands under a greeting, short as names and telephone numbers are. */
const isCard = (lines: string[]) => {
  const written = lines.filter(line => !blank.test(line))
  return written.length <= 15 && written.every(line => line.trim().length <= 100)
}

function withoutSmallPrint(lines: string[]): string[] {
  const first = beginOf(lines)
  return before(lines, (line, at) => {
    if (at <= first) return false
    if (ruleLine.test(line)) return ofSmallPrint.test(lines.slice(at + 1, at + 30).join(' '))
    const isParagraph = blank.test(lines[at - 1]!) || ruleLine.test(lines[at - 1]!)
    return isParagraph && smallPrint.test(lines.slice(at, at + 3).join(' '))
  })
}

/** Words of one paragraph that a mail program broke at the margin, in one line again: the next did not fit. */
function unwrapped(lines: string[]): string {
  let text = ''
  let last = ''
  for (const line of lines) {
    const first = line.split(' ', 1)[0]!
    const isBroken =
      last.length <= 80 && first !== '' && last.length + 1 + first.length > 72 && !/^[-*•\d]/.test(first)
    text += last === '' || !isBroken ? `\n${line}` : ` ${line}`
    last = line
  }
  return text
}

// Patterns with two runs of spaces try each way to part a run between them: nobody types so many that it takes long.
const spaceAtMost = 40
const spaces = new RegExp(`[^\\S\\n]{${spaceAtMost},}`, 'g')
const withShortSpaces = (text: string) => text.replace(spaces, ' '.repeat(spaceAtMost))

// More than an answer may have, with all that is quoted.
const mostLines = 2000
const mostOfLine = 20_000

export type ReplyWords = {
  /** What the person wrote themselves; empty when that is nothing. */
  words: string
  /** They marked it as not for everyone. */
  isSensitive: boolean
}

/** What someone wrote in answer to a mail, without quotes, signature and small print. */
export function replyWords(text: string, subject = ''): ReplyWords {
  const clean = withShortSpaces(
    text
      .replace(/\r\n?/g, '\n')
      .replace(/[\u200b-\u200f\u2060\ufeff]/g, '')
      .replaceAll('\u00a0', ' '),
  )
  const lines = own(clean.split('\n', mostLines).map(line => line.slice(0, mostOfLine).trimEnd()))
  const isSensitive = sensitive.test(withShortSpaces(subject)) || sensitive.test(lines.join('\n'))
  const begin = beginOf(lines)
  const unsigned = before(lines, (line, at) => at > begin && signature.test(line))
  const plain = withoutSmallPrint(unsigned.filter(line => !device.test(line) && !marking.test(line)))
  const first = beginOf(plain)
  const said = before(
    plain,
    (line, at) => at > first && signOff.test(line) && isCard(plain.slice(at + 1, at + 40)),
  )
  const last = said.findLastIndex(line => !blank.test(line) && !ruleLine.test(line))
  const words = unwrapped(said.slice(0, last + 1))
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return { words, isSensitive }
}
