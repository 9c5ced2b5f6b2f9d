import { type Hidden, listHidden } from '#features/moderation/index.ts'
import type { OrganisationFacts } from '#features/organisations/index.ts'
import { type Clock, inLondon } from '#plumbing/clock.ts'
import type { Db } from '#plumbing/database/database.ts'
import { failure } from '#plumbing/failures.ts'
import { type Call, listCalls } from './call-queries.ts'
import { type Holding, listHoldings } from './need-queries.ts'
import type { OpportunityState } from './opportunity.ts'
import type { OpportunityTable } from './tables.ts'
import {
  listServicesOf,
  listThings,
  listValued,
  type ServiceOfThing,
  type ValuedContract,
} from './thing-queries.ts'
import type { Thing } from './things.ts'

/** An opportunity with all that its page says. */
export type WholeOpportunity = OpportunityTable & {
  things: Thing[]
  /** What is known of the money in its contracts. */
  contracts: ValuedContract[]
  holdings: Holding[]
  /** Organisations of today that have the need, by name. */
  organisations: OrganisationFacts[]
  services: Omit<ServiceOfThing, 'id'>[]
  hidden: Hidden | null
  call: Call | null
}

/**
 * The members of each, with those of what was merged into it: what was found or written, less what curators took out, and
 * what they put in.
 */
async function listMembers(db: Db, ids: string[]): Promise<Map<string, string[]>> {
  const found = await db
    .selectFrom('opportunity_member as member')
    .innerJoin('opportunity', 'opportunity.id', 'member.opportunity_id')
    .select(({ fn }) => fn.coalesce('merged_into', 'opportunity.id').as('id'))
    .select('subject_id')
    .where(({ eb, fn }) => eb(fn.coalesce('merged_into', 'opportunity.id'), 'in', ids))
    .orderBy('subject_id')
    .execute()
  // What was chosen for the one that stands counts last.
  const chosen = await db
    .selectFrom('opportunity_choice as choice')
    .innerJoin('opportunity', 'opportunity.id', 'choice.opportunity_id')
    .select(({ fn }) => fn.coalesce('merged_into', 'opportunity.id').as('id'))
    .select(['subject_id', 'belongs'])
    .where(({ eb, fn }) => eb(fn.coalesce('merged_into', 'opportunity.id'), 'in', ids))
    .orderBy('merged_into', order => order.asc().nullsLast())
    .orderBy('subject_id')
    .execute()
  const members = new Map(ids.map(id => [id, new Set<string>()]))
  for (const { id, subject_id } of found) members.get(id)?.add(subject_id)
  for (const { id, subject_id, belongs } of chosen) members.get(id)?.[belongs ? 'add' : 'delete'](subject_id)
  return new Map([...members].map(([id, subjects]) => [id, [...subjects].toSorted()]))
}

async function completed(db: Db, clock: Clock, rows: OpportunityTable[]): Promise<WholeOpportunity[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const members = await listMembers(db, ids)
  const subjectIds = [...new Set([...members.values()].flat())]
  const things = new Map((await listThings(db, subjectIds)).map(thing => [thing.id, thing]))
  const today = inLondon(clock.now()).date
  const holdings = Map.groupBy(await listHoldings(db, today, [...things.values()]), ({ thingId }) => thingId)
  const services = Map.groupBy(await listServicesOf(db, [...things.keys()]), ({ id }) => id)
  const contractIds = [...things.values()].flatMap(({ kind, id }) => (kind === 'contract' ? [id] : []))
  const contracts = contractIds.length > 0 ? await listValued(db, contractIds) : []
  const hidden = await listHidden(db, 'opportunity', ids)
  const calls = await listCalls(db, ids)
  return rows.map(row => {
    const own = (members.get(row.id) ?? []).flatMap(id => things.get(id) ?? [])
    const held = own.flatMap(({ id }) => holdings.get(id) ?? [])
    const about = own.flatMap(({ id }) => services.get(id) ?? [])
    const organisations = new Map(held.map(({ organisation }) => [organisation.id, organisation]))
    return {
      ...row,
      things: own,
      contracts: contracts.filter(({ id }) => own.some(thing => thing.id === id)),
      holdings: held,
      organisations: [...organisations.values()].toSorted((a, b) => a.name.localeCompare(b.name, 'en-GB')),
      services: [...new Map(about.map(({ id: _, ...service }) => [service.service_id, service])).values()],
      hidden: hidden.get(row.id) ?? null,
      call: calls.get(row.id) ?? null,
    }
  })
}

