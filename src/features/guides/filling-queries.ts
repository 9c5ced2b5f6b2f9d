import { findProblem, listProblemsById, type PublishedProblem } from '#features/problems/index.ts'
import { listProblemsAddressed, listShownUpdates, type Update } from '#features/project-plans/index.ts'
import { type FoundProject, findProject, mayRead } from '#features/projects/index.ts'
import { listStanding, type StandingStance } from '#features/stances/index.ts'
import type { Actor } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Source } from './sources.ts'

/** What this actor may read of what a template is filled from; throws when absent. */
export type Known =
  | { kind: 'problem'; problem: PublishedProblem; stances: StandingStance[] }
  | {
      kind: 'project'
      project: FoundProject
      problems: PublishedProblem[]
      /** Of all of its problems. */
      stances: StandingStance[]
      /** The newest that was not withdrawn. */
      update: Update | null
    }
  | { kind: 'check'; words: string }

async function listLive(db: Db, clock: Clock, problemIds: string[]): Promise<StandingStance[]> {
  const standing = await listStanding(db, inLondon(clock.now()).date, problemIds)
  return [...standing.values()].flat().filter(({ isLive }) => isLive)
}

async function loadProject(db: Db, clock: Clock, actor: Actor, slug: string): Promise<Known> {
  const project = await findProject(db, slug)
  if (!mayRead(actor, project)) throw failure('absent', '')
  const problems = [
    ...(await listProblemsById(db, actor, await listProblemsAddressed(db, project.id))).values(),
  ]
  const stances = await listLive(
    db,
    clock,
    problems.map(({ id }) => id),
  )
  const [update = null] = project.is_written ? await listShownUpdates(db, project.id) : []
  return { kind: 'project', project, problems, stances, update }
}

export async function loadKnown(db: Db, clock: Clock, actor: Actor, source: Source): Promise<Known> {
  if (source.kind === 'check') return source
  if (source.kind === 'project') return loadProject(db, clock, actor, source.slug)
  const problem = await findProblem(db, actor, source.slug)
  return { kind: 'problem', problem, stances: await listLive(db, clock, [problem.id]) }
}
