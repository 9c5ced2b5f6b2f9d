import { typeLabel } from '#features/organisations/index.ts'
import { slugOf } from '#plumbing/slug.ts'
import type { Scope } from './chart.ts'
import type { Choices } from './choices.ts'
import type { GroupedCouncil } from './council-queries.ts'

/** A nation, region or combined authority with a page of its own. */
export type Place = {
  slug: string
  name: string
  kind: 'region' | 'authority'
  /** Of an authority, its own id. */
  id: string | null
}

export type CouncilType = { slug: string; label: string; type: string }

type Authority = { id: string; slug: string; name: string }

export const placesOf = (councils: GroupedCouncil[], authorities: Authority[]): Place[] => [
  ...[...new Set(councils.flatMap(({ region }) => region ?? []))]
    .toSorted((a, b) => a.localeCompare(b, 'en-GB'))
    .map(name => ({ slug: slugOf(name), name, kind: 'region' as const, id: null })),
  ...authorities.map(({ id, slug, name }) => ({ slug, name, kind: 'authority' as const, id })),
]

/** Slug of the region that a council lies in. */
export const slugOfRegion = (region: string) => slugOf(region)

export const typesOf = (councils: GroupedCouncil[]): CouncilType[] =>
  [...new Set(councils.filter(({ isCurrent }) => isCurrent).map(({ type }) => type))]
    .filter(type => type !== '')
    .map(type => ({ slug: slugOf(typeLabel(type)), label: typeLabel(type), type }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'en-GB'))

const isIn = (place: Place) => (council: GroupedCouncil) =>
  place.kind === 'region' ? council.region === place.name : council.authorityIds.includes(place.id!)

/** All councils that are in a place and of a type, former ones too; undefined where nothing was chosen. */
export const councilsIn = (
  councils: GroupedCouncil[],
  place: Place | undefined,
  type: CouncilType | undefined,
) => councils.filter(council => (!place || isIn(place)(council)) && (!type || council.type === type.type))

/** Their ids, that of the authority itself, and of the councils that became them. */
export function organisationIdsOf(
  chosen: GroupedCouncil[],
  place: Place | undefined,
  successions: { from: string; to: string }[],
): string[] {
  const ids = new Set(chosen.map(({ id }) => id))
  if (place?.id) ids.add(place.id)
  for (let before = 0; before < ids.size; ) {
    before = ids.size
    for (const { from, to } of successions) if (ids.has(to)) ids.add(from)
  }
  return [...ids]
}

/** A choice in words, with the pages that are one choice wider. */
export type ChosenWords = Partial<Record<keyof Choices, string>>

export type Chosen = {
  choices: Choices
  scope: Scope
  words: ChosenWords
  place?: Place
  /** Councils of today among what was chosen. */
  councils: GroupedCouncil[]
}

/** Fits after "in": "the North West", "London". */
export const inPlace = (name: string) =>
  /^(North|South|East|West)\b/.test(name) && !/\bAuthority$/.test(name) ? `the ${name}` : name

/** "Waste and recycling in London" – what a page with these choices is called; undefined where nothing is chosen. */
export function sayChosen({ words, place }: Pick<Chosen, 'words' | 'place'>): string | undefined {
  const what = [words.area, words.type, words.phase, words.supplier].filter(Boolean).join(', ')
  if (!place) return what || undefined
  return what ? `${what} in ${inPlace(place.name)}` : place.name
}
