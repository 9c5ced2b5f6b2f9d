import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import type { Said } from './answer.ts'
import type { TopicName } from './topic.ts'

type Version = {
  collaboration_id: string
  organisation_id: string
  topic: TopicName
  version: number
  said: Said | null
  said_at: Date
  said_by: string
}

/** Keeps a version of an answer; one of the same number is written over. */
export const putAnswer = (trx: Db, { said, ...version }: Version) => {
  const change = { said: said && JSON.stringify(said), said_at: version.said_at, said_by: version.said_by }
  return trx
    .insertInto('canvas_answer')
    .values({ ...version, ...change, id: newId() })
    .onConflict(conflict =>
      conflict.columns(['collaboration_id', 'organisation_id', 'topic', 'version']).doUpdateSet(change),
    )
    .execute()
}

/** The newest version of an answer; undefined where there is none. */
export async function findNewest(
  trx: Db,
  {
    collaborationId,
    organisationId,
    topic,
  }: { collaborationId: string; organisationId: string; topic: TopicName },
) {
  const row = await trx
    .selectFrom('canvas_answer')
    .select(['version', 'said'])
    .where('collaboration_id', '=', collaborationId)
    .where('organisation_id', '=', organisationId)
    .where('topic', '=', topic)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && { version: row.version, said: row.said as Said | null }
}

/** False where the organisation was done already. */
export async function insertCompletion(
  trx: Db,
  row: { collaboration_id: string; organisation_id: string; done_at: Date; done_by: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await trx
    .insertInto('canvas_completion')
    .values({ ...row, id: newId() })
    .onConflict(conflict => conflict.columns(['collaboration_id', 'organisation_id']).doNothing())
    .executeTakeFirstOrThrow()
  return numInsertedOrUpdatedRows === 1n
}
