import type { Slots } from '#plumbing/feature.ts'
import { canvasPath } from './canvas.ts'
import { forgetPerson, listDoneBy } from './person-queries.ts'

const placed = <Row extends { slug: string | null; project: string }>(
  did: string,
  { slug, project, ...row }: Row,
) => ({
  did,
  project,
  page: canvasPath(slug ?? ''),
  ...row,
})

/** What a person said on alignment canvases for their organisation. */
export const saidOnCanvases: Slots['personalData'] = {
  title: 'What I said on alignment canvases for my organisation',
  order: 44,
  export: async (db, personId) => {
    const { answered, finished, proposed, confirmed } = await listDoneBy(db, personId)
    return [
      ...answered.map(row => placed('answered', row)),
      ...finished.map(row => placed('said that my organisation is done', row)),
      ...proposed.map(row => placed('proposed what to do about a difference', row)),
      ...confirmed.map(row => placed('said yes for my organisation', row)),
    ]
  },
  erase: (trx, _clock, personId) => forgetPerson(trx, personId),
}
