import { isUtf8 } from 'node:buffer'
import {
  type Alias,
  type ErrorCode,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  type YAMLError,
} from 'yaml'
import { shown } from './judges.ts'
import type { Finding } from './read-publiccode.ts'

export const fileAtMost = 128 * 1024
const depthAtMost = 20
const nodesAtMost = 20_000
const aliasesAtMost = 50
const errorsAtMost = 10

/** A value of the file and the line of its key; what an alias stands for is in its place. */
export type Tree = { line: number } & (
  | { text: string | null; isQuoted: boolean }
  | { items: Tree[] }
  | { keys: { key: string; line: number; value: Tree }[] }
)

/** What ends the reading. */
class Refused extends Error {
  readonly line: number
  constructor(message: string, line = 1) {
    super(message)
    this.line = line
  }
}

/** What the parser's commoner complaints come from, for people who wrote no parser. */
const plainly: Partial<Record<ErrorCode, string>> = {
  MULTIPLE_DOCS: 'A second document begins here: one file describes one piece of software',
  TAB_AS_INDENT: 'This is not YAML: lines are moved in by blanks, not by tabs',
  BAD_INDENT: 'This is not YAML: keys and lists that belong together begin in the same column',
  MULTILINE_IMPLICIT_KEY:
    'This is not YAML: a key stands in one line, and a text of several lines is moved in further than its key',
  BLOCK_AS_IMPLICIT_KEY: 'This is not YAML: a text that has a colon and a blank in it stands in quotes',
  BAD_SCALAR_START: 'This is not YAML: a text that begins with a sign such as @, ` or % stands in quotes',
  BAD_DQ_ESCAPE: 'This is not YAML: a \\ within double quotes is written \\\\',
}
const tooDeep = `The file is nested deeper than ${depthAtMost} levels`

/**
 * The bytes of a file as a tree, with keys that stand twice, or why they are none, each with its line. Limits hold against
 * files made to exhaust.
 */
export function treeIn(bytes: Uint8Array): { tree: Tree; repeated: Finding[] } | { findings: Finding[] } {
  if (bytes.length > fileAtMost) return refused(`The file is larger than ${fileAtMost / 1024} kB`)
  if (!isUtf8(bytes)) return refused('The file is not UTF-8 text', lineOfWrongByte(bytes))
  const lines = new LineCounter()
  try {
    // Its own search for repeated keys compares each with each.
    const document = parseDocument(new TextDecoder().decode(bytes), {
      version: '1.2',
      lineCounter: lines,
      prettyErrors: false,
      uniqueKeys: false,
      logLevel: 'error',
    })
    if (document.errors.length > 0) return { findings: findingsOf(document.errors, lines) }
    return treeOf(document.contents, lines, alias => alias.resolve(document))
  } catch (error) {
    if (error instanceof Refused) return refused(error.message, error.line)
    // The parser goes down into what is nested, until it has no room left.
    if (error instanceof RangeError) return refused(tooDeep)
    throw error
  }
}

const refused = (says: string, line = 1): { findings: Finding[] } => ({ findings: [{ line, key: '', says }] })

/** What is no YAML; one mistake is often noticed many times over. */
function findingsOf(errors: YAMLError[], lines: LineCounter): Finding[] {
  if (errors.some(({ message }) => /call stack|stack overflow/i.test(message)))
    return refused(tooDeep).findings
  const found = new Map<string, Finding>()
  for (const { code, message, pos } of errors) {
    const { line } = lines.linePos(pos[0])
    const says = plainly[code] ?? `This is not YAML: ${message}`
    found.set(`${line} ${says}`, { line, key: '', says })
  }
  return [...found.values()].slice(0, errorsAtMost)
}

function treeOf(
  root: unknown,
  lines: LineCounter,
  resolve: (alias: Alias) => unknown,
): { tree: Tree; repeated: Finding[] } {
  const at = (node: Node) => lines.linePos(node.range?.[0] ?? 0).line
  const repeated: Finding[] = []
  let nodes = 0
  let aliases = 0
  const grow = (node: unknown, line: number, depth: number): Tree => {
    nodes += 1
    if (depth > depthAtMost) throw new Refused(tooDeep, line)
    if (nodes > nodesAtMost) throw new Refused(`The file says more than ${nodesAtMost} things`, line)
    if (isAlias(node)) {
      aliases += 1
      if (aliases > aliasesAtMost) throw new Refused(`The file has more than ${aliasesAtMost} aliases`, line)
      const named = resolve(node)
      if (!named)
        throw new Refused(`*${shown(node.source)} stands for an anchor that is not there before it`, line)
      return grow(named, line, depth + 1)
    }
    if (isSeq<Node>(node))
      return { line, items: node.items.map(item => grow(item, item ? at(item) : line, depth + 1)) }
    if (isMap<Node, Node>(node)) {
      const seen = new Set<string>()
      const keys = node.items.flatMap(({ key, value }) => {
        const keyLine = key ? at(key) : line
        const name = isScalar(key) ? String(key.source ?? key.value) : '?'
        const grown = grow(value, keyLine, depth + 1)
        if (seen.has(name)) {
          repeated.push({ line: keyLine, key: '', says: `The key ${shown(name)} stands twice` })
          return []
        }
        seen.add(name)
        return [{ key: name, line: keyLine, value: grown }]
      })
      return { line, keys }
    }
    if (!isScalar(node) || node.value === null) return { line, text: null, isQuoted: false }
    const { value, source, type } = node
    const text = typeof value === 'string' ? value : (source ?? String(value))
    return { line, text, isQuoted: type !== 'PLAIN' }
  }
  return { tree: grow(root, root ? at(root as Node) : 1, 0), repeated: repeated.slice(0, errorsAtMost) }
}

function lineOfWrongByte(bytes: Uint8Array): number {
  let start = 0
  for (let line = 1; ; line += 1) {
    const end = bytes.indexOf(10, start)
    if (end < 0 || !isUtf8(bytes.subarray(start, end))) return line
    start = end + 1
  }
}
