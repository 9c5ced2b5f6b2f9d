import { isOfPublicSector } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import { listInCommon } from './common-queries.ts'

/** Who can open the same tools as the asker; only the public sector may know. */
export const toolsInCommon: Slots['partnerFacts'] = {
  load: async (db, clock, actor, { askerId }) => {
    const common =
      askerId !== null && isOfPublicSector(actor)
        ? await listInCommon(db, inLondon(clock.now()).date, askerId)
        : []
    return new Map([
      [
        'same-tools' as const,
        new Map(
          common.map(({ organisation_id, tools, of }) => [
            organisation_id,
            {
              of: Math.round((100 * tools) / of),
              says: `Can open ${countOf(tools, 'tool')} that you can open`,
            },
          ]),
        ),
      ],
    ])
  },
}
