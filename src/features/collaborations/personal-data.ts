import type { Slots } from '#plumbing/feature.ts'
import { collaborationPath } from './collaboration.ts'
import { forgetPerson, listDoneBy } from './person-queries.ts'

type OnProject = { slug: string | null; project: string }

const placeOf = ({ slug, project }: OnProject) => ({ project, page: collaborationPath(slug ?? '') })

/** What a person did in collaborations for their organisation. */
export const doneTogether: Slots['personalData'] = {
  title: 'What I did in collaborations for my organisation',
  order: 44,
  export: async (db, personId) => {
    const { begun, asked, decided, links } = await listDoneBy(db, personId)
    return [
      ...begun.map(row => ({ did: 'began a collaboration', ...placeOf(row), on: row.at })),
      ...asked.map(row => ({ did: 'asked an organisation to join', ...placeOf(row), on: row.asked_at })),
      ...decided.map(row => ({
        did: 'answered for my organisation',
        ...placeOf(row),
        answer: row.state,
        on: row.decided_at,
      })),
      ...links.map(row => ({
        did: 'added a link',
        ...placeOf(row),
        title: row.title,
        address: row.href,
        on: row.at,
      })),
    ]
  },
  erase: (trx, _clock, personId) => forgetPerson(trx, personId),
}
