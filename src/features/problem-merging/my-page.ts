import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { answersUntil, decidesFor, mergePath, sides, titleFor } from './merge.ts'
import { listAnswers, listProposed } from './merge-queries.ts'
import { listSides } from './side-queries.ts'

/** Proposals to which the organisation that someone acts for has not answered, for who decides there. */
export const waitingMerges: Slots['mySections'] = {
  place: 'waits',
  order: 4,
  load: async (db, clock, actor) => {
    const proposed = (await listProposed(db)).filter(
      ({ proposed_at }) => answersUntil(proposed_at) > clock.now(),
    )
    const both = await listSides(db, inLondon(clock.now()).date, proposed)
    const answers = await listAnswers(
      db,
      proposed.map(({ id }) => id),
    )
    const waiting = proposed.filter(({ id }) =>
      sides.some(
        side =>
          decidesFor(actor, both.get(id)![side].owner) &&
          !answers.some(answer => answer.merge_id === id && answer.side === side),
      ),
    )
    return {
      title: 'Problems that may be the same',
      rows: waiting.map(({ id, proposed_at }) => {
        const { goes, stays } = both.get(id)!
        return {
          title: `Is “${titleFor(actor, goes.problem)}” the same as “${titleFor(actor, stays.problem)}”?`,
          href: mergePath(id),
          meta: ['waits for your decision', `until ${formatDate(londonDay(answersUntil(proposed_at)))}`],
        }
      }),
    }
  },
}
