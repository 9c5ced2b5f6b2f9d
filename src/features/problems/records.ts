import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { listOfOrganisation, listOfService, type ProblemLine } from './line-queries.ts'
import { problemPath, stateWords } from './problem.ts'

const recordOf = ({ title, slug, state, published_at }: ProblemLine, meta: string | null) => ({
  title,
  href: problemPath(slug!),
  meta: [meta, state === 'solved' ? stateWords.solved.toLowerCase() : null].filter(item => item !== null),
  date: londonDay(published_at!),
})

export const ofOrganisation: Slots['organisationRecords'] = {
  title: 'Problems',
  list: async (db, organisationId) =>
    (await listOfOrganisation(db, organisationId)).map(line => recordOf(line, line.service)),
}

export const ofService: Slots['serviceRecords'] = {
  title: 'Problems',
  list: async (db, serviceId) =>
    (await listOfService(db, serviceId)).map(line => recordOf(line, line.organisation)),
}
