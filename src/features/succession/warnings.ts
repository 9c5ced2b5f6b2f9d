import type { CollaborationPartner } from '#features/collaborations/index.ts'
import type { OrganisationName } from '#features/organisations/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import { countOf } from '#ui/money.ts'
import { isThere, type Keeper, type SuccessionRole, staleSince, whoIs } from './succession.ts'

export type WarningKind =
  | 'organisation-left'
  | 'no-holder'
  | 'holder-leaves'
  | 'no-deputy'
  | 'deputy-leaves'
  | 'own-deputy'
  | 'holds-many'
  | 'nowhere'
  | 'stale'
  | 'nobody-of-partner'
  | 'agreement-ends'

export type Warning = {
  kind: WarningKind
  /** The role that it is about, where it is about one alone. */
  title: string | null
  /** A sentence without its full stop. */
  says: string
  /** Whose it is to mend; null where it is all partners'. */
  organisationId: string | null
  /** The roles that it is about. */
  roleIds: string[]
}

type Plan = {
  roles: SuccessionRole[]
  partners: CollaborationPartner[]
  /** 'YYYY-MM-DD' */
  today: string
  /** The last day of the agreement, where there is one. */
  agreementEndsOn: string | null
}

/** Days before the end of an agreement from which the plan speaks of it. */
const daysBeforeEnd = 90

const listed = (titles: string[]) => titles.map(title => `“${title}”`).join(', ')

const leavingOf = (keeper: Keeper) => (keeper?.kind === 'person' && keeper.isIn ? keeper.leaving : null)

/** Until when, in words that go on with “is leaving”. */
export const leavingWords = ({ lastDay }: { lastDay: string | null }) =>
  lastDay ? `leaving on ${formatDate(lastDay)}` : 'passing on what they look after'

function ofRole(role: SuccessionRole, today: string): Warning[] {
  const { id, title, organisation, holder, deputy, keptWhere, lookedAt } = role
  const warn = (kind: WarningKind, says: string): Warning => ({
    kind,
    title,
    says,
    organisationId: organisation.id,
    roleIds: [id],
  })
  const leaves = leavingOf(holder)
  const deputyLeaves = leavingOf(deputy)
  const looked = londonDay(lookedAt)
  return [
    ...(!isThere(holder) ? [warn('no-holder', 'Nobody holds it')] : []),
    ...(leaves ? [warn('holder-leaves', `Its holder is ${leavingWords(leaves)}. Name a new one`)] : []),
    ...(!isThere(deputy) ? [warn('no-deputy', 'Nobody stands in for its holder')] : []),
    ...(deputyLeaves ? [warn('deputy-leaves', `Its deputy is ${leavingWords(deputyLeaves)}`)] : []),
    ...(isThere(holder) && whoIs(holder) === whoIs(deputy)
      ? [warn('own-deputy', 'Its holder is their own deputy')]
      : []),
    ...(keptWhere === null
      ? [warn('nowhere', 'Nothing says where what its holder knows and has access to lives')]
      : []),
    ...(looked <= staleSince(today) ? [warn('stale', `Last looked at on ${formatDate(looked)}`)] : []),
  ]
}

const isIn = (partners: CollaborationPartner[], { id }: OrganisationName) =>
  partners.some(({ organisation, state }) => organisation.id === id && state === 'joined')

function ofWhoLeft(roles: SuccessionRole[], partners: CollaborationPartner[]): Warning[] {
  const left = roles.filter(({ organisation }) => !isIn(partners, organisation))
  return [...Map.groupBy(left, ({ organisation }) => organisation.id)].map(([, own]) => ({
    kind: 'organisation-left',
    title: null,
    says: `${own[0]!.organisation.name} has left the collaboration, and held ${listed(own.map(({ title }) => title))}. Take over what goes on`,
    organisationId: null,
    roleIds: own.map(({ id }) => id),
  }))
}

/** Whoever holds two roles or more: when they are away, all of these are. */
function ofWhoHoldsMuch(roles: SuccessionRole[]): Warning[] {
  const held = roles.filter(({ holder }) => whoIs(holder) !== null)
  const byHolder = Map.groupBy(held, ({ organisation, holder }) => `${organisation.id} ${whoIs(holder)}`)
  return [...byHolder.values()].flatMap((own): Warning[] => {
    if (own.length < 2) return []
    const [{ organisation }] = own as [SuccessionRole, ...SuccessionRole[]]
    return [
      {
        kind: 'holds-many',
        title: null,
        says: `One person at ${organisation.name} holds ${countOf(own.length, 'role')}: ${listed(own.map(({ title }) => title))}`,
        organisationId: organisation.id,
        roleIds: own.map(({ id }) => id),
      },
    ]
  })
}

const ofWithoutAnyone = (roles: SuccessionRole[], partners: CollaborationPartner[]): Warning[] =>
  partners
    .filter(({ state }) => state === 'joined')
    .filter(
      partner =>
        !roles.some(
          ({ organisation, holder, deputy }) =>
            organisation.id === partner.organisation.id && (isThere(holder) || isThere(deputy)),
        ),
    )
    .map(({ organisation }) => ({
      kind: 'nobody-of-partner',
      title: null,
      says: `${organisation.name} has nobody in this plan`,
      organisationId: organisation.id,
      roleIds: [],
    }))

function ofAgreement({ agreementEndsOn: endsOn, today, roles }: Plan): Warning[] {
  if (endsOn === null || roles.length === 0) return []
  const day = new Date(`${endsOn}T00:00:00Z`)
  day.setUTCDate(day.getUTCDate() - daysBeforeEnd)
  if (day.toISOString().slice(0, 10) > today) return []
  return [
    {
      kind: 'agreement-ends',
      title: null,
      says: `The agreement ${endsOn < today ? 'ended' : 'ends'} on ${formatDate(endsOn)}. Decide who holds these roles after it`,
      organisationId: null,
      roleIds: roles.map(({ id }) => id),
    },
  ]
}

/** What partners should mend in a plan of succession, the gravest first. Of an organisation that has left, only that it has. */
export function warningsOf(plan: Plan): Warning[] {
  const { roles, partners, today } = plan
  const own = roles.filter(({ organisation }) => isIn(partners, organisation))
  const each = own.flatMap(role => ofRole(role, today))
  const all = [
    ...ofWhoLeft(roles, partners),
    ...ofAgreement(plan),
    ...each,
    ...ofWhoHoldsMuch(own),
    ...ofWithoutAnyone(roles, partners),
  ]
  return all.toSorted((one, other) => gravity.indexOf(one.kind) - gravity.indexOf(other.kind))
}

const gravity: WarningKind[] = [
  'organisation-left',
  'no-holder',
  'holder-leaves',
  'agreement-ends',
  'own-deputy',
  'no-deputy',
  'deputy-leaves',
  'holds-many',
  'nobody-of-partner',
  'nowhere',
  'stale',
]

/** A warning where it is not plain which role it is about. */
export const warningWords = ({ title, says }: Warning): string =>
  title === null ? says : `${title}: ${says.slice(0, 1).toLowerCase()}${says.slice(1)}`

/** What cannot go on as it is, and asks an organisation to act. */
const waiting = new Set<WarningKind>([
  'organisation-left',
  'no-holder',
  'holder-leaves',
  'nobody-of-partner',
  'agreement-ends',
  'stale',
])

/** Whether a warning waits for an organisation, rather than is good to know. */
export const waitsFor = ({ kind, organisationId }: Warning, id: string | undefined): boolean =>
  id !== undefined && waiting.has(kind) && (organisationId === null || organisationId === id)
