import { type RawBuilder, sql } from 'kysely'

/** Whether a thing is in no list because nobody has confirmed it; to be used in a condition of another query. */
// What is out is few: as a set it is read once.
const isAt = (kind: string, id: RawBuilder<unknown>, stages: string[]) =>
  sql<boolean>`${id} in (select subject_id from review
    where kind = ${kind} and stage = any(${stages}::text[]) and stage in ('resting', 'archived') and closed_at is null)`

export const isArchived = (kind: string, id: RawBuilder<unknown>) => isAt(kind, id, ['archived'])

/** The same for what search and matching leave out. */
export const isOutOfSearch = (kind: string, id: RawBuilder<unknown>) =>
  isAt(kind, id, ['resting', 'archived'])
