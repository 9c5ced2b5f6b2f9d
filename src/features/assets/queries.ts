import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Asset, KeptPubliccode } from './asset.ts'
import { isListed, isMatched } from './listed-queries.ts'

const wholeAssets = (db: Db) =>
  db
    .selectFrom('asset')
    .innerJoin('organisation', 'organisation.id', 'asset.organisation_id')
    .leftJoin('service', 'service.id', 'asset.service_id')
    .leftJoin('service_area', 'service_area.id', 'service.area_id')
    .leftJoin('moderation_hold as hold', join =>
      join.on('hold.subject_kind', '=', 'asset').onRef('hold.subject_id', '=', 'asset.id'),
    )
    .select(['asset.id', 'asset.slug', 'asset.kind', 'asset.title', 'purpose', 'how_to', 'asset.service_id'])
    .select(['licence', 'address', 'release', 'released_on', 'repository', 'asset.state', 'version'])
    .select(['published_at', 'published_by', 'changed_at', 'closed_at', 'closing_note'])
    .select(({ ref }) => ref('publiccode').$castTo<KeptPubliccode | null>().as('publiccode'))
    .select(['organisation_id', 'organisation.name as organisation_name', 'organisation.slug as of'])
    .select(({ fn }) => fn.coalesce('organisation.council_type', 'organisation.kind').as('organisation_type'))
    .select(['region', 'service.name as service', 'service.area_id', 'service_area.label as area'])
    .select(['hold.state as hidden', 'hold.reason', 'hold.since'])

type WholeRow = Awaited<ReturnType<ReturnType<typeof wholeAssets>['execute']>>[number]

const assetFrom = ({
  organisation_id: id,
  organisation_name: name,
  of: slug,
  hidden,
  reason,
  since,
  ...row
}: WholeRow): Asset => ({
  ...row,
  organisation: { id, name, slug },
  hidden: hidden && since && { state: hidden, reason, since },
})

const ofAll = async (rows: Promise<WholeRow[]>) => (await rows).map(assetFrom)

/** Whole assets by id, whoever may see them. */
export const listWholeAssets = async (db: Db, ids: string[]): Promise<Asset[]> =>
  ids.length === 0 ? [] : ofAll(wholeAssets(db).where('asset.id', 'in', ids).orderBy('asset.id').execute())

export async function findBySlug(db: Db, slug: string): Promise<Asset | undefined> {
  const row = await wholeAssets(db).where('asset.slug', '=', slug).executeTakeFirst()
  return row && assetFrom(row)
}

/** An asset by its slug, whoever may see it; throws when there is none. */
export async function findAsset(db: Db, slug: string): Promise<Asset> {
  const asset = await findBySlug(db, slug)
  if (!asset) throw failure('absent', '')
  return asset
}

/** Those of these ids that everyone may find. */
export const listFindable = async (db: Db, ids: string[]): Promise<Asset[]> =>
  ids.length === 0 ? [] : ofAll(wholeAssets(db).where('asset.id', 'in', ids).where(isListed).execute())

/** Of those what search and matching hold. */
export const listMatched = async (db: Db, ids: string[]): Promise<Asset[]> =>
  ids.length === 0 ? [] : ofAll(wholeAssets(db).where('asset.id', 'in', ids).where(isMatched).execute())

export const listFindableIds = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('asset').select('id').where(isListed).orderBy('id').execute()).map(({ id }) => id)

/** What everyone may find of an organisation or a service, newest first. */
export const listOf = (
  db: Db,
  column: 'organisation_id' | 'service_id',
  id: string | number,
): Promise<Asset[]> =>
  ofAll(
    wholeAssets(db)
      .where(`asset.${column}`, '=', id)
      .where(isListed)
      .orderBy('published_at', 'desc')
      .orderBy('asset.id', 'desc')
      .execute(),
  )

/** All that an organisation has, as its members see it. */
export const listOwn = (db: Db, organisationId: string): Promise<Asset[]> =>
  ofAll(
    wholeAssets(db)
      .where('asset.organisation_id', '=', organisationId)
      .orderBy('changed_at', 'desc')
      .orderBy('asset.id')
      .execute(),
  )

/** What came from a problem or a project, and everyone may find. */
export const listFrom = (db: Db, subject: { kind: 'problem' | 'project'; id: string }): Promise<Asset[]> =>
  ofAll(
    wholeAssets(db)
      .innerJoin('asset_origin', 'asset_origin.asset_id', 'asset.id')
      .where('asset_origin.subject_kind', '=', subject.kind)
      .where('asset_origin.subject_id', '=', subject.id)
      .where(isListed)
      .orderBy('published_at', 'desc')
      .orderBy('asset.id', 'desc')
      .execute(),
  )

export type Origin = { kind: 'problem' | 'project'; id: string }

export const listOrigins = (db: Db, assetId: string): Promise<Origin[]> =>
  db
    .selectFrom('asset_origin')
    .select(['subject_kind as kind', 'subject_id as id'])
    .where('asset_id', '=', assetId)
    .orderBy('subject_kind')
    .orderBy('subject_id')
    .execute()

/** An organisation's asset of a repository, with what it says. */
export async function findOfRepository(
  db: Db,
  organisationId: string,
  repository: string,
): Promise<Asset | undefined> {
  const row = await wholeAssets(db)
    .where('asset.organisation_id', '=', organisationId)
    .where('repository', '=', repository)
    .executeTakeFirst()
  return row && assetFrom(row)
}
