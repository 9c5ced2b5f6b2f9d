import { listProblemsById, type PublishedProblem } from '#features/problems/index.ts'
import type { Speaker } from '#plumbing/actor.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { daysAfter, remindDays, saidOfOne } from './stance.ts'
import { ownStancePath, stancePath } from './stance-list.ts'
import { sayOffers } from './stance-words.ts'
import { listStandingOf } from './standing-queries.ts'

/** What stands for the actor's organisation, each with its problem. */
async function listOwn(db: Db, clock: Clock, actor: Speaker) {
  const stances = await listStandingOf(db, inLondon(clock.now()).date, actor.actingFor.id)
  const problems = await listProblemsById(
    db,
    actor,
    stances.map(({ problemId }) => problemId),
  )
  return stances.flatMap(stance => {
    const problem = problems.get(stance.problemId)
    const isOurs = [stance.organisation.id, stance.saidBy.id].includes(actor.actingFor.id)
    return isOurs && problem ? [{ stance, problem }] : []
  })
}

/** What ends within a month, or has ended. */
export const stancesToConfirm: Slots['mySections'] = {
  place: 'waits',
  order: 15,
  load: async (db, clock, actor) => {
    const soon = daysAfter(inLondon(clock.now()).date, remindDays)
    return {
      title: 'Confirm where you stand',
      rows: (await listOwn(db, clock, actor))
        .filter(({ stance, problem }) => problem.state === 'published' && stance.endsOn <= soon)
        .map(({ stance: { says, isLive, endsOn, confirmedAt }, problem }) => ({
          title: problem.title,
          href: ownStancePath(problem.slug),
          meta: [
            saidOfOne[says],
            isLive
              ? `counts until ${formatDate(endsOn)}`
              : `not confirmed since ${formatDate(londonDay(confirmedAt))}, no longer counted`,
          ],
        })),
    }
  },
}

const closedWords: Partial<Record<PublishedProblem['state'], string>> = {
  withdrawn: 'the problem was withdrawn',
  solved: 'the problem was solved where it was raised',
}

/** All that stands for the organisation. */
export const stancesTaken: Slots['mySections'] = {
  place: 'own',
  order: 35,
  load: async (db, clock, actor) => ({
    title: `Where ${actor.actingFor.name} stands`,
    rows: (await listOwn(db, clock, actor)).map(({ stance, problem }) => ({
      title: problem.title,
      href: stancePath(problem.slug, stance.organisation.slug),
      meta: [
        saidOfOne[stance.says],
        sayOffers(stance),
        `confirmed on ${formatDate(londonDay(stance.confirmedAt))}`,
        closedWords[problem.state] ?? null,
      ].filter(item => item !== null),
    })),
  }),
}
