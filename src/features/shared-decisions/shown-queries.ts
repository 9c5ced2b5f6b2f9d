import { findOwn, type Met, maySeeItem } from '#features/collaborations/index.ts'
import { listHidden } from '#features/moderation/index.ts'
import { type Actor, hasDuty, type Speaker } from '#plumbing/actor.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import type { Decision } from './decision.ts'
import { findDecision, listDecisions } from './queries.ts'

type Meeting = Pick<Met, 'collaboration' | 'standing'>

async function visibleOf(db: Db, actor: Actor, standing: Met['standing'], decisions: Decision[]) {
  const shown = decisions.filter(({ visibility }) => maySeeItem(standing, visibility))
  if (standing === 'partner' || hasDuty(actor, 'curator')) return shown
  const hidden = await listHidden(
    db,
    'shared-decision',
    shown.map(({ id }) => id),
  )
  return shown.filter(({ id }) => !hidden.has(id))
}

/** The decisions of a collaboration that this reader may see, the latest first. */
export const listShown = async (
  db: Db,
  actor: Actor,
  { collaboration, standing }: Meeting,
): Promise<Decision[]> => visibleOf(db, actor, standing, await listDecisions(db, collaboration.id))

/** One of them; a page that does not exist for all others. */
export async function findShown(
  db: Db,
  actor: Actor,
  { collaboration, standing }: Meeting,
  number: number,
): Promise<Decision> {
  const found = await findDecision(db, collaboration.id, number)
  const [shown] = found ? await visibleOf(db, actor, standing, [found]) : []
  if (!shown) throw failure('absent', '')
  return shown
}

/** One of a collaboration of the organisation that someone acts for: what they may write in. */
export async function findOwnDecision(
  db: Db,
  actor: Speaker,
  { slug, number }: { slug: string; number: number },
) {
  const collaboration = await findOwn(db, actor, slug)
  const decision = await findShown(db, actor, { collaboration, standing: 'partner' }, number)
  return { collaboration, decision, standing: 'partner' as const }
}
