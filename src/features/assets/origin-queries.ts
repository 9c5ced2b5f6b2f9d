import { listProblemsById, problemPath, resolveProblemSlug } from '#features/problems/index.ts'
import { findProject, listWholeProjects, mayRead } from '#features/projects/index.ts'
import type { Actor } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { asFailure } from '#plumbing/failures.ts'
import type { Origin } from './queries.ts'

const pageIn = /^\S*\/(problems|projects)\/([a-z0-9-]{1,120})(?:[/?#]\S*)?$/

async function resolveOrigin(db: Db, actor: Actor, address: string): Promise<Origin | undefined> {
  const [, of, slug = ''] = pageIn.exec(address) ?? []
  if (of === 'problems') {
    const problem = await resolveProblemSlug(db, actor, slug)
    return problem && { kind: 'problem', id: problem.id }
  }
  if (of !== 'projects') return undefined
  try {
    const project = await findProject(db, slug)
    return mayRead(actor, project) ? { kind: 'project', id: project.id } : undefined
  } catch (error) {
    if (asFailure(error)?.kind === 'absent') return undefined
    throw error
  }
}

/** The problems and projects at these addresses, or the first address that is of none that this actor may see. */
export async function resolveOrigins(
  db: Db,
  actor: Actor,
  addresses: string[],
): Promise<{ origins: Origin[] } | { unknown: string }> {
  const origins: Origin[] = []
  for (const address of addresses) {
    const origin = await resolveOrigin(db, actor, address)
    if (!origin) return { unknown: address }
    origins.push(origin)
  }
  return { origins }
}

export type ShownOrigin = { kind: Origin['kind']; title: string; path: string }

/** Of these what this actor may see. */
export async function showOrigins(db: Db, actor: Actor, origins: Origin[]): Promise<ShownOrigin[]> {
  const idsOf = (of: Origin['kind']) => origins.filter(({ kind }) => kind === of).map(({ id }) => id)
  const problems = await listProblemsById(db, actor, idsOf('problem'))
  const projectIds = idsOf('project')
  const projects = projectIds.length > 0 ? await listWholeProjects(db, projectIds) : []
  return [
    ...[...problems.values()].map(({ title, slug }) => ({
      kind: 'problem' as const,
      title,
      path: problemPath(slug),
    })),
    ...projects.map(({ title, slug }) => ({ kind: 'project' as const, title, path: `/projects/${slug}` })),
  ]
}
