import { nearOf } from '#features/check/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listAkin } from './suggestion-queries.ts'

/** Less than to say of the very same problem that one has it. */
const worth = { veryClose: 80, related: 50 }

/** Who raised a problem of their own that means much the same. */
export const raisedTheLike: Slots['partnerFacts'] = {
  load: async (db, _clock, _actor, { askerId, problemIds }) => {
    const asked = problemIds ? { problemIds } : askerId !== null && { organisationId: askerId }
    if (!asked) return new Map()
    const akin = await listAkin(db, asked)
    const nearest = new Map(akin.toReversed().map(each => [each.organisationId, each]))
    nearest.delete(askerId ?? '')
    const found = [...nearest].map(([id, { title, similarity }]) => {
      const isVeryClose = nearOf({ kind: 'problem', id, similarity })?.closeness === 3
      const how = isVeryClose ? 'very close' : 'related'
      return [
        id,
        {
          of: isVeryClose ? worth.veryClose : worth.related,
          says: `Raised a problem that is ${how}: “${title}”`,
        },
      ] as const
    })
    return new Map([['same-problem' as const, new Map(found)]])
  },
}
