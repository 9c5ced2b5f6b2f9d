import { isCountry, shown } from './judges.ts'
import type { Finding } from './read-publiccode.ts'
import type { Besides, Key, Keys, Shape } from './shape.ts'
import { italianSection } from './standard.ts'
import type { Tree } from './yaml-tree.ts'

/** What is collected on the way: what is wrong, and what is only to be known. `minor` is that of the version, 7 of "0.7". */
export type Judging = { minor: number; refusals: Finding[]; notes: Finding[] }

const kinds = {
  text: 'a text',
  'yes-or-no': 'true or false',
  list: 'a list',
  group: 'keys of its own',
} as const

const inside = (path: string, key: string) => (path ? `${path}.${key}` : key)

/** YAML 1.1 had more words for them. */
const yes = new Set(['true', 'yes', 'on', 'y'])
const no = new Set(['false', 'no', 'off', 'n'])
const isYesOrNo = (text: string) => yes.has(text.toLowerCase()) || no.has(text.toLowerCase())

/** The value of a tree as its shape has it; undefined where nothing stands there, or something wrong, which is then said. */
export function judged(tree: Tree, shape: Shape, path: string, judging: Judging): unknown {
  const refuse = (says: string) => {
    judging.refusals.push({ line: tree.line, key: path, says, stands: plain(tree) })
    return undefined
  }
  if ('text' in tree && tree.text === null && shape.is !== 'list') return undefined
  switch (shape.is) {
    case 'any-group':
      return 'keys' in tree ? plain(tree) : refuse(`must be ${kinds.group}`)
    case 'text': {
      if (!('text' in tree) || tree.text === null) return refuse(`must be ${kinds.text}${colonHint(tree)}`)
      const wrong = shape.wrong?.(tree.text)
      if (wrong) return refuse(wrong)
      const note = shape.note?.(tree.text)
      if (note) judging.notes.push({ line: tree.line, key: path, says: note })
      return tree.text
    }
    case 'yes-or-no': {
      if (!('text' in tree) || tree.text === null) return refuse(`must be ${kinds['yes-or-no']}`)
      const said = tree.text.toLowerCase()
      if (!isYesOrNo(said)) return refuse(`“${shown(tree.text)}” is neither true nor false`)
      if (tree.isQuoted) return refuse(`must be ${kinds['yes-or-no']}, without quotes`)
      if (said !== 'true' && said !== 'false')
        judging.notes.push({
          line: tree.line,
          key: path,
          says: `“${tree.text}” was read as ${yes.has(said)}: YAML 1.2 writes true or false`,
        })
      return yes.has(said)
    }
    case 'list': {
      if ('text' in tree && tree.text === null) return shape.least > 0 ? refuse('is empty') : undefined
      if (shape.orOne && 'text' in tree) return [judged(tree, shape.of, path, judging)]
      if (!('items' in tree)) return refuse(`must be ${kinds.list}`)
      if (tree.items.length < shape.least) return refuse('is empty')
      return tree.items
        .map((item, at) => {
          const here = `${path}[${at}]`
          if (isNothing(item) && shape.of.is === 'group')
            judging.refusals.push({ line: item.line, key: here, says: 'is empty' })
          return judged(item, shape.of, here, judging)
        })
        .filter(value => value !== undefined)
    }
    case 'by-name': {
      if (!('keys' in tree)) return refuse(`must be ${kinds.group}`)
      if (tree.keys.length === 0) return refuse('is empty')
      const said: Record<string, unknown> = {}
      for (const { key, line, value } of tree.keys) {
        const wrong = shape.wrongName(key)
        if (wrong) judging.refusals.push({ line, key: inside(path, key), says: wrong })
        if (isNothing(value)) judging.refusals.push({ line, key: inside(path, key), says: 'is empty' })
        const one = judged(value, shape.of, inside(path, key), judging)
        if (one !== undefined) said[key] = one
      }
      judgeBesides(shape.besides, plain(tree) as Record<string, unknown>, tree, path, judging)
      return said
    }
    case 'group': {
      if (!('keys' in tree)) return refuse(`must be ${kinds.group}`)
      const said = groupOf(tree, shape.keys, path, judging)
      judgeBesides(shape.besides, said, tree, path, judging)
      return said
    }
  }
}

