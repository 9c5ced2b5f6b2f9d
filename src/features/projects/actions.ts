import {
  listSlugs,
  listWorkByKeys,
  recogniseOrganisations,
  upsertWork,
} from '#features/related-work/index.ts'
import { recordActivities } from '#plumbing/activity.ts'
import { system } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import type { ImportContext, WrittenRow } from '#plumbing/import.ts'
import { saidDate } from './funding.ts'
import {
  joinFacts,
  latestDate,
  type ProjectFacts,
  type PublishedProject,
  phaseWords,
  stateOn,
} from './project.ts'
import {
  deletePartsOfProjects,
  insertPartsOfProjects,
  listPipelineNamesakes,
  listSourcesOfProjects,
  listUnendedProjects,
  type ProjectSource,
  updateStates,
  upsertProjects,
  upsertSources,
} from './stored-projects.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'project.imported': { format: string; key: string }
    'project.moved-on': { state: string }
  }
}

/** What is believed most comes first: a page tells the whole, its details table a part, an award only names the work. */
const formatsByTrust: ProjectSource['format'][] = ['pipeline-page', 'pipeline-projects', 'fund-awards']

/**
 * Takes in projects as their sources publish them. Sources that share a key speak of one project, in whatever order they
 * come: what each says is kept, and the project is what they say together.
 */
export async function takeInProjects(
  trx: Db,
  published: PublishedProject[],
  context: ImportContext,
): Promise<WrittenRow[]> {
  const { source, clock, actor } = context
  const now = clock.now()
  const today = inLondon(now).date
  const idOfKey = await idsOfProjects(trx, published)
  const before = Map.groupBy(
    await listSourcesOfProjects(trx, [...new Set(idOfKey.values())]),
    ({ project_id }) => project_id,
  )
  const names = await recogniseOrganisations(
    trx,
    published.flatMap(({ facts, partners = [] }) => [facts.organisation_as_published, ...partners]),
  )
  const incoming = published.map(
    (one): ProjectSource => ({
      format: one.format,
      key: one.key,
      project_id: idOfKey.get(one.key)!,
      name: source.name,
      url: one.url,
      as_of: source.asOf,
      facts: one.facts,
      dated_on: latestDate(one, today) ?? source.asOf,
    }),
  )
  const joined = incoming.map(one => {
    const others = (before.get(one.project_id) ?? []).filter(
      ({ format, key }) => format !== one.format || key !== one.key,
    )
    return joinSources([one, ...others])
  })
  const slugs = await listSlugs(
    trx,
    '/projects/',
    joined.map(({ id, facts: { title } }) => ({ id, title })),
  )

  const rows = joined.map(({ id, facts, dated_on }) => ({
    ...facts,
    id,
    slug: slugs.get(id)!,
    organisation_id: names.idOf(facts.organisation_as_published),
    state: stateOn(today, { ...facts, dated_on }),
    dated_on,
    created_at: now,
  }))
  await upsertWork(
    trx,
    rows.map((row, at) => {
      const { key, funding } = published[at]!
      return {
        id: row.id,
        kind: 'project',
        title: row.title,
        path: `/projects/${row.slug}`,
        organisation_id: row.organisation_id,
        phase: row.phase && phaseWords[row.phase],
        outcome: null,
        amount_pounds: funding?.amount_pounds ?? null,
        dated: funding ? saidDate(funding.decided_on, funding.decided_precision) : row.dated_on,
        keys: [key],
      }
    }),
    now,
  )
  await upsertProjects(trx, rows)
  await upsertSources(trx, incoming)
  const parts = published.map(({ facts, partners, funding, updates }, at) => ({
    project_id: incoming[at]!.project_id,
    partners: partners && names.partnersOf(facts.organisation_as_published, partners),
    funding,
    updates,
  }))
  await deletePartsOfProjects(trx, parts)
  await insertPartsOfProjects(trx, parts)
  await recordActivities(
    trx,
    clock,
    published.map(({ format, key }) => ({
      kind: 'project.imported',
      subject: { kind: 'project', id: idOfKey.get(key)! },
      actor,
      detail: { format, key },
    })),
  )
  return published.map(({ key, facts, partners = [], remarks = [] }) => ({
    subjectId: idOfKey.get(key)!,
    remarks: [...remarks, ...names.remarks([facts.organisation_as_published, ...partners])],
  }))
}

/** Key → project, known or new. A saved page that does not show its number is known by its title and organisation. */
async function idsOfProjects(trx: Db, published: PublishedProject[]): Promise<Map<string, string>> {
  const known = await listWorkByKeys(
    trx,
    published.map(({ key }) => key),
  )
  const unknown = published.filter(({ key, format }) => !known.has(key) && format !== 'fund-awards')
  const namesakes = await listPipelineNamesakes(trx, unknown)
  return new Map(
    published.map(({ key }) => [key, known.get(key)?.id ?? namesakes.get(key) ?? newId()] as const),
  )
}

function joinSources(sources: ProjectSource[]): { id: string; facts: ProjectFacts; dated_on: string } {
  const byTrust = sources.toSorted(
    (a, b) => formatsByTrust.indexOf(a.format) - formatsByTrust.indexOf(b.format),
  )
  return {
    id: sources[0]!.project_id,
    facts: byTrust.map(({ facts }) => facts).reduce(joinFacts),
    dated_on: sources
      .map(({ dated_on }) => dated_on)
      .sort()
      .at(-1)!,
  }
}

/** Gives every project the state that its dates have on this day. */
export async function moveProjectsOn(trx: Db, clock: Clock): Promise<void> {
  const today = inLondon(clock.now()).date
  const moved = (await listUnendedProjects(trx)).flatMap(project => {
    const state = stateOn(today, project)
    return state === project.state ? [] : [{ id: project.id, state }]
  })
  await updateStates(trx, moved)
  await recordActivities(
    trx,
    clock,
    moved.map(({ id, state }) => ({
      kind: 'project.moved-on',
      subject: { kind: 'project', id },
      actor: system,
      detail: { state },
    })),
  )
}
