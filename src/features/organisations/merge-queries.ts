import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'
import type { Identifier, OrganisationName, OrganisationStatus } from './organisation.ts'

export type Merge = {
  id: string
  from: OrganisationName
  to: OrganisationName
  reason: string
  moved: Record<string, string[]>
  merged_at: Date
  /** What the one that went was before. */
  status_before: OrganisationStatus
  ended_before: string | null
}

/** A merge that stands, or was taken back. */
export type KeptMerge = Merge & { undone_at: Date | null }

const kept = (db: Db) =>
  db
    .selectFrom('organisation_merge as merge')
    .innerJoin('organisation as gone', 'gone.id', 'merge.from_id')
    .innerJoin('organisation as stays', 'stays.id', 'merge.to_id')
    .select(['merge.id', 'merge.reason', 'merge.moved', 'merge.merged_at', 'merge.undone_at'])
    .select(['merge.status_before', 'merge.ended_before'])
    .select(['gone.id as from_id', 'gone.name as from_name', 'gone.slug as from_slug'])
    .select(['stays.id as to_id', 'stays.name as to_name', 'stays.slug as to_slug'])

const standing = (db: Db) => kept(db).where('merge.undone_at', 'is', null)

type Row = Awaited<ReturnType<ReturnType<typeof standing>['execute']>>[number]

const mergeOf = (row: Row): Merge => ({
  id: row.id,
  from: { id: row.from_id, name: row.from_name, slug: row.from_slug },
  to: { id: row.to_id, name: row.to_name, slug: row.to_slug },
  reason: row.reason,
  moved: row.moved as Record<string, string[]>,
  merged_at: row.merged_at,
  status_before: row.status_before as OrganisationStatus,
  ended_before: row.ended_before,
})

/** How an organisation became part of another, if it did. */
export async function findMergeOf(db: Db, fromId: string): Promise<Merge | undefined> {
  const row = await standing(db).where('merge.from_id', '=', fromId).executeTakeFirst()
  return row && mergeOf(row)
}

/** Who became part of an organisation, newest first. */
export const listMergesInto = async (db: Db, toId: string): Promise<Merge[]> =>
  (
    await standing(db)
      .where('merge.to_id', '=', toId)
      .orderBy('merge.merged_at', 'desc')
      .orderBy('merge.id', 'desc')
      .execute()
  ).map(mergeOf)

/** So many merges of whatever organisations, newest first. */
export const listKeptMerges = async (db: Db, limit: number): Promise<KeptMerge[]> =>
  (await kept(db).orderBy('merge.merged_at', 'desc').orderBy('merge.id', 'desc').limit(limit).execute()).map(
    row => ({ ...mergeOf(row), undone_at: row.undone_at }),
  )

/** Where an organisation's page is now; undefined where it is its own. One that was merged twice is led to the last. */
export async function findMergedInto(db: Db, id: string): Promise<OrganisationName | undefined> {
  const found = (await findMergeOf(db, id))?.to
  return found && ((await findMergedInto(db, found.id)) ?? found)
}

/** Of these addresses of organisations those that lead to another's now, with that. */
export async function listSurvivors(db: Db, slugs: string[]): Promise<Map<string, string>> {
  if (slugs.length === 0) return new Map()
  const rows = await standing(db).where('gone.slug', 'in', slugs).execute()
  const found = new Map<string, string>()
  for (const row of rows) found.set(row.from_slug, (await findMergedInto(db, row.from_id))!.slug)
  return found
}

/** Of these identifiers (all of one scheme) those whose organisation became part of another, with the other's id. */
export async function listMergedIdentifiers(db: Db, identifiers: Identifier[]): Promise<Map<string, string>> {
  const [first] = identifiers
  if (!first) return new Map()
  const { rows } = await sql<{ value: string; to_id: string }>`
    select identifier.said ->> 'value' as value, merge.to_id
    from organisation_merge as merge
    cross join lateral (
      select written::jsonb as said from jsonb_array_elements_text(merge.moved -> 'identifiers') as written) as identifier
    where merge.undone_at is null and identifier.said ->> 'scheme' = ${first.scheme}
      and identifier.said ->> 'value' = any(${identifiers.map(({ value }) => value)}::text[])`.execute(db)
  return new Map(rows.map(({ value, to_id }) => [value, to_id]))
}
