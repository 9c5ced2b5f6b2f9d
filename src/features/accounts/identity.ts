import type { Slots } from '#plumbing/feature.ts'
import { findSession, markSeen, personFrom } from './session-queries.ts'

const seenEveryMilliseconds = 5 * 60_000

/** Who is signed in; when a session was last used is written down every few minutes at most. */
export const identity: Slots['identity'] = {
  personOf: async (db, clock, keyHash) => {
    const now = clock.now()
    const session = await findSession(db, now, keyHash)
    if (!session) return null
    if (now.getTime() - session.last_seen_at.getTime() > seenEveryMilliseconds)
      await markSeen(db, session.session_id, now)
    return personFrom(session)
  },
}
