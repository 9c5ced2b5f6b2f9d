import { type Judging, judged } from './judge-tree.ts'
import { shown } from './judges.ts'
import type { Publiccode } from './publiccode.ts'
import { standard } from './standard.ts'
import { type Tree, treeIn } from './yaml-tree.ts'

export { fileAtMost } from './yaml-tree.ts'

/** Something at a line of a file, under the path of its key, or of the file as a whole. */
export type Finding = { line: number; key: string; says: string }

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
  const { tree } = found
  const version = versionIn(tree)
  if ('says' in version) return { said: null, refusals: [version], notes: [] }
  const judging: Judging = { minor: version.minor, refusals: [], notes: [] }
  const said = judged(tree, { is: 'group', keys: standard }, '', judging)
  const byLine = (a: Finding, b: Finding) => a.line - b.line
  const notes = judging.notes.toSorted(byLine)
  return judging.refusals.length > 0
    ? { said: null, refusals: judging.refusals.toSorted(byLine), notes }
    : { said: said as Publiccode, notes }
}

/** The minor version; a file that names the major one only is read by the newest. */
function versionIn(tree: Tree): { minor: number } | Finding {
  const key = 'publiccodeYmlVersion'
  if (!('keys' in tree))
    return { line: tree.line, key: '', says: 'The file has no keys: this is no publiccode.yml' }
  const named = tree.keys.find(one => one.key === key)
  if (!named) return { line: 1, key, says: 'is missing: it says by which version the file is to be read' }
  const { line, value } = named
  if (!('text' in value) || value.text === null) return { line, key, says: 'must be a text such as "0.7"' }
  const parts = versions.exec(value.text)
  if (!parts)
    return { line, key, says: `“${shown(value.text)}” is a version that is not read here: 0.2 to 0.7 are` }
  return { minor: parts[1] ? Number(parts[1]) : newest }
}
