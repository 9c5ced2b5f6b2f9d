import { type Difference, differencesOf } from '#ui/differences.tsx'
import { type GuideWords, showLabels, sourceLabels } from './guide.ts'

const filledFrom = ({ fills }: GuideWords) => fills.map(kind => sourceLabels[kind]).join('\n')
const said = ({ shows }: GuideWords) => shows.map(show => showLabels[show]).join('\n')

/** The words under each heading, and before the first one; headings of the same words together. */
function sectionsOf(words: string): Map<string, string> {
  const sections = new Map<string, string>()
  for (const section of words.split(/^(?=#)/m)) {
    const [, heading = 'Opening words', text = section] = /^#+ *([^\n]*)\n?(.*)$/s.exec(section) ?? []
    sections.set(heading, [sections.get(heading), text.trim()].filter(Boolean).join('\n\n'))
  }
  return sections
}

/** Under each heading in which two versions differ: how the words changed. */
export function differencesFrom(before: GuideWords | null, after: GuideWords): Difference[] {
  const [earlier, later] = [before && sectionsOf(before.words), sectionsOf(after.words)]
  const headings = new Set([...(earlier?.keys() ?? []), ...later.keys()])
  return differencesOf([
    { title: 'Title', before: before?.title ?? null, after: after.title },
    { title: 'In short', before: before?.summary ?? null, after: after.summary },
    ...[...headings].map(title => ({
      title,
      before: earlier && (earlier.get(title) ?? ''),
      after: later.get(title) ?? '',
    })),
    { title: 'Lists below the words', before: before && said(before), after: said(after) },
    { title: 'Filled from', before: before && filledFrom(before), after: filledFrom(after) },
  ])
}
