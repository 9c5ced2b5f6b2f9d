import { listSpokespeople } from '#features/accounts/index.ts'
import { listLeaving } from '#features/handover/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Keeper, SuccessionRole } from './succession.ts'

const whole = (db: Db) =>
  db
    .selectFrom('succession_role')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .innerJoin('organisation as looker', 'looker.id', 'looked_by_organisation')
    .select(['succession_role.id', 'collaboration_id', 'title', 'kept_where', 'note', 'looked_at'])
    .select(['holder_id', 'holder_title', 'deputy_id', 'deputy_title'])
    .select(['organisation.id as organisation_id', 'organisation.name', 'organisation.slug'])
    .select(['looker.id as looker_id', 'looker.name as looker_name', 'looker.slug as looker_slug'])
    .orderBy('organisation.name')
    .orderBy('named_at')
    .orderBy('succession_role.id')

type Row = Awaited<ReturnType<ReturnType<typeof whole>['execute']>>[number]

/** Who of these organisations still speaks for it, and who passes on what they look after. */
async function loadStandings(db: Db, organisationIds: string[]) {
  const speaking = new Set<string>()
  for (const id of organisationIds)
    for (const { personId } of await listSpokespeople(db, id)) speaking.add(`${id} ${personId}`)
  const leaving = new Map(
    (await listLeaving(db, organisationIds)).map(({ personId, organisationId, lastDay }) => [
      `${organisationId} ${personId}`,
      { lastDay },
    ]),
  )
  return (organisationId: string, personId: string | null, jobTitle: string | null): Keeper => {
    if (jobTitle !== null) return { kind: 'elsewhere', jobTitle }
    if (personId === null) return null
    const key = `${organisationId} ${personId}`
    return { kind: 'person', id: personId, isIn: speaking.has(key), leaving: leaving.get(key) ?? null }
  }
}

async function completed(db: Db, rows: Row[]): Promise<SuccessionRole[]> {
  const keeperOf = await loadStandings(db, [...new Set(rows.map(({ organisation_id }) => organisation_id))])
  return rows.map(row => ({
    id: row.id,
    collaborationId: row.collaboration_id,
    organisation: { id: row.organisation_id, name: row.name, slug: row.slug },
    title: row.title,
    holder: keeperOf(row.organisation_id, row.holder_id, row.holder_title),
    deputy: keeperOf(row.organisation_id, row.deputy_id, row.deputy_title),
    keptWhere: row.kept_where,
    note: row.note,
    lookedAt: row.looked_at,
    lookedBy: { id: row.looker_id, name: row.looker_name, slug: row.looker_slug },
  }))
}

/** The roles of a collaboration by organisation, in the order in which they were named. */
export const listRoles = async (db: Db, collaborationId: string): Promise<SuccessionRole[]> =>
  completed(db, await whole(db).where('collaboration_id', '=', collaborationId).execute())

/** Roles by id, whoever may see them. */
export const listRolesById = async (db: Db, ids: string[]): Promise<SuccessionRole[]> =>
  ids.length === 0 ? [] : completed(db, await whole(db).where('succession_role.id', 'in', ids).execute())

/** The roles of several collaborations. */
export const listRolesIn = async (db: Db, collaborationIds: string[]): Promise<SuccessionRole[]> =>
  collaborationIds.length === 0
    ? []
    : completed(db, await whole(db).where('collaboration_id', 'in', collaborationIds).execute())

/** The roles that someone holds or stands in for, in one organisation. */
export const listRolesOf = async (
  db: Db,
  { personId, organisationId }: { personId: string; organisationId: string },
): Promise<SuccessionRole[]> =>
  completed(
    db,
    await whole(db)
      .where('succession_role.organisation_id', '=', organisationId)
      .where(({ or, eb }) => or([eb('holder_id', '=', personId), eb('deputy_id', '=', personId)]))
      .execute(),
  )

/** Those last looked at before a moment, and that nobody was asked about since then. */
export const listToAsk = async (db: Db, before: Date): Promise<SuccessionRole[]> =>
  completed(
    db,
    await whole(db)
      .where('looked_at', '<=', before)
      .where(({ or, eb, ref }) => or([eb('asked_at', 'is', null), eb('asked_at', '<', ref('looked_at'))]))
      .execute(),
  )
