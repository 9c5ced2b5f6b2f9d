import { listSurvivors, type OrganisationName } from '#features/organisations/index.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type Compatibility, compatibilityOf } from './compatibility.ts'
import { listAnswers, listTools, type Tool } from './queries.ts'

/** Organisations by the last part of their addresses, in this order; unknown ones are absent. One that was merged stands for itself no more. */
export async function listPartners(db: Db, slugs: string[]): Promise<OrganisationName[]> {
  if (slugs.length === 0) return []
  const survivors = await listSurvivors(db, slugs)
  const meant = [...new Set(slugs.map(slug => survivors.get(slug) ?? slug))]
  const rows = await db
    .selectFrom('organisation')
    .select(['id', 'name', 'slug'])
    .where('slug', 'in', meant)
    .execute()
  return meant.flatMap(slug => rows.find(row => row.slug === slug) ?? [])
}

/**
 * What these organisations can use together. It tells what each of them said: only for readers of the public sector, or for
 * the organisations themselves.
 */
export async function findTogether<Partner extends { id: string }>(
  db: Db,
  clock: Clock,
  partners: Partner[],
): Promise<Compatibility<Tool, Partner>> {
  const { date: today } = inLondon(clock.now())
  const ids = partners.map(({ id }) => id)
  const fresh = (await listAnswers(db, today, ids)).filter(({ is_stale }) => !is_stale)
  const said = new Map(fresh.map(each => [`${each.organisation_id} ${each.tool_id}`, each.answer]))
  return compatibilityOf(
    await listTools(db, today),
    partners,
    (partner, tool) => said.get(`${partner.id} ${tool.id}`) ?? 'unknown',
  )
}

/** The tools that every one of these organisations can open; for the same readers as {@link findTogether}. */
export const listToolsAllCanOpen = async (db: Db, clock: Clock, organisationIds: string[]): Promise<Tool[]> =>
  (
    await findTogether(
      db,
      clock,
      [...new Set(organisationIds)].map(id => ({ id })),
    )
  ).allCanOpen

/** The tools that an organisation says it can open; for the same readers as {@link findTogether}. */
export const listToolsOf = (db: Db, clock: Clock, organisationId: string): Promise<Tool[]> =>
  listToolsAllCanOpen(db, clock, [organisationId])
