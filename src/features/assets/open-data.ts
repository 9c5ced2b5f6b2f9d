import { type Export, inPages } from '#plumbing/export.ts'
import { publicAsset, publicFields } from './public-asset.ts'
import { listFindable, listFindableIds } from './queries.ts'

export const assetTable: Export = {
  name: 'assets',
  describes: 'Things that organisations share for others to reuse',
  fields: publicFields,
  rows: async function* (db) {
    yield* inPages(await listFindableIds(db), async page => (await listFindable(db, page)).map(publicAsset))
  },
}
