import { listWholeProblems, maySeeProblem } from '#features/problems/index.ts'
import { hasDuty } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { isOfEither, mergePath, titleFor } from './merge.ts'
import { listMergesOf } from './merge-queries.ts'
import { listSides } from './side-queries.ts'
import { HistoryWords, SamePanel } from './views/same-panel.tsx'

/** What was merged into a problem; for curators and owners also what is proposed, and the way to it. */
export const onProblem: Slots['problemPanels'] = {
  order: 90,
  alsoOfMerged: true,
  load: async (db, { problem, actor, clock }) => {
    const isCurator = hasDuty(actor, 'curator')
    const merges = (await listMergesOf(db, [problem.id])).filter(({ state }) =>
      ['proposed', 'merged'].includes(state),
    )
    const sides = await listSides(db, inLondon(clock.now()).date, merges)
    const merged = merges
      .filter(({ state, stays_id }) => state === 'merged' && stays_id === problem.id)
      .map(({ id }) => sides.get(id)!.goes.problem)
      .filter(other => maySeeProblem(actor, other))
    const decided = merges.filter(({ id }) => isCurator || isOfEither(actor, sides.get(id)!))
    const mayPropose = isCurator && !problem.merged_into && problem.state !== 'withdrawn'
    if (merged.length + decided.length === 0 && !mayPropose) return null
    return {
      title: 'The same problem',
      side: true,
      content: (
        <SamePanel
          merged={merged.map(({ title, slug }) => ({ title, slug: slug! }))}
          decided={decided.map(({ id, state, goes_id }) => {
            const { goes, stays } = sides.get(id)!
            const other = (goes_id === problem.id ? stays : goes).problem
            return { state, title: titleFor(actor, other), href: mergePath(id) }
          })}
          proposeFrom={mayPropose ? problem.slug : null}
        />
      ),
    }
  },
}

/** That a problem was merged with another, and that this was undone. */
export const inHistory: Slots['problemHistory'] = {
  load: async (db, { problem, actor }) => {
    const merges = (await listMergesOf(db, [problem.id])).filter(({ state }) =>
      ['merged', 'undone'].includes(state),
    )
    const otherIdOf = ({ goes_id, stays_id }: (typeof merges)[number]) =>
      goes_id === problem.id ? stays_id : goes_id
    const others = new Map(
      (await listWholeProblems(db, merges.map(otherIdOf)))
        .filter(other => maySeeProblem(actor, other))
        .map(other => [other.id, other]),
    )
    return merges
      .flatMap(merge => {
        const other = others.get(otherIdOf(merge))
        const line = (at: Date, isUndone: boolean) => ({
          at,
          content: <HistoryWords other={other} isGone={merge.goes_id === problem.id} isUndone={isUndone} />,
        })
        return [...(merge.undone_at ? [line(merge.undone_at, true)] : []), line(merge.ended_at!, false)]
      })
      .toSorted((a, b) => b.at.getTime() - a.at.getTime())
  },
}
