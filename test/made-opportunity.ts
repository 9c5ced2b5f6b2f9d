import type { Clock } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { newId } from '#plumbing/id.ts'

/** A common need as the night finds it; once published it also calls for a partner. */
export async function insertOpportunity(db: Db, clock: Clock, state: 'proposed' | 'published') {
  const id = newId()
  const slug = `missed-bins-${state}`
  const now = clock.now()
  await db
    .insertInto('opportunity')
    .values({
      id,
      slug,
      state,
      title: 'Nobody knows why a bin was missed',
      label: ['bin', 'crew'],
      is_written: false,
      found_at: now,
      changed_at: now,
      published_at: state === 'published' ? now : null,
    })
    .execute()
  if (state === 'published')
    await db
      .insertInto('partner_call')
      .values({
        id: newId(),
        opportunity_id: id,
        seats: JSON.stringify([{ kind: 'county', region: null, count: 1 }]),
        ends_on: '2027-03-01',
        made_at: now,
      })
      .execute()
  return `/opportunities/${slug}`
}
