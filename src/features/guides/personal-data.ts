import type { Slots } from '#plumbing/feature.ts'
import { guidePath } from './guide.ts'
import { forgetWriter, listWrittenBy } from './stored-guides.ts'

/** What a curator wrote of the guides: the words are the site's, that they wrote them is theirs. */
export const writtenGuides: Slots['personalData'] = {
  title: 'Guides and templates that I wrote as a curator',
  order: 44,
  export: async (db, personId) => {
    const { versions, drafts, withdrawals, returns } = await listWrittenBy(db, personId)
    return [
      ...versions.map(({ slug, ...row }) => ({ did: 'published', page: guidePath(slug), ...row })),
      ...drafts.map(({ slug, ...row }) => ({ did: 'is writing', page: guidePath(slug), ...row })),
      ...withdrawals.map(({ slug, ...row }) => ({ did: 'withdrew', page: guidePath(slug), ...row })),
      ...returns.map(({ slug, ...row }) => ({ did: 'put back', page: guidePath(slug), ...row })),
    ]
  },
  erase: async (trx, _clock, personId) => forgetWriter(trx, personId),
}
