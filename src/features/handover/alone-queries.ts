import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { knownDays, listKnownByOne } from './knowing-queries.ts'

/** The open projects of an organisation that one person there knows, and nobody else; or this one project, if it is. */
export const listAlone = (
  db: Db,
  clock: Clock,
  { organisationId, projectId }: { organisationId: string; projectId?: string },
) =>
  listKnownByOne(db, {
    organisationId,
    projectId,
    since: new Date(clock.now().getTime() - knownDays * 86_400_000),
  })