/** All in one of these states, the widest need first. */
export async function listOpportunities(
  db: Db,
  clock: Clock,
  states: OpportunityState[],
): Promise<WholeOpportunity[]> {
  const rows = await db
    .selectFrom('opportunity')
    .selectAll()
    .where('state', 'in', states)
    .orderBy('id')
    .execute()
  return (await completed(db, clock, rows)).toSorted(
    (a, b) => b.organisations.length - a.organisations.length || (a.id < b.id ? -1 : 1),
  )
}

export async function listOpportunitiesById(
  db: Db,
  clock: Clock,
  ids: string[],
): Promise<WholeOpportunity[]> {
  if (ids.length === 0) return []
  const rows = await db.selectFrom('opportunity').selectAll().where('id', 'in', ids).orderBy('id').execute()
  return completed(db, clock, rows)
}

/** Throws when there is none; who may see it is not asked. */
export async function findOpportunity(db: Db, clock: Clock, slug: string): Promise<WholeOpportunity> {
  const row = await db.selectFrom('opportunity').selectAll().where('slug', '=', slug).executeTakeFirst()
  const [found] = row ? await completed(db, clock, [row]) : []
  if (!found) throw failure('absent', '')
  return found
}

/** Without what goes with it, and nobody else changes it until the transaction ends. */
export async function lockOpportunity(trx: Db, slug: string): Promise<OpportunityTable> {
  const row = await trx
    .selectFrom('opportunity')
    .selectAll()
    .where('slug', '=', slug)
    .forUpdate()
    .executeTakeFirst()
  if (!row) throw failure('absent', '')
  return row
}

/** Keeps others from changing any of these until the transaction ends; whoever locks several does it in this order. */
export const lockInOrder = (trx: Db, slugs: string[]) =>
  trx.selectFrom('opportunity').select('id').where('slug', 'in', slugs).orderBy('id').forUpdate().execute()

/** Of the needs that stand, proposed ones too, the one that most of these things of a kind belong to. */
export const findNeedOf = (db: Db, kind: string, ids: string[]) =>
  db
    .selectFrom('opportunity_member as member')
    .innerJoin('opportunity', 'opportunity.id', 'member.opportunity_id')
    .select(['slug', 'title', 'state'])
    .where('member.kind', '=', kind)
    .where('subject_id', 'in', ids)
    .where('state', 'in', ['proposed', 'published'])
    .groupBy(['slug', 'title', 'state'])
    .orderBy(({ fn }) => fn.countAll(), 'desc')
    .orderBy('slug')
    .limit(1)
    .executeTakeFirst()

/** How many wait for a curator. */
export async function countProposed(db: Db): Promise<number> {
  const { count } = await db
    .selectFrom('opportunity')
    .where('state', '=', 'proposed')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Those that everyone finds. */
export async function listFindableIds(db: Db): Promise<{ id: string; slug: string; changed_at: Date }[]> {
  const rows = await db
    .selectFrom('opportunity')
    .select(['id', 'slug', 'changed_at'])
    .where('state', '=', 'published')
    .orderBy('id')
    .execute()
  const hidden = await listHidden(
    db,
    'opportunity',
    rows.map(({ id }) => id),
  )
  return rows.filter(({ id }) => !hidden.has(id))
}

/** The regions that councils of today are in. */
export const listRegions = (db: Db): Promise<string[]> =>
  db
    .selectFrom('organisation')
    .select('region')
    .distinct()
    .where('status', '=', 'current')
    .where('region', 'is not', null)
    .orderBy('region')
    .execute()
    .then(rows => rows.flatMap(({ region }) => region ?? []))
