import { sql } from 'kysely'
import { isSeenBy } from '#features/accounts/index.ts'
import { isArchived } from '#features/freshness/index.ts'
import type { Actor } from '#plumbing/actor.ts'

/**
 * As `maySeeProblem` says of what is open or solved; what waits for a curator, was withheld, merged into another or archived is in no
 * list. `problem` is in scope. For a visitor it is what everyone may find, as `isFindable` says.
 */
export const isListedFor = (actor: Actor) =>
  sql<boolean>`problem.state in ('published', 'solved') and problem.merged_into is null and ${isSeenBy(
    actor,
    sql`problem.visibility`,
    organisations => sql`problem.organisation_id = any(${organisations}) or problem.id in (
      select problem_id from problem_reader where problem_reader.organisation_id = any(${organisations}))`,
  )} and not exists (
    select from moderation_hold where subject_kind = 'problem' and subject_id = problem.id)
    and not ${isArchived('problem', sql`problem.id`)}`
