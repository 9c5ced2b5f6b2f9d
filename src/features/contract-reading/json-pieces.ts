import type { ImportFile } from '#plumbing/import-file.ts'
import { encodingOf, headOf, textIn } from './file-text.ts'

/** One release or record of a file as JSON text. `line` counts lines in JSON lines, otherwise entries. */
export type JsonPiece = { line: number; text: string } | { line: number; broken: string }

const characters = 1024 * 1024
const pieceAtMost = 16 * characters
const containers = new Set(['releases', 'records'])

/**
 * Cuts a file into its releases or records without holding more than one: JSON lines, a package, a list, or a single
 * one. What is wrong with one spoils only that one, as long as its brackets match.
 */
export async function* jsonPieces(file: ImportFile): AsyncIterable<JsonPiece> {
  const encoding = await encodingOf(file)
  const head = new TextDecoder(encoding).decode(await headOf(file, 4 * characters))
  const text = textIn(file, encoding)
  yield* isJsonLines(head) ? pieceOfLines(text) : piecesOfWhole(text)
}

/** Whether there are lines of which one of the first is a JSON object by itself. */
function isJsonLines(head: string): boolean {
  const lines = head.split('\n', 20).filter(line => line.trim() !== '')
  return lines.length > 1 && lines.slice(0, 3).some(isObject)
}

function isObject(line: string): boolean {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null && !Array.isArray(value)
  } catch {
    return false
  }
}

/** Lines with their numbers; one that is too long comes in part, as soon as that is known. */
async function* linesOf(text: AsyncIterable<string>): AsyncIterable<{ number: number; line: string }> {
  let rest = ''
  let number = 0
  for await (const piece of text) {
    const lines = piece.split('\n')
    lines[0] = rest + lines[0]
    rest = lines.pop()!
    for (const line of lines) yield { number: ++number, line }
    if (rest.length > pieceAtMost) {
      yield { number: ++number, line: rest }
      return
    }
  }
  if (rest.trim()) yield { number: ++number, line: rest }
}

async function* pieceOfLines(text: AsyncIterable<string>): AsyncIterable<JsonPiece> {
  for await (const { number, line } of linesOf(text)) {
    if (line.length > pieceAtMost) yield { line: number, broken: tooLong }
    else if (line.trim()) yield { line: number, text: line }
  }
}

const tooLong =
  'cannot be read from here to the end: more than 16 million characters without an end to the entry'

/** Where a scan of JSON is. `container` is how deep the list of releases is, 0 when the whole is one entry. */
type Scan = {
  depth: number
  container: number
  isPast: boolean
  inString: boolean
  isEscaped: boolean
  string: string
  key: string
}

const atStart = (): Scan => ({
  depth: 0,
  container: 0,
  isPast: false,
  inString: false,
  isEscaped: false,
  string: '',
  key: '',
})

const inside = /["\\]/g
const outside = /["{}[\]:]/g

async function* piecesOfWhole(text: AsyncIterable<string>): AsyncIterable<JsonPiece> {
  const scan = atStart()
  let entry: string | undefined
  let line = 0
  for await (const piece of text) {
    let from = 0
    for (const { step, at } of steps(scan, piece)) {
      if (step === 'begins') {
        entry = ''
        from = at
      } else if (step === 'is none') {
        entry = undefined
      } else if (entry !== undefined) {
        yield { line: ++line, text: entry + piece.slice(from, at + 1) }
        entry = undefined
      }
    }
    if (entry !== undefined) entry += piece.slice(from)
    if (entry !== undefined && entry.length > pieceAtMost) {
      yield { line: line + 1, broken: tooLong }
      return
    }
  }
  if (scan.depth > 0 || scan.inString)
    yield {
      line: line + 1,
      broken: 'the file ends in the middle of an entry: it was cut off, or a bracket is missing',
    }
}

type Step = 'begins' | 'ends' | 'is none'

/** Where entries begin and end in a piece of text; `is none` when the one begun is only what holds them. */
function* steps(scan: Scan, piece: string): Iterable<{ step: Step; at: number }> {
  let at = 0
  while (at < piece.length) {
    if (scan.isEscaped) {
      scan.isEscaped = false
      at += 1
      continue
    }
    const next = scan.inString ? inside : outside
    next.lastIndex = at
    const found = next.exec(piece)
    const end = found?.index ?? piece.length
    if (scan.inString && scan.depth === 1 && scan.string.length < 20) scan.string += piece.slice(at, end)
    if (!found) return
    at = end + 1
    const step = advance(scan, found[0])
    if (step) yield { step, at: end }
  }
}

function advance(scan: Scan, character: string): Step | undefined {
  if (scan.inString) {
    if (character === '"') scan.inString = false
    else scan.isEscaped = true
    return undefined
  }
  if (character === '"') {
    scan.inString = true
    scan.string = ''
  } else if (character === ':') {
    if (scan.depth === 1) scan.key = scan.string
  } else return character === '{' || character === '[' ? open(scan, character) : close(scan, character)
  return undefined
}

function open(scan: Scan, character: string): Step | undefined {
  const { depth, container } = scan
  scan.depth += 1
  if (depth === 0) {
    Object.assign(scan, { container: character === '[' ? 1 : 0, isPast: false, key: '' })
    return character === '{' ? 'begins' : undefined
  }
  if (character === '[' && depth === 1 && container === 0 && containers.has(scan.key)) {
    Object.assign(scan, { container: 2, isPast: true })
    return 'is none'
  }
  return character === '{' && container > 0 && depth === container ? 'begins' : undefined
}

function close(scan: Scan, character: string): Step | undefined {
  scan.depth = Math.max(0, scan.depth - 1)
  const { depth, container } = scan
  if (character === '}' && depth === container && (container > 0 || !scan.isPast)) return 'ends'
  if (character === ']' && container === 2 && depth === 1) scan.container = 0
  return undefined
}
