import { listServicesById } from '#features/services/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Place } from '#plumbing/keyset.ts'
import type { ProblemParts } from './problem.ts'
import type { ProblemAct } from './stored-problems.ts'

export type Version = {
  number: number
  act: ProblemAct
  note: string | null
  made_at: Date
  organisation: string
  /** Who made it; nobody once they have erased themselves. */
  person_id: string | null
  said: ProblemParts
  /** What the version before said; none before the first. */
  before: ProblemParts | null
}

/** Versions of a problem, newest first, from a place on; read backwards when the place is the end of a page. */
export async function listVersions(
  db: Db,
  problemId: string,
  { after, before }: Place,
  limit: number,
): Promise<Version[]> {
  let query = db
    .selectFrom('problem_version as version')
    .innerJoin('organisation', 'organisation.id', 'version.organisation_id')
    .leftJoin('problem_version as earlier', join =>
      join
        .onRef('earlier.problem_id', '=', 'version.problem_id')
        .on(({ eb, ref }) => eb('earlier.number', '=', eb(ref('version.number'), '-', 1))),
    )
    .select(['version.number', 'version.act', 'version.note', 'version.made_at', 'version.person_id'])
    .select(['organisation.name as organisation', 'version.said', 'earlier.said as before'])
    .where('version.problem_id', '=', problemId)
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
