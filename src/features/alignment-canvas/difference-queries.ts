import type { OrganisationName } from '#features/organisations/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import type { CanvasDifference, Confirmation, Settlement } from './settlement.ts'
import { isTopicName } from './topic.ts'

async function listConfirmations(db: Db, settlementIds: string[]): Promise<Map<string, Confirmation[]>> {
  if (settlementIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('canvas_confirmation')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['settlement_id', 'confirmed_at', 'organisation.id', 'organisation.name', 'organisation.slug'])
    .where('settlement_id', 'in', settlementIds)
    .orderBy('canvas_confirmation.id')
    .execute()
  const byId = Map.groupBy(rows, ({ settlement_id }) => settlement_id)
  const named = ({ id, name, slug, confirmed_at }: (typeof rows)[number]): Confirmation => ({
    organisation: { id, name, slug },
    confirmed_at,
  })
  return new Map([...byId].map(([id, own]) => [id, own.map(named)]))
}

async function listSettlements(db: Db, differenceIds: string[]): Promise<Map<string, Settlement[]>> {
  if (differenceIds.length === 0) return new Map()
  const rows = await db
    .selectFrom('canvas_settlement as settlement')
    .innerJoin('organisation', 'organisation.id', 'settlement.organisation_id')
    .select(['settlement.id', 'difference_id', 'outcome', 'words', 'parked_until', 'proposed_at'])
    .select(['ended_at', 'ended_because', 'organisation.id as organisation_id'])
    .select(['organisation.name', 'organisation.slug'])
    .where('difference_id', 'in', differenceIds)
    .orderBy('settlement.id')
    .execute()
  const confirmations = await listConfirmations(
    db,
    rows.map(({ id }) => id),
  )
  const whole = ({
    organisation_id,
    name,
    slug,
    difference_id: _,
    ...row
  }: (typeof rows)[number]): Settlement => ({
    ...row,
    organisation: { id: organisation_id, name, slug } satisfies OrganisationName,
    confirmations: confirmations.get(row.id) ?? [],
  })
  const byDifference = Map.groupBy(rows, ({ difference_id }) => difference_id)
  return new Map([...byDifference].map(([id, own]) => [id, own.map(whole)]))
}

/** The differences that were ever found in a collaboration, by topic: for those to whom the canvas is shown. */
export async function listDifferences(
  db: Db,
  collaborationId: string,
): Promise<Map<string, CanvasDifference>> {
  const rows = await db
    .selectFrom('canvas_difference')
    .select(['id', 'topic', 'found_at'])
    .where('collaboration_id', '=', collaborationId)
    .orderBy('id')
    .execute()
  const settlements = await listSettlements(
    db,
    rows.map(({ id }) => id),
  )
  return new Map(
    rows.flatMap(({ id, topic, found_at }) =>
      isTopicName(topic) ? [[topic, { id, topic, found_at, settlements: settlements.get(id) ?? [] }]] : [],
    ),
  )
}
