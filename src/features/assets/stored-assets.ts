import type { Insertable, Updateable } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { AssetSaid } from './asset.ts'
import type { Origin } from './queries.ts'
import type { AssetTable, AssetVersionTable } from './tables.ts'

/** Keeps an asset from being changed by anyone else until the transaction ends. */
export const lockAsset = (trx: Db, slug: string) =>
  trx.selectFrom('asset').select('id').where('slug', '=', slug).forUpdate().execute()

export const insertAsset = (trx: Db, asset: Insertable<AssetTable>) =>
  trx.insertInto('asset').values(asset).execute()

export const updateAsset = (trx: Db, id: string, change: Updateable<AssetTable>) =>
  trx.updateTable('asset').set(change).where('id', '=', id).execute()

export type AssetAct = AssetVersionTable['act']

type NewVersion = {
  asset_id: string
  number: number
  act: AssetAct
  said: AssetSaid
  person_id: string | null
  made_at: Date
}

export const insertVersion = (trx: Db, version: NewVersion) =>
  trx
    .insertInto('asset_version')
    .values({ ...version, said: JSON.stringify(version.said) })
    .execute()

export async function replaceOrigins(trx: Db, assetId: string, origins: Origin[]): Promise<void> {
  await trx.deleteFrom('asset_origin').where('asset_id', '=', assetId).execute()
  if (origins.length > 0)
    await trx
      .insertInto('asset_origin')
      .values(origins.map(({ kind, id }) => ({ asset_id: assetId, subject_kind: kind, subject_id: id })))
      .onConflict(conflict => conflict.doNothing())
      .execute()
}

/** Slugs that begin like this one. */
export async function listSlugsLike(db: Db, base: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('asset')
    .select('slug')
    .where(({ eb, or }) => or([eb('slug', '=', base), eb('slug', 'like', `${base}-%`)]))
    .execute()
  return new Set(rows.map(({ slug }) => slug))
}

/** What a person wrote in their organisation's name. */
export const listVersionsBy = (db: Db, personId: string) =>
  db
    .selectFrom('asset_version as version')
    .innerJoin('asset', 'asset.id', 'version.asset_id')
    .select(['asset.slug', 'version.number', 'act', 'version.said', 'made_at'])
    .where('person_id', '=', personId)
    .orderBy('made_at')
    .execute()

/** Takes a person out of what they wrote; what their organisation published stays. */
export async function forgetWriter(trx: Db, personId: string): Promise<void> {
  await trx.updateTable('asset').set({ published_by: null }).where('published_by', '=', personId).execute()
  await trx.updateTable('asset_version').set({ person_id: null }).where('person_id', '=', personId).execute()
  await trx.deleteFrom('asset_file').where('person_id', '=', personId).execute()
}

export const listPublishedIds = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('asset').select('id').where('state', '=', 'published').orderBy('id').execute()).map(
    ({ id }) => id,
  )
