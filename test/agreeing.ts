import { expect } from 'vitest'
import { collaborate } from './collaborating.ts'
import type { App } from './planning.ts'
import type { Form } from './support.ts'

/** Whoever acts for a partner. */
type Member = { get(path: string): Promise<Answer>; post(path: string, form: Form): Promise<Answer> }
type Answer = { statusCode: number; headers: Record<string, unknown>; body: string }

const clauseKeys = [
  'system-owner',
  'service-owner',
  'data-owner',
  'open-licence',
  'hosting',
  'licences-and-keys',
  'costs',
  'maintenance',
  'staff-time',
  'decisions',
  'joining',
  'leaving',
  'dispute',
  'binding',
]

/** The edition in which a clause stands on its page. */
export const editionIn = (body: string) => /name="edition" value="(\d+)"/.exec(body)![1]!

/** Saves a clause of the draft, as one who has just looked at it. */
export async function fillClause(officer: Member, path: string, key: string, form: Form) {
  const { body } = await officer.get(`${path}/agreement/clauses/${key}`)
  const edition = editionIn(body)
  expect((await officer.post(`${path}/agreement/clauses/${key}`, { edition, ...form })).statusCode).toBe(303)
}

/** Leaves all clauses out but those given. */
export async function keepClauses(officer: Member, path: string, keys: string[]) {
  for (const key of clauseKeys.filter(each => !keys.includes(each)))
    await officer.post(`${path}/agreement/clauses/${key}/omission`, { edition: '1', is: 'out' })
}

/** A draft of two clauses in which nothing is open; a third holds words that stand nowhere else. */
export async function draftAgreement(officer: Member, path: string, { isPlanted = false } = {}) {
  expect((await officer.post(`${path}/agreement`, {})).statusCode).toBe(303)
  await keepClauses(officer, path, ['costs', 'decisions', ...(isPlanted ? ['dispute'] : [])])
  if (isPlanted)
    await fillClause(officer, path, 'dispute', { way: 'friend', days: '5', who: 'the Zebrawood office' })
  await fillClause(officer, path, 'costs', { way: 'equal', amount: '£12,000' })
  await fillClause(officer, path, 'decisions', { way: 'consent', days: '10' })
}

/** Fixes the draft as it stands; the path of the version. */
export async function fixAgreement(lead: Member, path: string): Promise<string> {
  const { body } = await lead.get(`${path}/agreement/draft`)
  const seen = /name="seen" value="(\w+)"/.exec(body)![1]!
  const answer = await lead.post(`${path}/agreement/versions`, { seen })
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location).replace(/\?.*/, '')
}

export const signature = (seen: string): Form => ({
  seen,
  name: 'Robin Ashdown',
  role: 'Director of Digital',
  authority: 'delegated',
  reference: 'Scheme of delegation 4.2',
  may: 'yes',
})

/** Signs a version, as the lead of a partner. */
export async function signAgreement(lead: Member, version: string, form: Form = {}) {
  const { body } = await lead.get(`${version}/signature`)
  const seen = /name="seen" value="(\w+)"/.exec(body)![1]!
  expect((await lead.post(`${version}/signature`, { ...signature(seen), ...form })).statusCode).toBe(303)
}

type Partners = { path: string; owner: Member; partners: Member[] }

/** Version 1 of a collaboration's agreement, fixed and signed by all; its path. */
export async function agreeIn(
  { path, owner, partners }: Partners,
  { isSigned = true, isPlanted = false } = {},
): Promise<string> {
  await draftAgreement(owner, path, { isPlanted })
  const version = await fixAgreement(owner, path)
  if (isSigned) for (const lead of [owner, ...partners]) await signAgreement(lead, version)
  return version
}

type Making = { isSigned?: boolean; isPlanted?: boolean; partners?: string[]; collaboration?: string }

/** A collaboration of Leeds with others, and version 1 of its agreement. */
export async function agree(
  app: App,
  { partners = ['adur-district-council'], collaboration: visibility = 'partners', ...making }: Making = {},
) {
  const collaboration = await collaborate(app, { partners, form: { visibility } })
  return { ...collaboration, version: await agreeIn(collaboration, making) }
}
