import { findWritten, type PublishedPlan } from '#features/project-plans/index.ts'
import { isMemberOf, type Speaker } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'

/** A project whose milestones one looks after: of an organisation one belongs to. */
export async function findOwn(db: Db, actor: Speaker, slug: string): Promise<PublishedPlan> {
  const plan = await findWritten(db, actor, slug)
  if (!isMemberOf(actor, plan.organisation.id)) throw failure('absent', '')
  return plan
}
