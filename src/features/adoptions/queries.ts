import { sql } from 'kysely'
import { isOutOfSearch } from '#features/freshness/index.ts'
import type { Hidden } from '#features/moderation/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { AdoptionSaid, AdoptionState } from './adoption.ts'

export type Adoption = AdoptionSaid & {
  id: string
  assetId: string
  adopter: OrganisationName
  number: number
  saidAt: Date
  saidBy: string | null
  endedAt: Date | null
  /** It waits for a curator, or one has taken it down. */
  hidden: Hidden | null
  /** Nobody has confirmed it for long: it counts no more. */
  isExpired: boolean
}

const isExpired = isOutOfSearch('adoption', sql`adoption.id`)

/**
 * Whether it is the word of one that there is, on a thing that another shares: two may have become one since, and then each is
 * counted once, and by itself not at all. `adoption` is in scope.
 */
const isOfAnother = sql<boolean>`exists (select from asset where asset.id = adoption.asset_id
    and asset.organisation_id <> adoption.organisation_id)
  and not exists (select from organisation_merge where from_id = adoption.organisation_id and undone_at is null)`

const wholeAdoptions = (db: Db) =>
  db
    .selectFrom('adoption')
    .innerJoin('adoption_version as version', join =>
      join.onRef('adoption_id', '=', 'adoption.id').onRef('version.number', '=', 'adoption.number'),
    )
    .innerJoin('organisation', 'organisation.id', 'adoption.organisation_id')
    .leftJoin('moderation_hold as hold', join =>
      join.on('hold.subject_kind', '=', 'adoption').onRef('hold.subject_id', '=', 'adoption.id'),
    )
    .select([
      'adoption.id',
      'asset_id as assetId',
      'adoption.number',
      'said_at as saidAt',
      'said_by as saidBy',
    ])
    .select([
      'ended_at as endedAt',
      'version.state',
      'release',
      'version.since',
      'days',
      'cost',
      'took',
      'why',
    ])
    .select([
      'talks',
      'organisation_id',
      'organisation.name as adopter_name',
      'organisation.slug as adopter_slug',
    ])
    .select([
      'hold.state as hold_state',
      'hold.reason',
      'hold.since as hold_since',
      isExpired.as('isExpired'),
    ])

type WholeRow = Awaited<ReturnType<ReturnType<typeof wholeAdoptions>['execute']>>[number]

const adoptionFrom = ({
  organisation_id: id,
  adopter_name: name,
  adopter_slug: slug,
  hold_state: state,
  reason,
  hold_since: since,
  ...row
}: WholeRow): Adoption => ({
  ...row,
  adopter: { id, name, slug },
  hidden: state && since && { state, reason, since },
})

const ofAll = async (rows: Promise<WholeRow[]>) => (await rows).map(adoptionFrom)

/** Adoptions by id, whoever may see them, also ended ones. */
export const listAdoptionsById = async (db: Db, ids: string[]): Promise<Adoption[]> =>
  ids.length === 0
    ? []
    : ofAll(wholeAdoptions(db).where('adoption.id', 'in', ids).orderBy('adoption.id').execute())

/** What stands for an asset, whoever may see it, the last said first; not what its own organisation said before a merge. */
export const listOfAsset = (db: Db, assetId: string): Promise<Adoption[]> =>
  ofAll(
    wholeAdoptions(db)
      .where('asset_id', '=', assetId)
      .where('ended_at', 'is', null)
      .where(isOfAnother)
      .orderBy('said_at', 'desc')
      .orderBy('adoption.id')
      .execute(),
  )

/** What stands for an adopter, whoever may see it. */
export const listOfAdopter = (db: Db, organisationId: string): Promise<Adoption[]> =>
  ofAll(
    wholeAdoptions(db)
      .where('adoption.organisation_id', '=', organisationId)
      .where('ended_at', 'is', null)
      .where(isOfAnother)
      .orderBy('said_at', 'desc')
      .orderBy('adoption.id')
      .execute(),
  )

/** What an organisation has said of an asset, also what it took back. */
export async function findOwn(
  db: Db,
  assetId: string,
  organisationId: string,
): Promise<Adoption | undefined> {
  const row = await wholeAdoptions(db)
    .where('asset_id', '=', assetId)
    .where('adoption.organisation_id', '=', organisationId)
    .executeTakeFirst()
  return row && adoptionFrom(row)
}

/** Whether everyone may see it and it counts: of another's thing, not taken back, held, withheld or expired. */
export const isCounted = sql<boolean>`adoption.ended_at is null and ${isOfAnother} and not ${isExpired}
  and adoption.id not in (select subject_id from moderation_hold where subject_kind = 'adoption')`

/** How many organisations say what of these assets, as far as it counts. */
export const countStates = (db: Db, assetIds: string[]) =>
  db
    .selectFrom('adoption')
    .innerJoin('adoption_version as version', join =>
      join.onRef('adoption_id', '=', 'adoption.id').onRef('version.number', '=', 'adoption.number'),
    )
    .select(({ fn }) => ['asset_id as assetId', 'state', fn.countAll<number>().as('count')])
    .where('asset_id', 'in', assetIds)
    .where(isCounted)
    .groupBy(['asset_id', 'state'])
    .execute()

/** Assets of which some organisation says this, as far as it counts. */
export const listAssetsIn = async (db: Db, state: AdoptionState): Promise<string[]> =>
  (
    await db
      .selectFrom('adoption')
      .innerJoin('adoption_version as version', join =>
        join.onRef('adoption_id', '=', 'adoption.id').onRef('version.number', '=', 'adoption.number'),
      )
      .select('asset_id')
      .distinct()
      .where('state', '=', state)
      .where(isCounted)
      .execute()
  ).map(({ asset_id }) => asset_id)

/** Ids of all that counts, for files. */
export const listCountedIds = async (db: Db): Promise<string[]> =>
  (await db.selectFrom('adoption').select('id').where(isCounted).orderBy('id').execute()).map(({ id }) => id)

export const listStandingIds = async (db: Db): Promise<string[]> =>
  (
    await db
      .selectFrom('adoption')
      .select('id')
      .where('ended_at', 'is', null)
      .where(isOfAnother)
      .orderBy('id')
      .execute()
  ).map(({ id }) => id)
