import {
  type CollaborationLink,
  collaborationPath,
  joined,
  joinedIds,
} from '#features/collaborations/index.ts'
import { type Decision, decisionPath } from '#features/shared-decisions/index.ts'
import { formatDate, londonDay } from '#ui/date.ts'
import type { KeeperWords } from './name-queries.ts'
import { type Place, placesIn } from './places.ts'
import type { Plan } from './standing-queries.ts'
import { type SuccessionRole, successionPath } from './succession.ts'
import { warningWords } from './warnings.ts'

export type PackFact = { label: string; value: string }

export type PackRole = { title: string; facts: PackFact[]; places: Place[]; note: string | null }

/** A plan of succession on paper: all that whoever comes next needs, as of a day. Addresses are whole. */
export type Pack = {
  title: string
  subtitle: string
  facts: PackFact[]
  toMend: string[]
  organisations: { name: string; hasLeft: boolean; roles: PackRole[] }[]
  decisions: { words: string; review: string; href: string }[]
  links: { organisation: string; words: string; href: string }[]
  closing: string
  address: string
}

type Packed = {
  plan: Plan
  words: KeeperWords
  decisions: Decision[]
  links: CollaborationLink[]
  /** 'YYYY-MM-DD' */
  today: string
  baseUrl: string
}

const packedRole = (role: SuccessionRole, words: KeeperWords): PackRole => ({
  title: role.title,
  facts: [
    { label: 'Holder', value: words(role.holder) },
    { label: 'Deputy', value: words(role.deputy) },
    { label: 'Looked at', value: `${formatDate(londonDay(role.lookedAt))}, by ${role.lookedBy.name}` },
  ],
  places: placesIn(role.keptWhere),
  note: role.note,
})

/** The decisions that are to be looked at again, the soonest first. */
const toReview = (decisions: Decision[]) =>
  decisions
    .filter(({ state, review_on }) => state === 'decided' && review_on !== null)
    .toSorted((one, other) => (one.review_on! < other.review_on! ? -1 : 1))

export function packOf({ plan, words, decisions, links, today, baseUrl }: Packed): Pack {
  const { collaboration, roles, warnings, agreementEndsOn } = plan
  const { slug, said } = collaboration.plan
  const isIn = new Set(joinedIds(collaboration))
  const partners = joined(collaboration).map(({ organisation }) => organisation.name)
  return {
    title: 'Plan of succession',
    subtitle: said.title,
    facts: [
      { label: 'As of', value: formatDate(today) },
      { label: 'Partners', value: partners.join(', ') },
      ...(agreementEndsOn ? [{ label: 'Agreement until', value: formatDate(agreementEndsOn) }] : []),
      { label: 'For', value: 'people of the partners, and nobody else' },
    ],
    toMend: warnings.map(warningWords),
    organisations: [...Map.groupBy(roles, ({ organisation }) => organisation.id)].map(([id, own]) => ({
      name: own[0]!.organisation.name,
      hasLeft: !isIn.has(id),
      roles: own.map(role => packedRole(role, words)),
    })),
    decisions: toReview(decisions).map(({ title, number, outcome, review_on }) => ({
      words: outcome && outcome !== title ? `${title}: ${outcome}` : title,
      review: `look again on ${formatDate(review_on!)}`,
      href: baseUrl + decisionPath(slug, number),
    })),
    links: [
      { organisation: 'All partners', words: 'The collaboration', href: baseUrl + collaborationPath(slug) },
      ...links.map(({ organisation, title, href }) => ({ organisation, words: title, href })),
    ],
    closing: `As of ${formatDate(today)}. What has changed since stands at`,
    address: baseUrl + successionPath(slug),
  }
}
