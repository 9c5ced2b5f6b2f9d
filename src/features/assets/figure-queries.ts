import type { Db } from '#plumbing/database/database.ts'
import type { Site } from '#plumbing/feature.ts'
import './asset-panels.ts'

/** What all features say of these assets in a line, by id. */
export async function listFigures(db: Db, site: Site, ids: string[]): Promise<Map<string, string[]>> {
  const found = await Promise.all(site.slot('assetFigures').map(({ load }) => load(db, ids)))
  return new Map(ids.map(id => [id, found.flatMap(figures => figures.get(id) ?? [])]))
}
