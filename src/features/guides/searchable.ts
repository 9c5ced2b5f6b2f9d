import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { inSentences, plainBlocks } from '#ui/plain-blocks.ts'
import { type Guide, guidePath, kindLabels } from './guide.ts'
import { withoutMarkers } from './markers.ts'
import { listGuidesById } from './queries.ts'

const documentOf = ({ id, slug, kind, title, summary, words, publishedAt }: Guide) => ({
  id,
  url: guidePath(slug),
  title,
  summary,
  text: inSentences(plainBlocks(withoutMarkers(words))),
  date: londonDay(publishedAt),
  facets: {},
  meta: [kindLabels[kind]],
})

export const searchable: Slots['searchable'] = {
  kind: 'guide',
  label: { one: 'guide', many: 'guides and templates' },
  documents: async (db, ids) => (await listGuidesById(db, ids)).map(documentOf),
}
