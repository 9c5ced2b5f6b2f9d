import { isFindableProblem, listProblemsById } from '#features/problems/index.ts'
import { recordActivity } from '#plumbing/activity.ts'
import type { Person } from '#plumbing/actor.ts'
import type { Clock } from '#plumbing/clock.ts'
import { breaks } from '#plumbing/database/constraint.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'
import { freeSlug, slugOf } from '#plumbing/slug.ts'
import { labelClusters } from './labels.ts'
import { reserved } from './opportunity.ts'
import { insertOpportunities, listSlugsLike, replaceMembers } from './stored-opportunities.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    'opportunity.written': { members: number }
  }
}

/** `problemIds` and `contractIds`: those of its members. */
export type Writing = {
  title: string
  summary: string | null
  problemIds: string[]
  contractIds: string[]
}

/** The problems of these that everyone finds: no others can be members of a need. */
export const listEligible = async (db: Db, actor: Person, ids: string[]) =>
  [...(await listProblemsById(db, actor, ids)).values()].filter(isFindableProblem)

/** Proposes a need in a curator's own words, with the problems and the contracts that show it; its slug. */
export async function writeOpportunity(
  db: Db,
  clock: Clock,
  actor: Person,
  writing: Writing,
): Promise<string> {
  for (;;) {
    try {
      return await writeOnce(db, clock, actor, writing)
    } catch (error) {
      // Another of the same title was written at the same moment: the next address is free.
      if (!breaks(error, 'opportunity_slug_key')) throw error
    }
  }
}

const writeOnce = (
  db: Db,
  clock: Clock,
  actor: Person,
  { title, summary, problemIds, contractIds }: Writing,
) =>
  db.transaction().execute(async trx => {
    const problems = await listEligible(trx, actor, problemIds)
    const base = slugOf(title)
    const taken = await listSlugsLike(trx, base)
    const slug = freeSlug(base, slug => taken.has(slug) || reserved.has(slug))
    const id = newId()
    const now = clock.now()
    await insertOpportunities(trx, [
      {
        id,
        slug,
        state: 'proposed',
        title,
        summary,
        label: labelClusters([problems.map(problem => problem.title)])[0]!,
        is_written: true,
        found_at: now,
        changed_at: now,
        merged_into: null,
        dismissal_reason: null,
        published_at: null,
      },
    ])
    const members = [
      ...problems.map(problem => ({ kind: 'problem', id: problem.id })),
      ...contractIds.map(contractId => ({ kind: 'contract', id: contractId })),
    ]
    await replaceMembers(trx, [{ id, members }])
    const detail = { members: members.length }
    const subject = { kind: 'opportunity', id }
    await recordActivity(trx, clock, { kind: 'opportunity.written', subject, actor, detail })
    return slug
  })
