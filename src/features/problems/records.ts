import { visibilityTags } from '#features/accounts/index.ts'
import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { listOfOrganisation, listOfService, type ProblemLine } from './line-queries.ts'
import { problemPath, stateWords } from './problem.ts'

const recordOf = ({ title, slug, state, visibility, published_at }: ProblemLine, meta: string | null) => ({
  title,
  href: problemPath(slug!),
  meta: [meta, state === 'solved' ? stateWords.solved.toLowerCase() : null].filter(item => item !== null),
  date: londonDay(published_at!),
  tag: visibilityTags[visibility!],
})

export const ofOrganisation: Slots['organisationRecords'] = {
  title: 'Problems',
  list: async (db, organisationId, actor) =>
    (await listOfOrganisation(db, organisationId, actor)).map(line => recordOf(line, line.service)),
}

export const ofService: Slots['serviceRecords'] = {
  title: 'Problems',
  list: async (db, serviceId, actor) =>
    (await listOfService(db, serviceId, actor)).map(line => recordOf(line, line.organisation)),
}
