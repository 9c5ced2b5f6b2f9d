import { typeLabel } from '#features/organisations/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { costBandLabels, type PublishedProblem, problemPath, stateWords } from './problem.ts'
import { listMatched, listShownTo } from './queries.ts'

/** All that a problem says in sentences. */
export const textsOf = (problem: PublishedProblem): string[] =>
  [
    problem.happens,
    problem.affected,
    problem.evidence,
    problem.cost,
    problem.tried,
    problem.good_outcome,
    problem.closing_note,
  ].filter(text => text !== null)

/** What a line under its title says. */
export const metaOf = ({ service, cost_band, state }: PublishedProblem): string[] =>
  [
    service,
    cost_band && costBandLabels[cost_band],
    state === 'solved' ? stateWords.solved.toLowerCase() : null,
  ].filter(item => item !== null)

/** Problems as they are searched, in this order. */
export const documentsOf = (problems: PublishedProblem[]) =>
  problems.map(problem => ({
    id: problem.id,
    url: problemPath(problem.slug),
    title: problem.title,
    summary: problem.happens,
    says: textsOf(problem).join('\n'),
    text: [problem.organisation.name, problem.service, ...textsOf(problem)].filter(Boolean).join('\n'),
    date: londonDay(problem.published_at),
    facets: {
      services: problem.service_id ? [problem.service_id] : [],
      areas: problem.area_id ? [problem.area_id] : [],
      organisations: [problem.organisation.id],
      regions: problem.region ? [problem.region] : [],
      organisationTypes: problem.organisation_type ? [typeLabel(problem.organisation_type)] : [],
    },
    meta: [problem.organisation.name, ...metaOf(problem)],
  }))

export const searchable: Slots['searchable'] = {
  kind: 'problem',
  label: { one: 'problem', many: 'problems' },
  documents: async (db, ids) => documentsOf(await listMatched(db, ids)),
}

export const shownToSome: Slots['shownToSome'] = {
  kind: 'problem',
  list: async (db, actor) => {
    const problems = await listShownTo(db, actor)
    return documentsOf(problems).map((document, at) => ({
      ...document,
      visibility: problems[at]!.visibility,
    }))
  },
}
