import type { ImportFile } from '#plumbing/import-file.ts'
import { encodingOf, textIn } from './file-text.ts'

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
  const text = () => decoded(file)
  yield* (await isJsonLines(text())) ? pieceOfLines(text()) : piecesOfWhole(text())
}

async function* decoded(file: ImportFile): AsyncIterable<string> {
  yield* textIn(file, await encodingOf(file))
}

/** Whether one of the first lines is a JSON object by itself. */
async function isJsonLines(text: AsyncIterable<string>): Promise<boolean> {
  let looked = 0
  for await (const { line } of linesOf(text)) {
    if (line.length > pieceAtMost) return false
    if (line.trim() === '') continue
    if (isObject(line)) return true
    looked += 1
    if (looked === 3) return false
  }
  return false
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
    const lines = (rest + piece).split('\n')
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

async function* piecesOfWhole(text: AsyncIterable<string>): AsyncIterable<JsonPiece> {
  const scan = atStart()
  let entry: string | undefined
  let line = 0
  for await (const piece of text) {
    let from = entry === undefined ? -1 : 0
    for (let at = 0; at < piece.length; at++) {
      const step = advance(scan, piece[at]!)
      if (step === 'begins') {
        entry = ''
        from = at
      } else if (step === 'is none') {
        entry = undefined
      } else if (step === 'ends' && entry !== undefined) {
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

/** Takes one character in, and says whether an entry begins or ends with it, or the one begun is only what holds them. */
function advance(scan: Scan, character: string): 'begins' | 'ends' | 'is none' | undefined {
  if (scan.inString) {
    advanceInString(scan, character)
    return undefined
  }
  switch (character) {
    case '"':
      scan.inString = true
      scan.string = ''
      return undefined
    case ':':
      if (scan.depth === 1) scan.key = scan.string
      return undefined
    case '{':
    case '[':
      return open(scan, character)
    case '}':
    case ']':
      return close(scan, character)
    default:
      return undefined
  }
}

function advanceInString(scan: Scan, character: string) {
  if (scan.isEscaped) scan.isEscaped = false
  else if (character === '\\') scan.isEscaped = true
  else if (character === '"') scan.inString = false
  else if (scan.depth === 1 && scan.string.length < 20) scan.string += character
}

function open(scan: Scan, character: string) {
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

function close(scan: Scan, character: string) {
  scan.depth = Math.max(0, scan.depth - 1)
  const { depth, container } = scan
  if (character === '}' && depth === container && (container > 0 || !scan.isPast)) return 'ends'
  if (character === ']' && container === 2 && depth === 1) scan.container = 0
  return undefined
}
