import { expect } from 'vitest'
import type { Form, testApp } from './support.ts'

export type App = Awaited<ReturnType<typeof testApp>>
export type Officer = Awaited<ReturnType<App['signedIn']>>

/** Lets what an organisation publishes be shown at once, as after a curator has released a post of its. */
export const trust = async ({ db, clock }: App, { organisationId }: Pick<Officer, 'organisationId'>) => {
  await db
    .insertInto('moderation_trusted')
    .values({ organisation_id: organisationId!, since: clock.now() })
    .onConflict(conflict => conflict.doNothing())
    .execute()
}

/** Begins a draft of a project; its path. */
export async function beginPlan(officer: Officer, form: Form = {}): Promise<string> {
  const { headers, statusCode } = await officer.post('/plans', { title: 'Fewer missed bins', ...form })
  expect(statusCode).toBe(303)
  return String(headers.location).replace(/\/problems$/, '')
}

export async function saveParts(officer: Officer, path: string, parts: Record<string, Form>) {
  for (const [part, form] of Object.entries(parts)) {
    const { statusCode } = await officer.post(`${path}/parts/${part}`, form)
    expect([part, statusCode]).toEqual([part, 303])
  }
}

export const neededParts = {
  why: { why: 'Crews cannot see which bins were missed yesterday.' },
  phase: { phase: 'discovery', starts_on: '1 February 2027', ends_on: '30 June 2027' },
  joining: { partners_welcome_until: '31 January 2027', roles_sought: 'A district council to test with' },
  visibility: { visibility: 'public' },
}

/** Publishes a project of an organisation whose posts are shown; the path of its plan, and of its page. */
export async function publishPlan(
  app: App,
  officer: Officer,
  {
    parts = {},
    partners = [],
    form,
  }: { parts?: Record<string, Form>; partners?: string[]; form?: Form } = {},
): Promise<{ path: string; address: string }> {
  await trust(app, officer)
  const path = await beginPlan(officer, form)
  await saveParts(officer, path, { ...neededParts, ...parts })
  for (const organisation of partners) await officer.post(`${path}/partners`, { organisation })
  const { statusCode, headers } = await officer.post(`${path}/publication`)
  expect(statusCode).toBe(303)
  return { path, address: String(headers.location) }
}

/** The mails that wait to be sent to someone, as their subjects. */
export const subjectsTo = async ({ db }: App, email: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('mail')
    .select('letter')
    .where('recipient', '=', email)
    .orderBy('created_at')
    .execute()
  return rows.map(({ letter }) => (letter as { subject: string }).subject)
}
