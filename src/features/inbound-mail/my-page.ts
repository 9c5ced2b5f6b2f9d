import type { Slots } from '#plumbing/feature.ts'
import { findStopOf } from './return-actions.ts'
import { mailPath, saysStopped } from './stop.ts'

/** First of all: that nothing reaches them by mail. */
export const stoppedMail: Slots['mySections'] = {
  place: 'waits',
  order: 1,
  load: async (db, _clock, actor) => {
    const stop = await findStopOf(db, actor.id)
    return {
      title: 'Mail to you has stopped',
      rows: stop
        ? [{ title: saysStopped(stop), href: mailPath, meta: ['Confirm your address to begin again'] }]
        : [],
    }
  },
}
