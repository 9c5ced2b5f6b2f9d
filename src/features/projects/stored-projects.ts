import { sql } from 'kysely'
import type { NamedPartner } from '#features/related-work/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import { renewed } from '#plumbing/database/renewed.ts'
import { newId } from '#plumbing/id.ts'
import type { Funding } from './funding.ts'
import type { ProjectFacts, PublishedProject, State } from './project.ts'
import type { PartnerStanding, WrittenParts, WrittenUpdate } from './written-project.ts'

export type ProjectSource = {
  format: PublishedProject['format'] | 'written'
  key: string
  project_id: string
  name: string
  url: string | null
  as_of: string
  facts: ProjectFacts
  dated_on: string
}

export async function listSourcesOfProjects(db: Db, ids: string[]): Promise<ProjectSource[]> {
  if (ids.length === 0) return []
  const rows = await db
    .selectFrom('project_source')
    .select(['format', 'key', 'project_id', 'name', 'url', 'as_of', 'facts', 'dated_on'])
    .where('project_id', 'in', ids)
    .execute()
  return rows as ProjectSource[]
}

const isNumbered = (key: string) => /^pipeline:\d+$/.test(key)

/** Key → the project that another Pipeline source gave the same title and organisation, when one of both has no number. */
export async function listPipelineNamesakes(
  db: Db,
  published: { key: string; facts: ProjectFacts }[],
): Promise<Map<string, string>> {
  if (published.length === 0) return new Map()
  const rows = await db
    .selectFrom('project')
    .innerJoin('project_source', 'project_source.project_id', 'project.id')
    .select(['project.id', 'project_source.key', 'project.title', 'project.organisation_as_published'])
    .where(
      sql`lower(project.title)`,
      'in',
      published.map(({ facts }) => facts.title.toLowerCase()),
    )
    .where('project_source.format', 'not in', ['fund-awards', 'written'])
    .execute()
  const found = published.flatMap(({ key, facts }) => {
    const namesake = rows.find(
      row =>
        row.title.toLowerCase() === facts.title.toLowerCase() &&
        row.organisation_as_published === facts.organisation_as_published &&
        !(isNumbered(key) && isNumbered(row.key)),
    )
    return namesake ? [[key, namesake.id] as const] : []
  })
  return new Map(found)
}

export type ProjectRow = ProjectFacts &
  Partial<WrittenParts> & {
    id: string
    slug: string
    is_written?: boolean
    organisation_id: string | null
    state: State
    dated_on: string
    created_at: Date
  }

const asJson = (value: unknown) => (value === undefined ? undefined : JSON.stringify(value))

export async function upsertProjects(trx: Db, rows: ProjectRow[]): Promise<void> {
  await trx
    .insertInto('project')
    .values(
      rows.map(row => ({
        ...row,
        other_sections: JSON.stringify(row.other_sections),
        phase_history: asJson(row.phase_history),
        links: asJson(row.links),
      })),
    )
    .onConflict(conflict =>
      conflict.column('id').doUpdateSet(renewed(rows[0]!, ['id', 'slug', 'created_at'])),
    )
    .execute()
}

export async function upsertSources(trx: Db, sources: ProjectSource[]): Promise<void> {
  await trx
    .insertInto('project_source')
    .values(sources.map(source => ({ ...source, facts: JSON.stringify(source.facts) })))
    .onConflict(conflict =>
      conflict.columns(['format', 'key']).doUpdateSet(({ ref }) => ({
        name: ref('excluded.name'),
        url: ref('excluded.url'),
        as_of: ref('excluded.as_of'),
        facts: ref('excluded.facts'),
        dated_on: ref('excluded.dated_on'),
      })),
    )
    .execute()
}

/** Parts that a source speaks of take the place of what it said before; parts left out stay. */
export type ProjectParts = {
  project_id: string
  partners?: (NamedPartner & { standing?: PartnerStanding })[]
  funding?: Funding
  updates?: { date: string | null; text: string }[]
}

export async function deletePartsOfProjects(trx: Db, parts: ProjectParts[]): Promise<void> {
  const idsWith = (part: 'partners' | 'funding' | 'updates') =>
    parts.filter(one => one[part]).map(({ project_id }) => project_id)
  const tables = {
    partners: 'project_partner',
    funding: 'project_funding',
    updates: 'project_update',
  } as const
  for (const part of ['partners', 'funding', 'updates'] as const) {
    const ids = idsWith(part)
    if (ids.length > 0) await trx.deleteFrom(tables[part]).where('project_id', 'in', ids).execute()
  }
}

export async function insertPartsOfProjects(trx: Db, parts: ProjectParts[]): Promise<void> {
  const partners = parts.flatMap(({ project_id, partners = [] }) =>
    partners.map((partner, position) => ({ project_id, position, ...partner })),
  )
  const funding = parts.flatMap(({ project_id, funding }) =>
    funding ? [{ id: newId(), project_id, ...funding }] : [],
  )
  const updates = parts.flatMap(({ project_id, updates = [] }) =>
    updates.map(({ date, text }, position) => ({ project_id, position, said_on: date, text })),
  )
  if (partners.length > 0) await trx.insertInto('project_partner').values(partners).execute()
  if (funding.length > 0) await trx.insertInto('project_funding').values(funding).execute()
  if (updates.length > 0) await trx.insertInto('project_update').values(updates).execute()
}

export async function insertWrittenUpdates(
  trx: Db,
  project_id: string,
  updates: WrittenUpdate[],
): Promise<void> {
  if (updates.length === 0) return
  await trx
    .insertInto('project_update')
    .values(updates.map((update, position) => ({ project_id, position, ...update })))
    .execute()
}

/** Projects whose state may change by the passing of days alone. */
export const listUnendedProjects = (db: Db) =>
  db
    .selectFrom('project')
    .select(['id', 'state', 'stop_reason', 'phase', 'starts_on', 'ends_on', 'finished_on', 'dated_on'])
    .where('state', 'in', ['planned', 'live'])
    .where('withdrawn_on', 'is', null)
    .execute()

export async function updateStates(trx: Db, moved: { id: string; state: State }[]): Promise<void> {
  for (const [state, ofState] of Map.groupBy(moved, ({ state }) => state)) {
    await trx
      .updateTable('project')
      .set({ state })
      .where(
        'id',
        'in',
        ofState.map(({ id }) => id),
      )
      .execute()
  }
}
