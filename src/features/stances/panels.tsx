import { listHidden } from '#features/moderation/index.ts'
import { isSpeaker } from '#plumbing/actor.ts'
import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { londonDay } from '#ui/date.ts'
import { figuresOf } from './figures.ts'
import { findOwnStanding, listStanding } from './standing-queries.ts'
import { type OwnStance, StancesPanel } from './views/stances-panel.tsx'

/** How many organisations say what of a problem, on its page, with the way to say it too. */
export const onProblem: Slots['problemPanels'] = {
  order: 10,
  load: async (db, { problem, actor, clock }) => {
    const today = inLondon(clock.now()).date
    const standing = (await listStanding(db, today, [problem.id])).get(problem.id) ?? []
    const found = isSpeaker(actor)
      ? await findOwnStanding(db, today, actor.actingFor.id, problem.id)
      : undefined
    const hidden = await listHidden(db, 'stance', found?.standing ? [found.standing.id] : [])
    const own: OwnStance | null = found?.standing
      ? {
          organisation: found.present,
          says: found.standing.says,
          confirmedOn: londonDay(found.standing.confirmedAt),
          isLive: found.standing.isLive,
          hidden: hidden.get(found.standing.id)?.state ?? null,
        }
      : null
    return {
      title: 'Who has this problem',
      side: true,
      content: (
        <StancesPanel
          slug={problem.slug}
          figures={figuresOf(standing)}
          own={own}
          isOpen={problem.state !== 'withdrawn'}
        />
      ),
    }
  },
}
