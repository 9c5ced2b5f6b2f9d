import { sql } from 'kysely'

/** Whether everyone may find it: published for all, not withdrawn, neither held nor withheld. `project` is in scope. */
export const isListed = sql<boolean>`project.is_listed and not exists (
  select from moderation_hold where subject_kind = 'project' and subject_id = project.id)`

/** Why a project is not shown, as the column `hidden`. */
export const hiddenAs = sql`(
  select jsonb_build_object('state', moderation_hold.state, 'reason', reason, 'since', since)
  from moderation_hold where subject_kind = 'project' and subject_id = project.id) as hidden`
