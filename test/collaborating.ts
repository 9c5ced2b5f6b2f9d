import { expect } from 'vitest'
import { type App, type Officer, publishPlan } from './planning.ts'
import type { Form } from './support.ts'

/** Joins for an organisation that was asked, as its lead. */
export async function joinCollaboration(lead: Officer, path: string, roles: string[] = []) {
  expect((await lead.post(`${path}/joining`, { answer: 'join', roles })).statusCode).toBe(303)
}

type Making = {
  /** Whose project it is, and who confirms that they take part in it; by slug. */
  of?: string
  partners?: string[]
  isBegun?: boolean
  areJoined?: boolean
  form?: Form
}

/** A project with partners that have confirmed, and the collaboration on it; all by the door. */
export async function collaborate(
  app: App,
  {
    of = 'leeds-city-council',
    partners = ['adur-district-council'],
    isBegun = true,
    areJoined = true,
    form = {},
  }: Making = {},
) {
  const owner = await app.signedIn({ of, role: 'lead' })
  const leads = await Promise.all(partners.map(partner => app.signedIn({ of: partner, role: 'lead' })))
  const organisations = await app.db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('id', 'in', [owner.organisationId!, ...leads.map(({ organisationId }) => organisationId!)])
    .execute()
  const nameOf = new Map(organisations.map(({ id, name }) => [id, name]))
  const { address } = await publishPlan(app, owner, {
    partners: leads.map(({ organisationId }) => nameOf.get(organisationId!)!),
  })
  let requestPath = ''
  for (const lead of leads) {
    const { id } = await app.db
      .selectFrom('plan_partner')
      .select('id')
      .where('organisation_id', '=', lead.organisationId!)
      .orderBy('id', 'desc')
      .executeTakeFirstOrThrow()
    requestPath = `/partner-requests/${id}`
    expect((await lead.post(`${requestPath}/decision`, { answer: 'confirm' })).statusCode).toBe(303)
  }
  const path = `${address}/collaboration`
  const begin = { purpose: 'Crews see by noon which bins were missed.', visibility: 'partners', ...form }
  if (isBegun) expect((await owner.post(path, begin)).statusCode).toBe(303)
  if (isBegun && areJoined) for (const lead of leads) await joinCollaboration(lead, path)
  return { address, path, owner, partners: leads, partner: leads[0]!, requestPath }
}
