import { sql } from 'kysely'
import type { Db } from '#plumbing/database/database.ts'

/** For how long someone who acted on a thing counts as knowing it. */
export const knownDays = 365

type Subject = { kind: string; id: string }
type Act = { subject_kind: string; subject_id: string; actor_id: string; last: Date }

const keyOf = ({ kind, id }: Subject) => `${kind} ${id}`

/** Who acted on these things in an organisation's name since a moment, each with the time of the last act, by the thing. */
export async function listActors(
  db: Db,
  { subjects, organisationId, since }: { subjects: Subject[]; organisationId: string; since: Date },
): Promise<(subject: Subject) => Map<string, Date>> {
  const kinds = subjects.map(({ kind }) => kind)
  const ids = subjects.map(({ id }) => id)
  const { rows } = await sql<Act>`
    select activity.subject_kind, activity.subject_id, activity.actor_id, max(activity.occurred_at) as last
    from unnest(${kinds}::text[], ${ids}::text[]) as thing (kind, id)
    join activity on activity.subject_kind = thing.kind and activity.subject_id = thing.id
    where activity.organisation_id = ${organisationId} and activity.actor_id is not null
      and activity.occurred_at >= ${since}
      and activity.kind not like 'handover.%' and activity.kind <> 'review.keepers-named'
    group by 1, 2, 3`.execute(db)
  const bySubject = Map.groupBy(rows, ({ subject_kind, subject_id }) =>
    keyOf({ kind: subject_kind, id: subject_id }),
  )
  return subject =>
    new Map((bySubject.get(keyOf(subject)) ?? []).map(({ actor_id, last }) => [actor_id, last]))
}

/**
 * The open projects of an organisation that exactly one of those who speak for it knows: who looks after one, is its deputy,
 * or acted on it since a moment.
 */
export async function listKnownByOne(
  db: Db,
  { organisationId, since, projectId }: { organisationId: string; since: Date; projectId?: string },
): Promise<{ id: string; title: string; slug: string; reviewId: string; personId: string }[]> {
  const { rows } = await sql<{ id: string; title: string; slug: string; reviewId: string; personId: string }>`
    select project.id, project.title, project.slug, review.id as "reviewId", (array_agg(person.id))[1] as "personId"
    from review
    join project on project.id = review.subject_id
    join membership on membership.organisation_id = review.organisation_id and membership.state = 'confirmed'
    join person on person.id = membership.person_id and person.suspended_at is null and person.erased_at is null
    where review.kind = 'project' and review.closed_at is null and review.organisation_id = ${organisationId}
      and ${projectId === undefined ? sql`true` : sql`project.id = ${projectId}`}
      and (person.id in (review.owner_id, review.deputy_id) or exists (
        select from activity
        where activity.subject_kind in ('project', 'plan') and activity.subject_id = project.id::text
          and activity.actor_id = person.id and activity.organisation_id = review.organisation_id
          and activity.occurred_at >= ${since}
          and split_part(activity.kind, '.', 1) in ('project', 'plan', 'partner')))
    group by project.id, review.id
    having count(*) = 1
    order by project.title, project.id`.execute(db)
  return rows
}
