import { describe, expect, test } from 'vitest'
import { partnerQuery, partnersPath } from './partner-query.ts'
import {
  addFindings,
  type Fact,
  type Findings,
  facts,
  isAlike,
  lookFurther,
  rankPartners,
  usualWeights,
  type Weights,
} from './partners.ts'

/** Numbers from 0 to 1, the same for the same seed. */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const names = Array.from({ length: 60 }, (_, n) => `organisation-${String(n).padStart(2, '0')}`)

function madeFindings(random: () => number): Findings {
  return new Map(
    facts.map(fact => [
      fact,
      new Map(
        names
          .filter(() => random() < 0.4)
          .map(name => [name, { of: 1 + Math.floor(random() * 100), says: `${fact} of ${name}` }]),
      ),
    ]),
  )
}

const madeWeights = (random: () => number) =>
  Object.fromEntries(facts.map(fact => [fact, Math.floor(random() * 6)])) as Weights

const seeds = Array.from({ length: 50 }, (_, seed) => seed)

describe('the rank of partners', () => {
  test('reasons add up to each score, no partner is without one, and the best come first', () => {
    for (const seed of seeds) {
      const random = randomFrom(seed)
      const ranked = rankPartners(madeFindings(random), madeWeights(random))
      for (const { score, reasons } of ranked) {
        expect(reasons.length).toBeGreaterThan(0)
        expect(reasons.reduce((sum, { points }) => sum + points, 0)).toBe(score)
        expect(reasons.every(({ points }) => Number.isInteger(points) && points > 0)).toBe(true)
      }
      expect(ranked.map(({ score }) => score)).toEqual(
        ranked.map(({ score }) => score).toSorted((a, b) => b - a),
      )
    }
  })

  test('to take a fact away, or its weight, takes its reason away and its points, and nothing else', () => {
    for (const seed of seeds) {
      const random = randomFrom(seed)
      const findings = madeFindings(random)
      const fact = facts[Math.floor(random() * facts.length)]!
      const before = rankPartners(findings, usualWeights)
      const unweighted = rankPartners(findings, { ...usualWeights, [fact]: 0 })
      const unknown = rankPartners(new Map([...findings].filter(([name]) => name !== fact)), usualWeights)
      expect(unweighted).toEqual(unknown)
      const after = new Map(unknown.map(partner => [partner.organisationId, partner]))
      for (const { organisationId, reasons } of before) {
        const left = reasons.filter(reason => reason.fact !== fact)
        expect(after.get(organisationId)?.reasons ?? []).toEqual(left)
      }
    }
  })

  test('who has the problem stands before who is only alike, in all there is to compare', () => {
    const found = (id: string, of: number) => new Map([[id, { of, says: '' }]])
    const alike: Fact[] = ['type', 'tier', 'size', 'density', 'rurality', 'deprivation', 'ages', 'distance']
    const findings: Findings = new Map([
      ...alike.map(fact => [fact, found('alike', 100)] as const),
      ['same-problem', found('has-it', 50)],
    ])
    expect(rankPartners(findings, usualWeights).map(({ organisationId }) => organisationId)).toEqual([
      'has-it',
      'alike',
    ])
  })

  test('of two sources of one fact the stronger stands, whichever comes first', () => {
    const weak: Findings = new Map([['same-service', new Map([['a', { of: 40, says: 'beside it' }]])]])
    const strong: Findings = new Map([['same-service', new Map([['a', { of: 100, says: 'the same' }]])]])
    for (const order of [
      [weak, strong],
      [strong, weak],
    ]) {
      const all = order.reduce(addFindings, new Map())
      expect(rankPartners(all, usualWeights)[0]!.reasons).toEqual([
        { fact: 'same-service', points: 900, says: 'the same' },
      ])
    }
  })
})

describe('looking past the neighbours', () => {
  const partner = (organisationId: string) => ({ organisationId, score: 1, reasons: [] })
  const ranked = names.map(partner)
  const idsOf = (partners: { organisationId: string }[]) =>
    partners.map(({ organisationId }) => organisationId)

  test('has one that is far and alike in every ten, and keeps all others in their order', () => {
    const far = new Set([names[40], names[45], names[50], names[51], names[52], names[53]])
    const order = idsOf(lookFurther(ranked, id => far.has(id)))
    for (let at = 0; at + 10 <= order.length; at += 10)
      expect(order.slice(at, at + 10).some(id => far.has(id))).toBe(true)
    expect(order.toSorted()).toEqual(names)
    expect(order.filter(id => !far.has(id))).toEqual(names.filter(id => !far.has(id)))
    expect(order[9]).toBe(names[40])
  })

  test('changes nothing where one is there already, or where there is none', () => {
    expect(lookFurther(ranked, id => id.endsWith('5'))).toEqual(ranked)
    expect(lookFurther(ranked, () => false)).toEqual(ranked)
    expect(lookFurther(ranked.slice(0, 7), id => id === names[3])).toEqual(ranked.slice(0, 7))
  })

  test('calls alike only who is so in most of what councils are compared by', () => {
    const compared: Fact[] = ['type', 'tier', 'size', 'density', 'rurality', 'deprivation', 'ages']
    const found = { of: 100, says: '' }
    /** One that is alike in some of what another is alike in altogether. */
    const isAlikeIn = (of: Fact[], among = compared) =>
      isAlike(
        new Map(
          [...of, ...among].map(fact => [
            fact,
            new Map([['b', found], ...(of.includes(fact) ? [['a', found] as const] : [])]),
          ]),
        ),
        'a',
      )
    expect(isAlikeIn(['type', 'size', 'density', 'ages'])).toBe(true)
    expect(isAlikeIn(['type', 'size', 'density'])).toBe(false)
    expect(isAlikeIn(['same-problem', 'offers', 'same-service', 'timing'])).toBe(false)
    expect(isAlikeIn(['type', 'size', 'density', 'rurality'], compared.slice(0, 6))).toBe(true)
    expect(isAlikeIn(['type', 'size', 'density'], compared.slice(0, 6))).toBe(false)
    expect(isAlikeIn(['type', 'tier', 'size'], ['type', 'tier', 'size'])).toBe(false)
  })
})

test('weights go into the address and come back, and what is no weight is the usual one', () => {
  const query = partnerQuery.parse({ distance: '0', type: '5', size: 'x', ages: '9', further: 'no' })
  expect(query).toEqual({
    weights: { ...usualWeights, distance: 0, type: 5 },
    looksFurther: false,
    most: 20,
  })
  const path = partnersPath('/problems/a/partners', query)
  expect(path).toBe('/problems/a/partners?type=5&distance=0&further=no')
  expect(partnerQuery.parse(Object.fromEntries(new URLSearchParams(path.split('?')[1])))).toEqual(query)
})
