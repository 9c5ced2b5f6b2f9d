import { listServicesById } from '#features/services/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Place } from '#plumbing/keyset.ts'
import type { Version } from './history.ts'

/** Versions of a plan, newest first, from a place on; read backwards when the place is the end of a page. */
export async function listVersions(
  db: Db,
  planId: string,
  { after, before }: Place,
  limit: number,
): Promise<Version[]> {
  let query = db
    .selectFrom('plan_version as version')
    .innerJoin('organisation', 'organisation.id', 'version.organisation_id')
    .leftJoin('plan_version as earlier', join =>
      join
        .onRef('earlier.plan_id', '=', 'version.plan_id')
        .on(({ eb, ref }) => eb('earlier.number', '=', eb(ref('version.number'), '-', 1))),
    )
    .select(['version.number', 'version.act', 'version.note', 'version.made_at', 'version.person_id'])
    .select(['organisation.name as organisation', 'version.said', 'earlier.said as before'])
    .where('version.plan_id', '=', planId)
  if (after) query = query.where('version.number', '<', Number(after[0]))
  if (before) query = query.where('version.number', '>', Number(before[0]))
  const rows = await query
    .orderBy('version.number', before ? 'asc' : 'desc')
    .limit(limit)
    .execute()
  return rows as Version[]
}

/** The services that these versions name. */
export const listServicesIn = (db: Db, versions: Version[]) =>
  listServicesById(
    db,
    versions.flatMap(({ said, before }) => [said.service_id, before?.service_id].filter(id => id != null)),
  )
