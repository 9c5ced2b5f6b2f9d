import { typeLabel } from '#features/organisations/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { shortened } from '#ui/shortened.ts'
import { listFigures } from './figure-queries.ts'
import { problemPath, stateWords } from './problem.ts'
import { listMatched } from './queries.ts'
import { metaOf, textsOf } from './searchable.ts'

/** Problems that organisations raised. How close they are is told by words: only a stance says that it is the same. */
export const sameProblem: Slots['check'] = {
  group: 'same-problem',
  kind: 'problem',
  rows: async (db, ids, site, clock) => {
    const figures = await listFigures({ db, site, clock }, ids)
    return (await listMatched(db, ids)).map(problem => ({
      id: problem.id,
      url: problemPath(problem.slug),
      title: problem.title,
      organisation: {
        ...problem.organisation,
        type: problem.organisation_type ? typeLabel(problem.organisation_type) : undefined,
      },
      with: [],
      meta: [
        ...metaOf(problem).filter(item => item !== stateWords.solved.toLowerCase()),
        ...(figures.get(problem.id) ?? []),
      ],
      outcome: problem.state === 'solved' ? stateWords.solved : undefined,
      text: shortened(problem.happens),
      ownWords: [problem.title, ...textsOf(problem)],
      editorsNotes: [],
      services: problem.service_id ? [problem.service_id] : [],
      same: [],
      source: {
        name: `published by ${problem.organisation.name}`,
        asOf: londonDay(problem.changed_at),
      },
    }))
  },
}
