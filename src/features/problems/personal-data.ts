import type { Slots } from '#plumbing/feature.ts'
import { forgetWriter, listWrittenBy } from './line-queries.ts'
import { ownPath } from './problem.ts'

/** What a person wrote for their organisation: the words are the organisation's, that they wrote them is theirs. */
export const writtenProblems: Slots['personalData'] = {
  title: 'Problems that I wrote for my organisation',
  order: 40,
  export: async (db, personId) => {
    const { begun, versions } = await listWrittenBy(db, personId)
    return [
      ...begun.map(({ id, slug, title, state, created_at }) => ({
        did: 'began',
        title,
        state,
        page: ownPath({ id, slug }),
        on: created_at,
      })),
      ...versions.map(({ id, slug, title, number, act, note, made_at }) => ({
        did: act,
        title,
        version: number,
        note,
        page: ownPath({ id, slug }),
        on: made_at,
      })),
    ]
  },
  erase: async (trx, _clock, personId) => forgetWriter(trx, personId),
}
