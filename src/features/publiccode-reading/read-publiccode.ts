import { type Judging, judged } from './judge-tree.ts'
import { shown } from './judges.ts'
import type { Publiccode } from './publiccode.ts'
import { standard } from './standard.ts'
import { type Tree, treeIn } from './yaml-tree.ts'

export { fileAtMost } from './yaml-tree.ts'

/** Something at a line of a file, under the path of its key, or of the file as a whole; `stands` is what was found there. */
export type Finding = { line: number; key: string; says: string; stands?: unknown }

/** What a file says, or why it is refused: all of that at once. */
export type ReadPubliccode =
  | { said: Publiccode; notes: Finding[] }
  | { said: null; refusals: Finding[]; notes: Finding[] }

/** "maintenance.contacts is missing: type is internal". */
export const sayFinding = ({ key, says }: Finding) => (key ? `${key} ${says}` : says)

const versions = /^0(?:\.([2-7])(?:\.\d{1,2})?)?$/
const newest = 7

/** Reads a publiccode.yml, versions 0.2 to 0.7. */
export function readPubliccode(bytes: Uint8Array): ReadPubliccode {
  const found = treeIn(bytes)
  if ('findings' in found) return { said: null, refusals: found.findings, notes: [] }
  const { tree, repeated } = found
  const version = versionIn(tree)
  if ('says' in version) return { said: null, refusals: [...repeated, version].toSorted(byLine), notes: [] }
  const { minor, note } = version
  const judging: Judging = { minor, refusals: [...repeated], notes: note ? [note] : [] }
  const said = judged(tree, { is: 'group', keys: standard }, '', judging)
  const notes = judging.notes.toSorted(byLine)
  return judging.refusals.length > 0
    ? { said: null, refusals: judging.refusals.toSorted(byLine), notes }
    : { said: said as Publiccode, notes }
}

const byLine = (a: Finding, b: Finding) => a.line - b.line

/** The minor version; a file that names the major one only, or none, is read by the newest, which asks least. */
function versionIn(tree: Tree): { minor: number; note?: Finding } | Finding {
  const key = 'publiccodeYmlVersion'
  if (!('keys' in tree))
    return { line: tree.line, key: '', says: 'The file has no keys: this is no publiccode.yml' }
  const value = tree.keys.find(one => one.key === key)?.value
  if (!value || !('text' in value) || value.text === null) return { minor: newest }
  const { line, text, isQuoted } = value
  const parts = versions.exec(text)
  if (!parts)
    return { line, key, says: `“${shown(text)}” is a version that is not read here: 0.2 to 0.7 are` }
  const isNumber = !isQuoted && /^\d+(\.\d+)?$/.test(text)
  const note = { line, key, says: `is a number here: as a text it is written "${text}"` }
  return { minor: parts[1] ? Number(parts[1]) : newest, ...(isNumber && { note }) }
}
