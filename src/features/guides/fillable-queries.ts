import { sql } from 'kysely'
import { isMatchedProject } from '#features/projects/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { SourceKind } from './guide.ts'

export type Fillable = { kind: 'problem' | 'project'; slug: string; title: string; isOwn: boolean }

/** What everyone reads that a template can be filled from: that of an organisation first, then the newest of others. */
export async function listFillable(
  db: Db,
  fills: SourceKind[],
  organisationId: string | null,
  limit: number,
): Promise<Fillable[]> {
  const { rows } = await sql<Fillable>`
    select kind, slug, title, is_own as "isOwn" from (
      select 'problem' as kind, problem.id, slug, title, published_at::date as at,
        coalesce(organisation_id = ${organisationId}, false) as is_own
      from problem where 'problem' = any(${fills}::text[])
        and state = 'published' and visibility = 'public' and merged_into is null
        and id not in (select subject_id from moderation_hold where subject_kind = 'problem')
      union all
      select 'project', project.id, slug, title, dated_on,
        coalesce(organisation_id = ${organisationId}, false)
      from project where 'project' = any(${fills}::text[]) and project.problem is not null and ${isMatchedProject}
    ) as fillable order by is_own desc, at desc nulls last, id limit ${limit}`.execute(db)
  return rows
}
