import type { Db } from '#plumbing/database/database.ts'
import type { Level, Reply, Round } from './health.ts'

const replyColumns = ['aims', 'pace', 'deciding', 'language', 'cover', 'note', 'answered_at'] as const

async function listReplies(db: Db, roundIds: string[]) {
  const rows = await db
    .selectFrom('health_reply')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['round_id', ...replyColumns])
    .select(['organisation.id', 'organisation.name', 'organisation.slug'])
    .where('round_id', 'in', roundIds)
    .orderBy('organisation.name')
    .execute()
  return Map.groupBy(
    rows.map(({ id, name, slug, aims, pace, deciding, language, cover, ...row }) => ({
      ...row,
      organisation: { id, name, slug },
      aims: aims as Level,
      pace: pace as Level,
      deciding: deciding as Level,
      language: language as Level,
      cover: cover as Level,
    })),
    ({ round_id }) => round_id,
  )
}

type RoundRow = { id: string; month: string }

async function completed(db: Db, rounds: RoundRow[]): Promise<Round[]> {
  if (rounds.length === 0) return []
  const replies = await listReplies(
    db,
    rounds.map(({ id }) => id),
  )
  return rounds.map(round => ({ ...round, replies: (replies.get(round.id) ?? []) as Reply[] }))
}

const roundsAtMost = 12

/** The rounds of a collaboration, the latest first: those of a year. */
export const listRounds = async (db: Db, collaborationId: string): Promise<Round[]> =>
  completed(
    db,
    await db
      .selectFrom('health_round')
      .select(['id', 'month'])
      .where('collaboration_id', '=', collaborationId)
      .orderBy('month', 'desc')
      .limit(roundsAtMost)
      .execute(),
  )

/** The latest round of each of these collaborations. */
export const listLatestRounds = (db: Db, collaborationIds: string[]) =>
  collaborationIds.length === 0
    ? Promise.resolve([])
    : db
        .selectFrom('health_round')
        .distinctOn('collaboration_id')
        .select(['id', 'collaboration_id', 'month'])
        .where('collaboration_id', 'in', collaborationIds)
        .orderBy('collaboration_id')
        .orderBy('month', 'desc')
        .execute()

/** Which of these rounds an organisation has answered. */
export async function listAnswered(db: Db, roundIds: string[], organisationId: string): Promise<Set<string>> {
  if (roundIds.length === 0) return new Set()
  const rows = await db
    .selectFrom('health_reply')
    .select('round_id')
    .where('round_id', 'in', roundIds)
    .where('organisation_id', '=', organisationId)
    .execute()
  return new Set(rows.map(({ round_id }) => round_id))
}

/** Organisations of a collaboration that do not want to be asked. */
export async function listPaused(db: Db, collaborationId: string): Promise<Set<string>> {
  const rows = await db
    .selectFrom('health_pause')
    .select('organisation_id')
    .where('collaboration_id', '=', collaborationId)
    .execute()
  return new Set(rows.map(({ organisation_id }) => organisation_id))
}

/** What a secret of a mail is for, by its hash; undefined where it is none of ours. */
export const findLink = (db: Db, linkHash: string) =>
  db
    .selectFrom('health_link')
    .innerJoin('health_round', 'health_round.id', 'round_id')
    .select(['round_id', 'organisation_id', 'person_id', 'collaboration_id', 'month'])
    .where('link_hash', '=', linkHash)
    .executeTakeFirst()

/** Collaborations that have no round of this month yet, 'YYYY-MM-DD' of its first day, and were begun before it. */
export const listWithoutRound = (db: Db, month: string, before: Date) =>
  db
    .selectFrom('collaboration')
    .select('collaboration.id')
    .where('begun_at', '<', before)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('health_round')
            .select('health_round.id')
            .whereRef('collaboration_id', '=', 'collaboration.id')
            .where('month', '=', month),
        ),
      ),
    )
    .orderBy('collaboration.id')
    .execute()
