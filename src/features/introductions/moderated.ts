import type { Slots } from '#plumbing/feature.ts'
import { introductionPath } from './introduction.ts'
import { headingOf } from './introduction-words.ts'
import { listIntroductions } from './queries.ts'
import { standingTo } from './standing.ts'

/** A question is read by a curator where nothing of its organisation was, and can be held back. */
export const moderated: Slots['moderated'] = {
  kind: 'introduction',
  label: 'question to meet',
  list: async (db, ids) =>
    (await listIntroductions(db, ids)).map(introduction => ({
      id: introduction.id,
      title: headingOf(introduction),
      path: introductionPath(introduction.id),
      organisationId: introduction.asker.id,
      isSeenBy: actor => standingTo(actor, { introduction, isHidden: false }) !== undefined,
    })),
}
