/** What makes an organisation a partner worth asking, in the order in which reasons are told. */
export const facts = [
  'same-problem',
  'offers',
  'same-service',
  'same-system',
  'contracts',
  'timing',
  'worked-together',
  'same-tools',
  'type',
  'tier',
  'size',
  'density',
  'rurality',
  'deprivation',
  'ages',
  'distance',
] as const
export type Fact = (typeof facts)[number]

export const factLabels: Record<Fact, string> = {
  'same-problem': 'The same problem',
  offers: 'What it would do with others',
  'same-service': 'Work on the same service',
  contracts: 'Contracts that end near each other',
  'same-system': 'The same system for the service',
  timing: 'Plans at the same time',
  'worked-together': 'Worked together before',
  'same-tools': 'Tools that both can open',
  type: 'The same type of council',
  tier: 'The same tier',
  size: 'About as many people',
  density: 'About as densely settled',
  rurality: 'As urban or rural',
  deprivation: 'As deprived',
  ages: 'As old or young',
  distance: 'Near to travel to',
}

/** How much each fact counts, 0 to 5. Points go by its square: who has the problem stands before who is only alike. */
export type Weights = Record<Fact, number>
export const mostWeight = 5

/** The problem counts most; where a council lies counts no more than any other fact about it. */
export const usualWeights: Weights = {
  'same-problem': 5,
  offers: 4,
  'same-service': 3,
  'same-system': 2,
  contracts: 3,
  timing: 3,
  'worked-together': 2,
  'same-tools': 1,
  type: 2,
  tier: 1,
  size: 1,
  density: 1,
  rurality: 1,
  deprivation: 1,
  ages: 1,
  distance: 1,
}

/** How far a fact holds of one organisation: a whole number from 1 to 100, and the reason in words. */
export type Finding = { of: number; says: string }

/** What is known of organisations, by fact and then by organisation's id. */
export type Findings = Map<Fact, Map<string, Finding>>

/** A reason, with what it adds to the score. */
export type Reason = { fact: Fact; points: number; says: string }

/** `score` is the sum of the points of its reasons, a whole number. */
export type Partner = { organisationId: string; score: number; reasons: Reason[] }

/** Adds what a source found; where two speak of the same fact of an organisation, the stronger stands. */
export function addFindings(all: Findings, more: Findings): Findings {
  for (const [fact, found] of more) {
    const known = all.get(fact) ?? new Map<string, Finding>()
    for (const [id, finding] of found) if (finding.of > (known.get(id)?.of ?? 0)) known.set(id, finding)
    all.set(fact, known)
  }
  return all
}

/** Organisations by score, best first, equal ones by id. None is without a reason. */
export function rankPartners(findings: Findings, weights: Weights): Partner[] {
  const reasons = new Map<string, Reason[]>()
  for (const fact of facts) {
    for (const [id, { of, says }] of findings.get(fact) ?? []) {
      const points = weights[fact] ** 2 * of
      if (points > 0) reasons.set(id, [...(reasons.get(id) ?? []), { fact, points, says }])
    }
  }
  return [...reasons]
    .map(([organisationId, reasons]) => ({
      organisationId,
      score: reasons.reduce((sum, { points }) => sum + points, 0),
      reasons,
    }))
    .toSorted((a, b) => b.score - a.score || (a.organisationId < b.organisationId ? -1 : 1))
}

/** Facts of what a council is like, wherever it lies. */
const likeness: Fact[] = ['type', 'tier', 'size', 'density', 'rurality', 'deprivation', 'ages']
/** Whether a fact is one that every council has, in a few words: what it is like and where it lies. */
export const isOfLikeness = (fact: Fact) => fact === 'distance' || likeness.includes(fact)

/** Councils are alike in so much of what they can be compared by, and compared by so many facts at least. */
const alike = { share: 4 / 7, facts: 4 }

/** How alike an organisation is to the one that asks: each fact of likeness by how far it holds, 0 to 700. */
export const likenessOf = (findings: Findings, organisationId: string): number =>
  likeness.reduce((sum, fact) => sum + (findings.get(fact)?.get(organisationId)?.of ?? 0), 0)

/** What is known of nobody, as ages are in Scotland, speaks neither for nor against. */
export function isAlike(findings: Findings, organisationId: string): boolean {
  const compared = likeness.filter(fact => (findings.get(fact)?.size ?? 0) > 0).length
  return compared >= alike.facts && likenessOf(findings, organisationId) >= alike.share * 100 * compared
}

const tenth = 10

/**
 * Has one far but similar council in every ten, where there is one: the next best of them takes the last place of the
 * ten. Nobody's score changes.
 */
export function lookFurther(
  ranked: Partner[],
  isFarAndAlike: (organisationId: string) => boolean,
): Partner[] {
  const rest = [...ranked]
  const order: Partner[] = []
  while (rest.length > 0) {
    const ten = rest.splice(0, tenth)
    if (ten.length === tenth && !ten.some(({ organisationId }) => isFarAndAlike(organisationId))) {
      const at = rest.findIndex(({ organisationId }) => isFarAndAlike(organisationId))
      if (at >= 0) {
        rest.unshift(ten.pop()!)
        ten.push(...rest.splice(at + 1, 1))
      }
    }
    order.push(...ten)
  }
  return order
}
