import { listOrganisationsById } from '#features/organisations/index.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { countOf } from '#ui/money.ts'
import { listAnswers } from './queries.ts'
import { editToolsPath } from './tool.ts'

/** What their organisation said of tools more than a year ago, which counts no more. */
export const answersToRenew: Slots['mySections'] = {
  place: 'waits',
  order: 26,
  load: async (db, clock, { actingFor: { id } }) => {
    const stale = (await listAnswers(db, inLondon(clock.now()).date, [id])).filter(({ is_stale }) => is_stale)
    const slug = stale.length > 0 ? (await listOrganisationsById(db, [id])).get(id)!.slug : ''
    return {
      title: 'Say again which tools you can open',
      rows:
        stale.length > 0
          ? [
              {
                title: `${countOf(stale.length, 'answer')} from more than a year ago`,
                href: editToolsPath(slug),
                meta: ['partners read “not known” until you say it again'],
              },
            ]
          : [],
    }
  },
}
