import { createHash } from 'node:crypto'
import type { Project } from '#features/projects/index.ts'
import { slugOf } from '#plumbing/slug.ts'
import { formatMoneyBand } from '#ui/money.ts'
import { asUri } from './uri.ts'

/** What a release says beyond the project itself. */
export type ReleaseFacts = {
  /** When something of the project was last recorded. */
  changedAt: Date
  services: { id: number; name: string }[]
}

/** Ids in registers of organisations, as org-id writes them: "GB-LAE-LDS". By the id that an organisation has here. */
export type OrgIds = Map<string, string>

export type ReleaseSettings = { prefix: string; baseUrl: string }

type Body = { id: string | null; name: string; slug: string | null }
type Role = 'buyer' | 'partner'
type Party = {
  id: string
  name: string
  identifier?: { scheme: string; id: string; legalName: string; uri?: string }
  roles: Role[]
}

const localList = 'X-PIPELINE'

const withTime = (day: string, time: string) => `${day}T${time}Z`

/** A party with its identifier in a register; one we know without such an id is in a local list of ours, one we only have by name in none. */
function partyOf({ id, name, slug }: Body, role: Role, orgIds: OrgIds, baseUrl: string): Party {
  const orgId = id === null ? undefined : orgIds.get(id)
  const [country, list, ...rest] = orgId?.split('-') ?? []
  const identifier = orgId
    ? { scheme: `${country}-${list}`, id: rest.join('-'), legalName: name }
    : id === null
      ? undefined
      : { scheme: localList, id, legalName: name, uri: `${baseUrl}/organisations/${slug}` }
  return {
    id: identifier ? `${identifier.scheme}-${identifier.id}` : slugOf(name),
    name,
    ...(identifier && { identifier }),
    roles: [role],
  }
}

const pounds = (amount: number | null) => (amount === null ? undefined : { amount, currency: 'GBP' })

function budgetOf({ id, title, budget_min, budget_max, budget_as_published, funding }: Project) {
  const band = formatMoneyBand(budget_min, budget_max)
  const said = [band && `A band: ${band}`, !band && budget_as_published, ...funding.map(({ fund }) => fund)]
  const description = [...new Set(said.filter(Boolean))].join('; ')
  return { ...(description && { description }), amount: pounds(budget_max), project: title, projectID: id }
}

function milestonesOf({ starts_on, ends_on, partners_welcome_until }: Project) {
  const on = (id: string, title: string, type: string, day: string | null) =>
    day === null ? [] : [{ id, title, type, dueDate: withTime(day, '23:59:59') }]
  return [
    ...on('partners', 'Partners are welcome until this day', 'engagement', partners_welcome_until),
    ...on('start', 'The present phase starts', 'preProcurement', starts_on),
    ...on('end', 'The present phase is to end', 'preProcurement', ends_on),
  ]
}

const documentsOf = ({ slug, title, links }: Project, baseUrl: string) => [
  { id: 'page', documentType: 'projectPlan', title, url: `${baseUrl}/projects/${slug}`, format: 'text/html' },
  ...links.flatMap(({ label, url }, at) => {
    const address = asUri(url)
    return address ? [{ id: `link-${at + 1}`, title: label, url: address }] : []
  }),
]

const itemsOf = (services: ReleaseFacts['services'], baseUrl: string) =>
  services.map(({ id, name }) => ({
    id: String(id),
    description: name,
    classification: { scheme: 'LGSL', id: String(id), description: name, uri: `${baseUrl}/services/${id}` },
  }))

const isFilled = (value: unknown) => value !== undefined && (!Array.isArray(value) || value.length > 0)

/** Without parts that say nothing. */
const filled = <Parts extends object>(parts: Parts) =>
  Object.fromEntries(Object.entries(parts).filter(([, value]) => isFilled(value))) as Partial<Parts>

/** How the release of a project is named for good: by the prefix and the project's own id. */
export const ocidOf = (prefix: string, projectId: string) => `${prefix}-${projectId}`

/**
 * A project as a release of the planning stage, with all that is known of it now (an "easy release" of the Open Contracting
 * Data Standard 1.1). Its id changes with what it says.
 */
export function planningRelease(
  project: Project,
  { changedAt, services }: ReleaseFacts,
  orgIds: OrgIds,
  { prefix, baseUrl }: ReleaseSettings,
) {
  const { organisation, organisation_id, partners, title, why, problem } = project
  const buyer = organisation && partyOf({ ...organisation, id: organisation_id }, 'buyer', orgIds, baseUrl)
  const others = partners
    .filter(({ standing }) => standing !== 'asked')
    .map(partner => partyOf({ ...partner, id: partner.organisation_id }, 'partner', orgIds, baseUrl))
  const parties = [
    ...new Map([...others, ...(buyer ? [buyer] : [])].map(party => [party.id, party])).values(),
  ]
  const reference = buyer ? { id: buyer.id, name: organisation!.name } : undefined
  const ocid = ocidOf(prefix, project.id)
  const date = changedAt.toISOString()
  const said = {
    ocid,
    date,
    tag: ['planning'],
    initiationType: 'tender',
    language: 'en',
    ...filled({ parties, buyer: reference }),
    planning: filled({
      rationale: [problem, why].filter(Boolean).join('\n\n') || undefined,
      budget: budgetOf(project),
      documents: documentsOf(project, baseUrl),
      milestones: milestonesOf(project),
    }),
    tender: filled({
      id: project.id,
      title,
      status: 'planning',
      procuringEntity: reference,
      items: itemsOf(services, baseUrl),
      minValue: pounds(project.budget_min),
      value: pounds(project.budget_max),
    }),
  }
  const hash = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 12)
  return { ...said, id: `${ocid}-${date.slice(0, 10)}-${hash}` }
}

export type PlanningRelease = ReturnType<typeof planningRelease>
