import { type Export, inPages } from '#plumbing/export.ts'
import { listFindableIds } from './line-queries.ts'
import { publicFields, publicProblem } from './public-problem.ts'
import { listFindable } from './queries.ts'

export const problemTable: Export = {
  name: 'problems',
  describes: 'Problems that organisations raised, open and solved',
  fields: publicFields,
  rows: async function* (db) {
    yield* inPages(await listFindableIds(db), async page => (await listFindable(db, page)).map(publicProblem))
  },
}
