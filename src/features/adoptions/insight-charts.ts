import { assetPath, assetsPath } from '#features/assets/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listTakenOn } from './insight-queries.ts'

const rowsAtMost = 20

export const takenOn: Slots['insightCharts'] = {
  key: 'things-taken-on',
  shownOn: ['insights'],
  title: 'Things that were reused',
  order: 71,
  follows: ['organisations', 'area'],
  ifNone: {
    says: 'Nobody here has said yet that they took something on',
    label: 'Look for what you could reuse',
    href: assetsPath,
  },
  load: async (db, _clock, scope) => ({
    lead: `By the word of those who took them on, as far as it is confirmed${scope.organisationIds === null ? '' : '; shared or taken on from here'}.`,
    columns: [
      { key: 'thing', label: 'Thing to reuse', isLinked: true },
      { key: 'by', label: 'Shared by' },
      { key: 'in_use', label: 'Use it', holds: 'count', isBar: true },
      { key: 'tried_out', label: 'Try it out', holds: 'count' },
      { key: 'looked_at', label: 'Look at it', holds: 'count' },
      { key: 'stopped', label: 'Stopped', holds: 'count' },
    ],
    rows: (await listTakenOn(db, scope, rowsAtMost)).map(
      ({ title, slug, by, live, trial, looking, stopped }) => [
        { label: title, href: assetPath(slug) },
        by,
        live,
        trial,
        looking,
        stopped,
      ],
    ),
  }),
}
