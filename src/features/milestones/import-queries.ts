import type { Said } from '#features/plan-reading/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { FoundImport, ListedImport } from './brought-file.ts'
import type { Standing } from './foresee.ts'

/** The files of a project's milestones, the latest first. */
export const listImports = (db: Db, planId: string): Promise<ListedImport[]> =>
  db
    .selectFrom('milestone_import')
    .select(['id', 'file_name as fileName', 'state', 'made_at as madeAt'])
    .where('plan_id', '=', planId)
    .orderBy('made_at', 'desc')
    .orderBy('id', 'desc')
    .limit(20)
    .execute()

const wholeImports = (db: Db) =>
  db
    .selectFrom('milestone_import')
    .select(['id', 'plan_id as planId', 'kind', 'file_name as fileName', 'source_name as sourceName'])
    .select(['state', 'choices', 'asked', 'lines', 'made_at as madeAt', 'person_id as personId'])
    .select(['taken_in_at as takenInAt', 'undone_at as undoneAt'])

/** A file of a project; a Failure where there is none. */
export async function findImport(db: Db, planId: string, id: string): Promise<FoundImport> {
  const found = await wholeImports(db).where('id', '=', id).where('plan_id', '=', planId).executeTakeFirst()
  if (!found) throw failure('absent', '')
  return found as FoundImport
}

export async function countPreviews(db: Db, planId: string): Promise<number> {
  const { count } = await db
    .selectFrom('milestone_import')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('plan_id', '=', planId)
    .where('state', '=', 'previewed')
    .executeTakeFirstOrThrow()
  return count
}

/** The file of a project that was taken in last and not undone. */
export async function findLastTakenIn(db: Db, planId: string): Promise<string | undefined> {
  const last = await db
    .selectFrom('milestone_import')
    .select('id')
    .where('plan_id', '=', planId)
    .where('state', '=', 'taken-in')
    .orderBy('taken_in_at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return last?.id
}

export const listStalePreviews = async (db: Db, before: Date, atMost: number): Promise<string[]> =>
  (
    await db
      .selectFrom('milestone_import')
      .select('id')
      .where('state', '=', 'previewed')
      .where('made_at', '<', before)
      .orderBy('made_at')
      .limit(atMost)
      .execute()
  ).map(({ id }) => id)

/** The milestones of a project as they stand, with what their files said last. */
export async function listStanding(db: Db, planId: string): Promise<Standing[]> {
  const rows = await db
    .selectFrom('milestone')
    .innerJoin('milestone_version as version', join =>
      join
        .onRef('version.milestone_id', '=', 'milestone.id')
        .onRef('version.number', '=', 'milestone.version'),
    )
    .select(['milestone.id', 'number', 'title', 'due_on', 'is_done', 'done_on', 'is_removed'])
    .select(['import_id', 'source_said', 'source_kind', 'source_key'])
    .where('plan_id', '=', planId)
    .orderBy('milestone.id')
    .execute()
  return rows.map(({ id, number, title, due_on, is_done, done_on, ...row }) => ({
    id,
    number,
    said: { title, due_on, is_done, done_on },
    isRemoved: row.is_removed,
    isUndone: row.is_removed && row.import_id !== null,
    source: row.source_kind && row.source_key ? { kind: row.source_kind, key: row.source_key } : null,
    sourceSaid: row.source_said as Said | null,
  }))
}

/** What a file said of milestones, the version before it and the present one, for it to be undone. */
export const listTouched = (db: Db, importId: string) =>
  db
    .selectFrom('milestone_version as made')
    .innerJoin('milestone', 'milestone.id', 'made.milestone_id')
    .leftJoin('milestone_version as before', join =>
      join
        .onRef('before.milestone_id', '=', 'made.milestone_id')
        .on(({ eb, ref }) => eb('before.number', '=', eb(ref('made.number'), '-', 1))),
    )
    .select(['made.milestone_id as id', 'made.number', 'milestone.version', 'made.title', 'made.due_on'])
    .select(['made.is_done', 'made.done_on', 'before.title as title_before', 'before.due_on as due_before'])
    .select([
      'before.is_done as was_done',
      'before.done_on as done_before',
      'before.is_removed as was_removed',
    ])
    .select('before.source_said as source_before')
    .where('made.import_id', '=', importId)
    .orderBy('made.milestone_id')
    .execute()
