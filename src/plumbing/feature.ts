import type { Db } from './database/database.ts'

/** What a feature may add to the site: each slot is declared here by the code that walks it (`declare module`). */
// biome-ignore lint/suspicious/noEmptyInterface: slots are added by augmentation
export interface Slots {}

export type Slot = keyof Slots

export type Feature = { name: string; dependsOn?: string[] } & { [S in Slot]?: Slots[S][] }

/** All features, each after those it depends on. */
export type Site = {
  features: Feature[]
  /** What all features put into a slot, in the order of the features. */
  slot<S extends Slot>(name: S): Slots[S][]
}

/** What is added to a page only while something is there, such as a page that can be withdrawn. */
export type WhileThere = { isThere?(db: Db): Promise<boolean> }

export async function listThere<Added extends WhileThere>(db: Db, added: Added[]): Promise<Added[]> {
  const areThere = await Promise.all(added.map(async one => (await one.isThere?.(db)) ?? true))
  return added.filter((_, at) => areThere[at])
}

export const defineFeature = (feature: Feature): Feature => feature

/** Orders the features by what they depend on; throws when a name is twice, unknown, or in a circle. */
export function createSite(features: Feature[]): Site {
  const byName = new Map(features.map(feature => [feature.name, feature]))
  if (byName.size !== features.length) throw new Error('Two features have the same name.')
  const ordered: Feature[] = []
  const visit = (feature: Feature, path: string[]) => {
    if (ordered.includes(feature)) return
    if (path.includes(feature.name))
      throw new Error(`Features depend in a circle: ${[...path, feature.name].join(' → ')}`)
    for (const name of feature.dependsOn ?? []) {
      const needed = byName.get(name)
      if (!needed) throw new Error(`The feature ${feature.name} depends on ${name}, which does not exist.`)
      visit(needed, [...path, feature.name])
    }
    ordered.push(feature)
  }
  for (const feature of features) visit(feature, [])
  return {
    features: ordered,
    slot: <S extends Slot>(name: S) => ordered.flatMap(feature => (feature[name] ?? []) as Slots[S][]),
  }
}
