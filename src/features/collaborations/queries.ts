import type { Visibility } from '#features/accounts/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import { isPublished, listPlans, type PublishedPlan } from '#features/project-plans/index.ts'
import type { Db } from '#plumbing/database/database.ts'
import {
  type Collaboration,
  type CollaborationPartner,
  type PartnerRole,
  takingPartIn,
} from './collaboration.ts'

const whole = (db: Db) =>
  db
    .selectFrom('collaboration')
    .innerJoin('organisation', 'organisation.id', 'begun_by_organisation')
    .select(['collaboration.id', 'plan_id', 'purpose', 'visibility', 'begun_at'])
    .select(['organisation.id as organisation_id', 'organisation.name', 'organisation.slug'])

type Row = Awaited<ReturnType<ReturnType<typeof whole>['execute']>>[number]

async function listPartners(db: Db, ids: string[]) {
  const rows = await db
    .selectFrom('collaboration_partner')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select(['collaboration_id', 'state', 'roles', 'asked_at', 'decided_at'])
    .select(['organisation.id as organisation_id', 'organisation.name', 'organisation.slug'])
    .where('collaboration_id', 'in', ids)
    .orderBy('asked_at')
    .orderBy('collaboration_partner.id')
    .execute()
  return Map.groupBy(rows, ({ collaboration_id }) => collaboration_id)
}

/**
 * An organisation that the project no longer names is no longer in what is done together in it, nor is one that left the
 * project and came back: it joins by the yes of a lead of its own, and who came back may have been let in by others.
 */
function partnersIn(plan: PublishedPlan, rows: Awaited<ReturnType<typeof listPartners>>, id: string) {
  const taking = new Set(takingPartIn(plan).map(organisation => organisation.id))
  const since = new Map(plan.partners.map(partner => [partner.organisation.id, partner.decided_at]))
  const cameBack = (id: string, joined_at: Date | null) => {
    const confirmed_at = since.get(id)
    return Boolean(confirmed_at && joined_at && confirmed_at > joined_at)
  }
  return (rows.get(id) ?? []).map(
    ({ organisation_id, name, slug, state, roles, asked_at, decided_at }): CollaborationPartner => ({
      organisation: { id: organisation_id, name, slug },
      state:
        state === 'declined' || (taking.has(organisation_id) && !cameBack(organisation_id, decided_at))
          ? state
          : 'left',
      roles: roles as PartnerRole[],
      asked_at,
      decided_at,
    }),
  )
}

async function completed(db: Db, rows: Row[]): Promise<Collaboration[]> {
  if (rows.length === 0) return []
  const found = await listPlans(
    db,
    rows.map(({ plan_id }) => plan_id),
  )
  const plans = new Map(found.filter(isPublished).map(plan => [plan.id, plan]))
  const partners = await listPartners(
    db,
    rows.map(({ id }) => id),
  )
  return rows.flatMap(({ id, plan_id, organisation_id, name, slug, ...row }) => {
    const plan = plans.get(plan_id)
    return plan
      ? [
          {
            ...row,
            id,
            plan,
            visibility: row.visibility as Visibility,
            begunBy: { id: organisation_id, name, slug } satisfies OrganisationName,
            partners: partnersIn(plan, partners, id),
          },
        ]
      : []
  })
}

/** The collaboration on a project, whoever may see it; undefined where there is none. */
export const findByPlan = async (db: Db, planId: string): Promise<Collaboration | undefined> =>
  (await completed(db, await whole(db).where('plan_id', '=', planId).execute()))[0]

/** Collaborations by id, whoever may see them; ids that are none are absent. */
export async function listCollaborations(db: Db, ids: string[]): Promise<Map<string, Collaboration>> {
  const rows = ids.length === 0 ? [] : await whole(db).where('collaboration.id', 'in', ids).execute()
  return new Map((await completed(db, rows)).map(collaboration => [collaboration.id, collaboration]))
}

/** Those that an organisation was asked into or has joined, the latest first. */
export async function listCollaborationsOf(db: Db, organisationId: string): Promise<Collaboration[]> {
  const rows = await whole(db)
    .where('collaboration.id', 'in', eb =>
      eb
        .selectFrom('collaboration_partner')
        .select('collaboration_id')
        .where('collaboration_partner.organisation_id', '=', organisationId)
        .where('collaboration_partner.state', 'in', ['asked', 'joined']),
    )
    .orderBy('begun_at', 'desc')
    .orderBy('collaboration.id')
    .execute()
  return (await completed(db, rows)).filter(({ partners }) =>
    partners.some(
      ({ organisation, state }) =>
        organisation.id === organisationId && (state === 'asked' || state === 'joined'),
    ),
  )
}

/** Where the partners work, each with whose it is, in the order of the partners' names. */
export const listLinks = (db: Db, collaborationId: string) =>
  db
    .selectFrom('collaboration_link')
    .innerJoin('organisation', 'organisation.id', 'organisation_id')
    .select([
      'collaboration_link.id',
      'organisation_id',
      'organisation.name as organisation',
      'title',
      'href',
    ])
    .select('visibility')
    .where('collaboration_id', '=', collaborationId)
    .orderBy('organisation.name')
    .orderBy('added_at')
    .orderBy('collaboration_link.id')
    .execute()

export type CollaborationLink = Awaited<ReturnType<typeof listLinks>>[number]
