import { visibilityLabels } from '#features/accounts/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { listOwn } from './line-queries.ts'
import { ownPath, stateWords } from './problem.ts'
import { isOfSupplier } from './raising-queries.ts'

export const draftProblems: Slots['mySections'] = {
  place: 'own',
  order: 10,
  load: async (db, _clock, actor) => ({
    title: 'Drafts of problems',
    rows: (await listOwn(db, actor.actingFor.id))
      .filter(({ state }) => state === 'draft')
      .map(draft => ({
        title: draft.title,
        href: ownPath(draft),
        meta: [`last changed on ${formatDate(londonDay(draft.changed_at))}`],
      })),
  }),
}

const hiddenWords = { held: 'waits for a curator', withheld: 'withheld by a curator' }

export const publishedProblems: Slots['mySections'] = {
  place: 'own',
  order: 30,
  load: async (db, _clock, actor) => ({
    title: `Problems of ${actor.actingFor.name}`,
    rows: (await listOwn(db, actor.actingFor.id))
      .filter(({ state }) => state !== 'draft')
      .map(problem => ({
        title: problem.title,
        href: ownPath(problem),
        meta: [
          problem.merged_into ? 'merged into another' : stateWords[problem.state].toLowerCase(),
          problem.hidden && hiddenWords[problem.hidden],
          problem.visibility !== 'public' && problem.visibility && visibilityLabels[problem.visibility],
          `published on ${formatDate(londonDay(problem.published_at!))}`,
        ].filter(item => typeof item === 'string'),
      })),
    empty: (await isOfSupplier(db, actor))
      ? undefined
      : {
          says: 'Say what makes a service worse or dearer, and find out who else has it.',
          label: 'Raise a problem',
          href: '/problems/new',
        },
  }),
}
