import { visibilityTags } from '#features/accounts/index.ts'
import { listProblemsById } from '#features/problems/index.ts'
import { inLondon, systemClock } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { listCountsHaving } from './count-queries.ts'
import { figuresOf } from './figures.ts'
import { saidOfOne } from './stance.ts'
import { stancePath } from './stance-list.ts'
import { factsOf, sayOffers } from './stance-words.ts'
import { listStanding, listStandingOf, type StandingStance } from './standing-queries.ts'

/** In the line under a problem's title what matters first: "4 councils have it", "1 would co-fund". */
export const onProblems: Slots['problemFigures'] = {
  load: async (db, clock, ids) => {
    const standing = await listStanding(db, inLondon(clock.now()).date, ids)
    const inShort = (stances: StandingStance[]) =>
      figuresOf(stances.filter(({ says }) => says !== 'do-not-have-it'))
        .filter(({ filter }) => filter.says || filter.offer === 'co-fund')
        .map(({ says }) => says)
    return new Map([...standing].map(([id, stances]) => [id, inShort(stances)]))
  },
}

export const countOfHaving: Slots['problemCounts'] = {
  load: (db, clock) => listCountsHaving(db, inLondon(clock.now()).date),
}

/**
 * On an organisation's page: problems on which it, or a council that became it, has said where it stands; those that
 * lists show to this reader.
 */
export const ofOrganisation: Slots['organisationRecords'] = {
  title: 'Where it stands on problems',
  list: async (db, organisationId, actor) => {
    const stances = await listStandingOf(db, inLondon(systemClock.now()).date, organisationId)
    const problems = await listProblemsById(
      db,
      actor,
      stances.map(({ problemId }) => problemId),
    )
    return stances
      .flatMap(stance => {
        const problem = problems.get(stance.problemId)
        if (!problem || problem.state === 'withdrawn' || problem.hidden) return []
        const { organisation, saidBy, says, confirmedAt } = stance
        return {
          title: problem.title,
          href: stancePath(problem.slug, organisation.slug),
          meta: [
            saidOfOne[says],
            ...factsOf(stance),
            sayOffers(stance),
            saidBy.id !== organisation.id && `said by ${saidBy.name}`,
          ].filter(item => typeof item === 'string'),
          date: londonDay(confirmedAt),
          tag: visibilityTags[problem.visibility],
        }
      })
      .toSorted((a, b) => (a.date < b.date ? 1 : -1))
  },
}
