import { sql } from 'kysely'
import { isArchived, isOutOfSearch } from '#features/freshness/index.ts'

/** Whether everyone may find it: not withdrawn, neither held nor withheld nor archived. `asset` is in scope. */
export const isListed = sql<boolean>`asset.state = 'published'
  and asset.id not in (select subject_id from moderation_hold where subject_kind = 'asset')
  and not ${isArchived('asset', sql`asset.id`)}`

/** The same for what search and matching hold: nothing that nobody has confirmed for long. */
export const isMatched = sql<boolean>`${isListed} and not ${isOutOfSearch('asset', sql`asset.id`)}`