const isNothing = (tree: Tree) => 'text' in tree && tree.text === null

/** A list's text with a colon in it is keys and values for YAML. */
const colonHint = (tree: Tree) => ('keys' in tree ? '; one that has a colon stands in quotes' : '')

type Branch = Extract<Tree, { keys: unknown }>

/** The keys of a group; what is missing is said at the group's own line. */
function groupOf(tree: Branch, keys: Keys, path: string, judging: Judging): Record<string, unknown> {
  const said: Record<string, unknown> = {}
  for (const { key, line, value } of tree.keys) {
    const known = Object.hasOwn(keys, key) ? keys[key] : path === '' ? sectionOf(key, tree) : undefined
    const here = inside(path, key)
    if (!known)
      judging.refusals.push({ line, key: here, says: unknown(key, keys, tree), stands: plain(value) })
    if (!known) continue
    const before = judging.refusals.length
    const one = judged(value, known.shape, here, judging)
    if (one !== undefined) said[key] = one
    if (isNeeded(known, judging) && isEmpty(one) && judging.refusals.length === before)
      lacking(known, judging).push({ line, key: here, says: `is empty${until(known, judging)}` })
    if (known.deprecated) judging.notes.push({ line, key: here, says: `is deprecated: ${known.deprecated}` })
  }
  for (const [key, known] of Object.entries(keys))
    if (isNeeded(known, judging) && !tree.keys.some(one => one.key === key))
      lacking(known, judging).push({
        line: tree.line,
        key: inside(path, key),
        says: `is missing${until(known, judging)}`,
      })
  return said
}

const isEmpty = (said: unknown) =>
  said === undefined ||
  (typeof said === 'string' && said.trim() === '') ||
  (Array.isArray(said) && said.length === 0)

const bare = (key: string) => key.toLowerCase().replace(/[^a-z]/g, '')

/** A key that nobody knows, with the one that was meant where only capitals or hyphens differ. */
function unknown(key: string, keys: Keys, { keys: beside }: Branch): string {
  if (beside.some(one => one.key !== key && one.key === key.toUpperCase()))
    return `says again what ${key.toUpperCase()} says: leave one of them out`
  const meant = Object.keys(keys).find(one => bare(one) === bare(key))
  return `is no key of the standard${meant ? `: it is written ${meant}` : ''}`
}

const until = ({ needed }: Key, { minor }: Judging) =>
  typeof needed === 'object' ? `: version 0.${minor} asks for it, 0.${needed.below} and later do not` : ''

/** What later versions do without refuses no older file: whoever reads it now reads it by them. */
const lacking = ({ needed }: Key, { refusals, notes }: Judging) =>
  typeof needed === 'object' ? notes : refusals

const isNeeded = ({ needed }: Key, { minor }: Judging) =>
  needed === true || (needed !== undefined && minor < needed.below)

function judgeBesides(
  besides: Besides | undefined,
  said: Record<string, unknown>,
  tree: Branch,
  path: string,
  judging: Judging,
) {
  for (const { key, says, isNote } of besides?.(said, judging.minor) ?? []) {
    const line = tree.keys.find(one => one.key === key)?.line ?? tree.line
    const findings = isNote ? judging.notes : judging.refusals
    findings.push({ line, key: inside(path, key), says })
  }
}

/** What a country adds stands under its code, in capitals since 0.5; one of two that say the same is refused. */
function sectionOf(key: string, { keys }: Branch): Key | undefined {
  const code = key.toUpperCase()
  if (!isCountry(code) || (key !== code && key !== code.toLowerCase())) return undefined
  if (key !== code && keys.some(one => one.key === code)) return undefined
  return {
    shape: code === 'IT' ? italianSection : { is: 'any-group' },
    deprecated:
      key === code
        ? 'supports takes its place'
        : `${code} is written in capitals now, and supports takes its place`,
  }
}

/** What stands there, of no known shape. */
function plain(tree: Tree): unknown {
  if ('text' in tree) {
    const { text, isQuoted } = tree
    return text !== null && !isQuoted && text.length > 1 && isYesOrNo(text)
      ? yes.has(text.toLowerCase())
      : text
  }
  if ('items' in tree) return tree.items.map(plain)
  return Object.fromEntries(tree.keys.map(({ key, value }) => [key, plain(value)]))
}
