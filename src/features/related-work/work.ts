export type WorkKind = 'project' | 'fund-application' | 'notice'

type WorkFacts = {
  id: string
  kind: WorkKind
  title: string
  path: string
  phase: string | null
  outcome: string | null
  amount_pounds: number | null
  /** As exact as it is known: 2018-12-03, 2018-12 or 2018. */
  dated: string | null
}

/** A project, bid or notice as others point at it, with the keys by which files name it. */
export type Work = WorkFacts & {
  organisation_id: string | null
  keys: string[]
  /** Left out, everyone may find it. */
  is_listed?: boolean
}

export const relations = ['became', 'follows', 'same work'] as const
export type Relation = (typeof relations)[number]

/** One end of a relation as seen from the other. `isFrom`: the record looked at is the one that became or follows. */
export type RelatedWork = WorkFacts & {
  relation: Relation
  isFrom: boolean
  organisation: string | null
  ground: string
}

/** Who a record names: the present name and page where Pipeline knows the body, and the name as published. */
export type NamedBody = { name: string; slug: string | null; name_as_published: string }

/** `said_by`: the organisation itself, or Pipeline's editors with the ground they give. */
export type WorkService = { id: number; name: string; ground: string; said_by: 'editors' | 'owner' }

const headings: Record<Relation, { from: string; to: string }> = {
  became: { from: 'What happened next', to: 'What it came from' },
  follows: { from: 'What it follows', to: 'What followed it' },
  'same work': { from: 'The same work in another source', to: 'The same work in another source' },
}

const order = [
  'What happened next',
  'What followed it',
  'The same work in another source',
  'What it came from',
  'What it follows',
]

/** The related records under the headings a reader understands, what came later first. */
export function groupRelatedWork(related: RelatedWork[]): { heading: string; rows: RelatedWork[] }[] {
  const headingOf = ({ relation, isFrom }: RelatedWork) => headings[relation][isFrom ? 'from' : 'to']
  return order
    .map(heading => ({ heading, rows: related.filter(row => headingOf(row) === heading) }))
    .filter(({ rows }) => rows.length > 0)
}
