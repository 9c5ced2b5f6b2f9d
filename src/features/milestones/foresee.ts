import type { PlanLine, Said, SourceKind } from '#features/plan-reading/index.ts'
import { type Merged, mergeSaid } from './merge-said.ts'

/** A milestone as it stands, with what its file said last. `isUndone`: it was taken out by undoing the file it came with. */
export type Standing = {
  id: string
  number: number
  said: Said
  isRemoved: boolean
  isUndone: boolean
  source: { kind: SourceKind; key: string } | null
  sourceSaid: Said | null
}

export type Outcome = 'added' | 'changed' | 'unchanged' | 'left out' | 'refused'

/** What becomes of an item of a file; `says` tells a person why, and what changes. */
export type ForeseenLine = {
  line: number
  title: string | null
  outcome: Outcome
  says: string[]
}

/** What is to be written for an item: of a milestone there is already, or of a new one. */
export type ToWrite = { key: string; standing: Standing | null; said: Said; sourceSaid: Said }

export type Foreseen = {
  lines: ForeseenLine[]
  writes: ToWrite[]
  /** Milestones that came with such a file before and are not in this one. They stay. */
  missing: string[]
}

type Given = {
  kind: SourceKind
  lines: PlanLine[]
  standing: Standing[]
  /** Lines that look as if they named somebody, and why. */
  personal: Map<number, string>
  /** A person stands by those too. */
  withPersonal: boolean
}

/** What taking a file in would do to the milestones of a project, or does. */
export function foresee({ kind, lines, standing, personal, withPersonal }: Given): Foreseen {
  const byKey = new Map(
    standing.flatMap(one => (one.source?.kind === kind ? [[one.source.key, one] as const] : [])),
  )
  const writtenHere = standing.filter(({ source, isRemoved }) => source === null && !isRemoved)
  const foreseen: Foreseen = { lines: [], writes: [], missing: [] }
  const met = new Set<string>()
  for (const item of lines) {
    const { line } = item
    if ('refusal' in item) {
      foreseen.lines.push({ line, title: item.title, outcome: 'refused', says: [item.refusal] })
      continue
    }
    const { key, said } = item
    const found =
      byKey.get(key) ??
      writtenHere.find(
        one => !met.has(one.id) && one.said.title.toLowerCase() === said.title.toLowerCase(),
      ) ??
      null
    if (found) met.add(found.id)
    const tell = (outcome: Outcome, says: string[]) =>
      foreseen.lines.push({ line, title: said.title, outcome, says: [...says, ...item.remarks] })
    const why = personal.get(line)
    if (why && !withPersonal && found?.said.title !== said.title) {
      tell('left out', [why])
      continue
    }
    if (!found || (found.isRemoved && found.isUndone)) {
      foreseen.writes.push({ key, standing: found, said, sourceSaid: said })
      tell('added', [])
      continue
    }
    if (found.isRemoved) {
      tell('left out', ['it was taken out here by hand'])
      continue
    }
    const isAdopted = found.source === null
    const merged = mergeSaid(found.said, found.sourceSaid, said)
    const isNews = isAdopted || !isEqual(found.sourceSaid, said)
    if (isNews) foreseen.writes.push({ key, standing: found, said: merged.said, sourceSaid: said })
    tell(merged.changes.length > 0 ? 'changed' : 'unchanged', [
      ...(isAdopted ? ['it is joined to the milestone of this title that was written here'] : []),
      ...wordsOf(merged),
    ])
  }
  foreseen.missing = [...byKey.values()]
    .filter(({ id, isRemoved }) => !isRemoved && !met.has(id))
    .map(({ said }) => said.title)
  return foreseen
}

const wordsOf = ({ changes, kept }: Merged) => [...changes, ...kept]

const isEqual = (a: Said | null, b: Said) =>
  a !== null &&
  a.title === b.title &&
  a.due_on === b.due_on &&
  a.is_done === b.is_done &&
  a.done_on === b.done_on

export const countOutcomes = (lines: ForeseenLine[]): Record<Outcome, number> => {
  const counts = { added: 0, changed: 0, unchanged: 0, 'left out': 0, refused: 0 }
  for (const { outcome } of lines) counts[outcome] += 1
  return counts
}
