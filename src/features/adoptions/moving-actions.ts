import type { OrganisationMove } from '#features/organisations/index.ts'
import { recordActivities } from '#plumbing/activity.ts'

declare module '#plumbing/activity.ts' {
  interface ActivityKinds {
    /** Two organisations turned out to be one, or not to be: it is the word of the other now. */
    'adoption.moved': Record<string, never>
  }
}

/** What an organisation took on; where the other said of the same thing how far it is, that stays its word. */
export const movedAdoptions: OrganisationMove = {
  part: 'adoptions',
  label: { one: 'thing that it took on', many: 'things that it took on' },
  table: 'adoption',
  column: 'organisation_id',
  unlessSame: ['asset_id'],
  follow: (trx, { clock, actor }, ids) =>
    recordActivities(
      trx,
      clock,
      ids.map(id => ({ kind: 'adoption.moved', subject: { kind: 'adoption', id }, actor, detail: {} })),
    ),
}
