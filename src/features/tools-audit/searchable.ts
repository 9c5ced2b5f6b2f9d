import { inLondon, systemClock } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { listToolsById } from './queries.ts'
import { matters, purposeLabels, toolPath } from './tool.ts'

export const searchable: Slots['searchable'] = {
  kind: 'tool',
  label: { one: 'tool', many: 'tools' },
  isNamesOnly: true,
  documents: async (db, ids) => {
    const tools = await listToolsById(db, inLondon(systemClock.now()).date, ids)
    return tools
      .filter(({ hidden }) => !hidden)
      .map(({ id, slug, name, purposes, facts }) => {
        const forWhat = purposes.map(purpose => purposeLabels[purpose])
        return {
          id,
          url: toolPath(slug),
          title: name,
          summary: facts.describes?.says ?? forWhat.join(', '),
          text: [...forWhat, ...matters.flatMap(matter => facts[matter]?.says ?? []), 'Tool'].join('. '),
          date: null,
          facets: {},
          meta: ['tool for working together', ...forWhat],
        }
      })
  },
}
