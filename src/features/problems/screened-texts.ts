import type { ScreenedText } from '#features/moderation/index.ts'
import { ownPath, type Problem } from './problem.ts'
import { type PartName, parts } from './problem-parts.ts'

/** The words of a draft that are looked through before it is published, each with the step that changes it. */
export function textsToScreen(problem: Problem): ScreenedText[] {
  const of = (part: PartName, text: string | null): ScreenedText => ({
    field: part,
    label: parts[part].title,
    text,
    href: `${ownPath(problem)}/parts/${part}`,
  })
  return [
    of('what-happens', `${problem.title}\n${problem.happens}`),
    of('affected', problem.affected),
    of('evidence', problem.evidence),
    of('cost', problem.cost),
    of('tried', problem.tried),
    of('outcome', problem.good_outcome),
  ]
}
