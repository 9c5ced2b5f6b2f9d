import { findOwnerOf } from '#features/freshness/index.ts'
import { isOpportunitySeenBy, listOpportunitiesById, opportunityPath } from '#features/opportunities/index.ts'
import {
  isFindableProblem,
  isPublishedProblem,
  listWholeProblems,
  maySeeProblem,
  problemPath,
} from '#features/problems/index.ts'
import { findProject, mayRead } from '#features/projects/index.ts'
import { hasDuty } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { About, ThingKind } from './question.ts'
import type { Thing } from './thing.ts'

type Find = (db: Db, clock: Clock, id: string) => Promise<Thing | undefined>

const findProblem: Find = async (db, _clock, id) => {
  const [problem] = await listWholeProblems(db, [id])
  if (!problem || !isPublishedProblem(problem)) return undefined
  return {
    kind: 'problem',
    id,
    title: problem.title ?? '',
    path: problemPath(problem.slug),
    organisation: problem.organisation,
    ownerId: await findOwnerOf(db, { kind: 'problem', id }),
    isSeenBy: actor => maySeeProblem(actor, problem),
    isListed: isFindableProblem(problem),
    isOpen: problem.state !== 'withdrawn' && !problem.hidden && !problem.merged_into,
    takesSuppliers: false,
  }
}

/** Of those that were written here: nobody answers for what was taken in from elsewhere. */
const findWritten: Find = async (db, _clock, id) => {
  const written = await db.selectFrom('project').select('slug').where('id', '=', id).executeTakeFirst()
  if (!written) return undefined
  const project = await findProject(db, written.slug)
  const { organisation, organisation_id } = project
  if (!project.is_written || !organisation?.slug || !organisation_id) return undefined
  return {
    kind: 'project',
    id,
    title: project.title,
    path: `/projects/${project.slug}`,
    organisation: { id: organisation_id, name: organisation.name, slug: organisation.slug },
    ownerId: await findOwnerOf(db, { kind: 'project', id }),
    isSeenBy: actor => mayRead(actor, project),
    isListed: project.is_listed && project.hidden === null,
    isOpen: project.withdrawn_on === null && project.hidden === null,
    takesSuppliers: false,
  }
}

const findNeed: Find = async (db, clock, id) => {
  const [need] = await listOpportunitiesById(db, clock, [id])
  if (!need) return undefined
  const isOpen = need.state === 'published' && need.hidden === null
  return {
    kind: 'opportunity',
    id,
    title: need.title,
    path: opportunityPath(need.slug),
    organisation: null,
    ownerId: null,
    isSeenBy: actor => (need.hidden === null ? isOpportunitySeenBy(actor, need) : hasDuty(actor, 'curator')),
    isListed: isOpen,
    isOpen,
    takesSuppliers: isOpen && need.call !== null && need.call.ends_on >= inLondon(clock.now()).date,
  }
}

const finders: Record<ThingKind, Find> = { problem: findProblem, project: findWritten, opportunity: findNeed }

/** What one asks about, whoever may see it; undefined where there is no such thing. */
export const findThing = (db: Db, clock: Clock, { kind, id }: About): Promise<Thing | undefined> =>
  finders[kind](db, clock, id)
