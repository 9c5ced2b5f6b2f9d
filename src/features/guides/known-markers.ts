import { figureNames } from './figures.ts'
import type { GuideKind, SourceKind } from './guide.ts'
import { brokenMarkers, markersIn } from './markers.ts'
import { markersOf } from './sources.ts'

/** The markers that a page of this kind can have: figures of the site, or what a template is filled from. */
export const knownMarkers = (kind: GuideKind, fills: SourceKind[]): string[] =>
  kind === 'template' ? markersOf(fills) : figureNames

/** What is wrong with the markers of a text, in the words of who wrote it; null where nothing is. */
export function wrongMarkers(words: string, kind: GuideKind, fills: SourceKind[]): string | null {
  const known = knownMarkers(kind, fills)
  const [broken] = brokenMarkers(words)
  if (broken) return `“${broken}” is no name in double braces. Write it as {{${known[0] ?? 'name'}}}`
  const unknown = markersIn(words).find(name => !known.includes(name))
  if (unknown === undefined) return null
  return known.length === 0
    ? `Nothing stands for {{${unknown}}}, for nothing fills this template. Tick what it is filled from`
    : `Nothing stands for {{${unknown}}}. This page can use: ${known.join(', ')}`
}
