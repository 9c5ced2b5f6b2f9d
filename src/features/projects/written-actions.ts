import { listSlugs, replaceOwnServices, upsertWork } from '#features/related-work/index.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { phaseWords, stateOn } from './project.ts'
import {
  deletePartsOfProjects,
  insertPartsOfProjects,
  insertWrittenUpdates,
  upsertProjects,
  upsertSources,
} from './stored-projects.ts'
import type { WrittenProject } from './written-project.ts'

/**
 * Shows a project as its organisation has written it, in place of what it said before; gives the slug of its page, which
 * stays. Part of the caller's transaction, and the caller records what happened.
 */
export async function saveWrittenProject(trx: Db, clock: Clock, project: WrittenProject): Promise<string> {
  const now = clock.now()
  const today = inLondon(now).date
  const { id, organisation, facts, partners, updates, services, ...parts } = project
  const slugs = await listSlugs(trx, '/projects/', [{ id, title: facts.title }])
  const slug = slugs.get(id)!
  const said = { ...facts, organisation_as_published: organisation.name }
  await upsertWork(
    trx,
    [
      {
        id,
        kind: 'project',
        title: facts.title,
        path: `/projects/${slug}`,
        organisation_id: organisation.id,
        phase: facts.phase && phaseWords[facts.phase],
        outcome: null,
        amount_pounds: null,
        dated: today,
        keys: [],
        is_listed: project.visibility === 'public' && project.withdrawn_on === null,
      },
    ],
    now,
  )
  await upsertProjects(trx, [
    {
      ...said,
      ...parts,
      id,
      slug,
      is_written: true,
      organisation_id: organisation.id,
      state: stateOn(today, { ...facts, dated_on: today }),
      dated_on: today,
      created_at: now,
    },
  ])
  await upsertSources(trx, [
    {
      format: 'written',
      key: id,
      project_id: id,
      name: organisation.name,
      url: null,
      as_of: today,
      facts: said,
      dated_on: today,
    },
  ])
  const replaced = { project_id: id, partners: partners.map(asNamed), updates: [] }
  await deletePartsOfProjects(trx, [replaced])
  await insertPartsOfProjects(trx, [replaced])
  await insertWrittenUpdates(trx, id, updates)
  await replaceOwnServices(trx, id, services, { source: organisation.name, as_of: today, created_at: now })
  return slug
}

const asNamed = ({ organisation_id, name, standing }: WrittenProject['partners'][number]) => ({
  organisation_id,
  name_as_published: name,
  standing,
})
