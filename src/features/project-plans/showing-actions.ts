import { listHidden } from '#features/moderation/index.ts'
import { saveWrittenProject } from '#features/projects/index.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { factsOf, takingPart } from './plan.ts'
import { findPlan } from './queries.ts'
import { shownUpdate } from './update.ts'
import { listUpdates } from './update-queries.ts'

/** Shows a published plan, as it now stands, where everyone reads projects; gives its slug. Part of the act that changed it. */
export async function showProject(trx: Db, clock: Clock, id: string): Promise<string> {
  const plan = (await findPlan(trx, id))!
  const { said, organisation } = plan
  const updates = await listUpdates(trx, id)
  const hidden = await listHidden(
    trx,
    'project-update',
    updates.map(update => update.id),
  )
  return saveWrittenProject(trx, clock, {
    id,
    organisation,
    facts: factsOf(plan),
    visibility: said.visibility ?? 'partners',
    withdrawn_on: plan.withdrawn_at && inLondon(plan.withdrawn_at).date,
    withdrawal_reason: plan.withdrawal_reason,
    roles_sought: said.roles_sought,
    learned: said.learned,
    phase_history: said.phase_history,
    links: said.links,
    partners: takingPart(plan).map(({ organisation, state }) => ({
      organisation_id: organisation.id,
      name: organisation.name,
      standing: state === 'confirmed' ? 'confirmed' : 'asked',
    })),
    updates: updates
      .filter(update => !hidden.has(update.id))
      .map(update => shownUpdate(update, plan.slug ?? '')),
    services: said.service_id === null ? [] : [said.service_id],
  })
}
