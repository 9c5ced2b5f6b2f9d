import type { Slots } from '#plumbing/feature.ts'
import { type AdoptionState, countWords, states } from './adoption.ts'
import { countStates, listAssetsIn } from './queries.ts'

const inOrder: AdoptionState[] = ['live', 'trial', 'looking', 'stopped']

/** "in use at 3", "tried out by 1": each adopter counts once, while its word counts. */
export const onAssets: Slots['assetFigures'] = {
  load: async (db, ids) => {
    if (ids.length === 0) return new Map()
    const counts = await countStates(db, ids)
    return new Map(
      ids.map(id => [
        id,
        inOrder.flatMap(state => {
          const found = counts.find(row => row.assetId === id && row.state === state)
          return found ? [`${countWords[state]} ${found.count}`] : []
        }),
      ]),
    )
  },
}

export const byUse: Slots['assetFacet'] = {
  name: 'use',
  title: 'Who took it on',
  values: states.map(state => ({
    value: state,
    label: {
      looking: 'Somebody looks at it',
      trial: 'Somebody tries it out',
      live: 'Somebody uses it',
      stopped: 'Somebody stopped',
    }[state],
    list: db => listAssetsIn(db, state),
  })),
}
