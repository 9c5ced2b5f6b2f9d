import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { assetPath, assetsPath, kindLabels } from './asset.ts'
import { listOwn } from './queries.ts'

const hiddenWords = { held: 'waits for a curator', withheld: 'withheld by a curator' }

export const ownAssets: Slots['mySections'] = {
  place: 'own',
  order: 40,
  load: async (db, _clock, actor) => ({
    title: `What ${actor.actingFor.name} shares to reuse`,
    rows: (await listOwn(db, actor.actingFor.id)).map(asset => ({
      title: asset.title,
      href: assetPath(asset.slug),
      meta: [
        kindLabels[asset.kind],
        asset.state === 'withdrawn' && 'withdrawn',
        asset.hidden && hiddenWords[asset.hidden.state],
        `changed on ${formatDate(londonDay(asset.changed_at))}`,
      ].filter(item => typeof item === 'string'),
    })),
    empty: {
      says: 'Share a piece of research, a letter that works, or code: it saves others weeks.',
      label: 'Share something to reuse',
      href: `${assetsPath}/new`,
    },
  }),
}
