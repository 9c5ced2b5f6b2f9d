import { inLondon } from '#plumbing/clock.ts'
import type { Slots } from '#plumbing/feature.ts'
import { formatDate } from '#ui/date.ts'
import { countOf } from '#ui/money.ts'
import { listPlannedOnServices, listWorkedTogether, type PlannedWork } from './partner-queries.ts'

const worth = { welcoming: 100, planned: 80, live: 50 }
const atTheSameTime = 20
const halfAYear = 183 * 86_400_000

const near = (one: string | null, other: string | null) =>
  one !== null && other !== null && Math.abs(Date.parse(one) - Date.parse(other)) <= halfAYear

function sayPlan({ title, state, starts_on, partners_welcome_until }: PlannedWork, isWelcoming: boolean) {
  const begins = starts_on ? ` from ${formatDate(starts_on)}` : ''
  const welcome = isWelcoming ? `, and welcomes partners until ${formatDate(partners_welcome_until!)}` : ''
  return `${state === 'planned' ? 'Plans' : 'Is working on'} “${title}”${begins}${welcome}`
}

/** Who plans or does something about the same service now. */
export const plansAtTheSameTime: Slots['partnerFacts'] = {
  load: async (db, clock, _actor, search) => {
    const today = inLondon(clock.now()).date
    const begins = search.startsOn ?? today
    const plans = await listPlannedOnServices(db, search)
    return new Map([
      [
        'timing' as const,
        new Map(
          plans.map(plan => {
            const isWelcoming = plan.partners_welcome_until !== null && plan.partners_welcome_until >= today
            const of = isWelcoming ? worth.welcoming : worth[plan.state]
            const more = near(plan.starts_on, begins) ? atTheSameTime : 0
            return [plan.organisation_id, { of: Math.min(100, of + more), says: sayPlan(plan, isWelcoming) }]
          }),
        ),
      ],
    ])
  },
}

/** With whom the asker took part in a project. */
export const workedTogether: Slots['partnerFacts'] = {
  load: async (db, _clock, _actor, { askerId }) => {
    const found = askerId === null ? [] : await listWorkedTogether(db, askerId)
    return new Map([
      [
        'worked-together' as const,
        new Map(
          found.map(({ organisation_id, title, count }) => [
            organisation_id,
            {
              of: 100,
              says:
                count === 1
                  ? `Took part in “${title}” with you`
                  : `Took part in ${countOf(count, 'project')} with you, the newest “${title}”`,
            },
          ]),
        ),
      ],
    ])
  },
}
