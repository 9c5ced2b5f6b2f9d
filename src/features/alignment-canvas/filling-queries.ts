import type { Collaboration } from '#features/collaborations/index.ts'
import { costBandLabels } from '#features/problems/index.ts'
import { listStanding } from '#features/stances/index.ts'
import { findTogether } from '#features/tools-audit/index.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { type Filling, fillingsFrom } from './filling.ts'
import type { TopicName } from './topic.ts'

export type Prepared = {
  fillings: Partial<Record<TopicName, Filling>>
  /** The names of all tools on the register. */
  toolNames: string[]
}

/** What Pipeline knows of an organisation, for it to fill in: nothing of what other partners said. */
export async function prepareFor(
  db: Db,
  clock: Clock,
  { plan, partners }: Collaboration,
  organisationId: string,
): Promise<Prepared> {
  const { date: today } = inLondon(clock.now())
  const standing = await listStanding(db, today, plan.problemIds)
  const stance = [...standing.values()]
    .flat()
    .find(({ organisation, isLive }) => isLive && organisation.id === organisationId)
  const { allCanOpen, allCanView, toBeAsked, blocked } = await findTogether(db, clock, [
    { id: organisationId },
  ])
  const all = [...allCanOpen, ...[...allCanView, ...toBeAsked, ...blocked].map(({ tool }) => tool)]
  const own = partners.find(({ organisation }) => organisation.id === organisationId)
  return {
    fillings: fillingsFrom({
      plan: plan.organisation.id === organisationId ? plan.said : null,
      stance: stance ? { ...stance, cost: stance.cost && costBandLabels[stance.cost] } : null,
      roles: own?.roles ?? [],
      tools: allCanOpen.map(({ name }) => name),
    }),
    toolNames: all.map(({ name }) => name).toSorted((a, b) => a.localeCompare(b, 'en-GB')),
  }
}
