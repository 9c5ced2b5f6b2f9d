import { figureNames } from './figures.ts'
import type { GuideKind } from './guide.ts'
import { brokenMarkers, markersIn } from './markers.ts'
import { markersOf } from './sources.ts'

/** The markers that a page of this kind can have: figures of the site, or what a template is filled from. */
export const knownMarkers = (kind: GuideKind, slug: string | null): string[] =>
  kind === 'template' && slug ? markersOf(slug) : figureNames

/** What is wrong with the markers of a text, in the words of who wrote it; null where nothing is. */
export function wrongMarkers(words: string, kind: GuideKind, slug: string | null): string | null {
  const known = knownMarkers(kind, slug)
  const [broken] = brokenMarkers(words)
  if (broken) return `“${broken}” is no name in double braces. Write it as {{${known[0] ?? 'name'}}}`
  const unknown = markersIn(words).find(name => !known.includes(name))
  return unknown === undefined
    ? null
    : `Nothing stands for {{${unknown}}}. This page can use: ${known.join(', ')}`
}
