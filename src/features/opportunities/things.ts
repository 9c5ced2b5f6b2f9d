import type { CostBand } from '#features/problems/index.ts'

/** What a member of an opportunity is to the need: who has it, what was asked for it, what is done and what was. */
export const roles = [
  'problem',
  'failed-bid',
  'contract',
  'under-way',
  'planned',
  'past-work',
  'notice',
] as const
export type Role = (typeof roles)[number]

/** Something public in which a need shows. */
export type Thing = {
  kind: string
  id: string
  title: string
  path: string
  organisation_id: string | null
  /** 'published' or 'solved' of a problem, the state of a project, otherwise null. */
  state: string | null
  outcome: string | null
  amount_pounds: number | null
  cost_band: CostBand | null
  dated: string | null
}

const didNotGetMoney = /not funded|unsuccessful|withdrawn|rejected/i

export function roleOf({ kind, state, outcome }: Thing): Role {
  if (kind === 'problem') return state === 'solved' ? 'past-work' : 'problem'
  if (kind === 'notice' || kind === 'contract') return kind
  if (kind === 'fund-application') return didNotGetMoney.test(outcome ?? '') ? 'failed-bid' : 'past-work'
  if (state === 'live') return 'under-way'
  return state === 'planned' ? 'planned' : 'past-work'
}

/** Whose thing shows that they have the need now: of a problem that is open, a bid that brought no money, or a contract that ends. */
export const showsNeed = (thing: Thing) => ['problem', 'failed-bid', 'contract'].includes(roleOf(thing))

const fewest = 3

/** A need that several organisations of today have, and that no live project covers. */
export const isCommonNeed = (organisationIds: Iterable<string>, things: Thing[], isAddressed: boolean) =>
  new Set(organisationIds).size >= fewest &&
  !isAddressed &&
  things.every(thing => roleOf(thing) !== 'under-way')
