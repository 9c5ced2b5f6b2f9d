import type { Slots } from '#plumbing/feature.ts'
import { type PlanParts, planPath, projectPath } from './plan.ts'
import { finishWithin, withdrawWithin } from './plan-actions.ts'
import { listToReview } from './review-queries.ts'

/** Days between two questions, by the phase a project is in; what has finished or stopped is not asked about. */
const intervals = {
  'no phase': { days: 90, because: 'it has not said yet where it stands' },
  idea: { days: 90, because: 'an idea is taken up within a quarter, or is dropped' },
  discovery: { days: 60, because: 'a discovery lasts eight to twelve weeks' },
  alpha: { days: 60, because: 'an alpha lasts eight to twelve weeks' },
  beta: { days: 120, because: 'a beta goes on for months, and changes who can join' },
  live: { days: 180, because: 'what is live changes slowly' },
}

const isOver = ({ finished_on, stop_reason, phase }: PlanParts) =>
  finished_on !== null || stop_reason !== null || phase === 'retired'

const notOurs = 'Asked whether this is still so, the organisation said that it is not its own any more.'

/** An organisation is asked whether a project that it wrote here is as it says. */
export const reviewable: Slots['reviewables'] = {
  kind: 'project',
  label: { one: 'project', many: 'Projects' },
  intervals,
  list: async (db, ids) =>
    (await listToReview(db, ids))
      .filter(({ said }) => !isOver(said))
      .map(({ id, slug, said, organisation_id, changed_at, published_by }) => ({
        id,
        title: said.title,
        path: projectPath(slug!),
        editPath: planPath(id),
        organisationId: organisation_id,
        isPublic: said.visibility === 'public',
        phase: said.phase ?? 'no phase',
        deadlines: [said.partners_welcome_until, said.starts_on, said.ends_on].filter(day => day !== null),
        saidAt: changed_at,
        publishedBy: published_by,
      })),
  finished: {
    label: 'It has finished',
    act: (trx, clock, actor, { id }) => finishWithin(trx, clock, actor, id),
  },
  notOurs: {
    act: (trx, clock, actor, { id }) => withdrawWithin(trx, clock, actor, { id, note: notOurs }),
  },
}
