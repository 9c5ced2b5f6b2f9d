import { recordActivities } from '#plumbing/activity.ts'
import { system } from '#plumbing/actor.ts'
import type { Slots } from '#plumbing/feature.ts'
import type { Reaction } from '#plumbing/jobs.ts'
import { listReleased, listSaid } from './happening-queries.ts'
import type { Saying } from './stance.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    /** Everyone sees what was held when it was said. */
    'stance.shown': { stanceId: string; organisationId: string; says: Saying }
  }
}

/** Fits after the name of an organisation. That it does not have a problem is no news to those who watch it. */
const newsOf: Record<Saying, string | null> = {
  'have-it': 'says it has this problem too',
  'fixed-it': 'says it had this problem and fixed it',
  'tried-and-stopped': 'says it tried to fix this problem, and stopped',
  'do-not-have-it': null,
}

const sayTaken: NonNullable<Slots['happenings']['sayEach']> = async (db, activityIds) => {
  const said = await listSaid(db, activityIds, { isStanding: true })
  return new Map(
    said.flatMap(({ activityId, organisation, says }) =>
      newsOf[says] ? [[activityId, `${organisation} ${newsOf[says]}`]] : [],
    ),
  )
}

const sayTakenBack: NonNullable<Slots['happenings']['sayEach']> = async (db, activityIds) => {
  const said = await listSaid(db, activityIds, { isStanding: false })
  return new Map(
    said.map(({ activityId, organisation }) => [activityId, `${organisation} took back what it said of it`]),
  )
}

const says = 'An organisation said where it stands'

/** What is told to those who watch a problem. */
export const stanceHappenings: Slots['happenings'][] = [
  { activity: 'stance.taken', level: 'milestone', says, sayEach: sayTaken },
  { activity: 'stance.shown', level: 'milestone', says, sayEach: sayTaken },
  { activity: 'stance.changed', level: 'detail', says, sayEach: sayTaken },
  { activity: 'stance.withdrawn', level: 'detail', says, sayEach: sayTakenBack },
]

/** What waited for a curator is told once it is shown. */
export const showReleased: Reaction = {
  name: 'show-released-stances',
  to: kind => kind === 'moderation.released',
  batch: 50,
  run: async (trx, activities, { clock }) => {
    const ids = activities.filter(({ subject }) => subject.kind === 'stance').map(({ subject }) => subject.id)
    if (ids.length === 0) return
    await recordActivities(
      trx,
      clock,
      (await listReleased(trx, ids)).map(({ id, problem_id, organisation_id, says }) => ({
        kind: 'stance.shown',
        subject: { kind: 'problem', id: problem_id },
        actor: system,
        detail: { stanceId: id, organisationId: organisation_id, says },
      })),
    )
  },
}
