import type { Slots } from '#plumbing/feature.ts'
import { type CouncilTraits, listTraits } from './comparison-queries.ts'
import { peoplePerKm2 } from './likeness.ts'
import { typeLabel } from './organisation.ts'

type Load = Slots['partnerFacts']['load']
type Findings = Awaited<ReturnType<Load>>
type Fact = Findings extends Map<infer F, unknown> ? F : never
type Trait = {
  fact: Fact
  find(own: CouncilTraits, other: CouncilTraits): { of: number; says: string } | null
}

const count = (value: number) => Math.round(value).toLocaleString('en-GB')
const percent = (value: number) => `${Math.round(value * 100)}%`

/** 100 where two numbers are the same, falling to 0 where they are `apart` or more; null where one is not known. */
function closeness(own: number | null, other: number | null, apart: number): number | null {
  if (own === null || other === null) return null
  return Math.max(0, Math.round(100 * (1 - Math.abs(own - other) / apart)))
}

const log = (value: number | null) => (value ? Math.log(value) : null)

const tiers = {
  single: 'Also does all that a council does',
  upper: 'Also the upper of two tiers',
  lower: 'Also the lower of two tiers',
  strategic: 'Also a combined authority',
}

/** How far two councils are from one another, in kilometres, as the crow flies. */
export function kilometresBetween(own: CouncilTraits, other: CouncilTraits): number | null {
  const [a, b, c, d] = [own.latitude, own.longitude, other.latitude, other.longitude]
  if (a === null || b === null || c === null || d === null) return null
  const radians = Math.PI / 180
  const half = (from: number, to: number) => Math.sin(((to - from) * radians) / 2) ** 2
  const chord = half(a, c) + Math.cos(a * radians) * Math.cos(c * radians) * half(b, d)
  return 2 * 6371 * Math.asin(Math.sqrt(chord))
}

const farFrom = 150

const traits: Trait[] = [
  {
    fact: 'type',
    find: (own, other) =>
      own.type !== null && own.type === other.type
        ? { of: 100, says: `Also a ${typeLabel(own.type).toLowerCase()}` }
        : null,
  },
  {
    fact: 'tier',
    find: (own, other) =>
      own.tier !== null && own.tier === other.tier ? { of: 100, says: tiers[own.tier] } : null,
  },
  {
    fact: 'size',
    // By ratio: four times as many people have nothing in common.
    find: (own, other) => ({
      of: closeness(log(own.population), log(other.population), Math.log(4)) ?? 0,
      says: `${count(other.population ?? 0)} people, against ${count(own.population ?? 0)}`,
    }),
  },
  {
    fact: 'density',
    find: (own, other) => ({
      of: closeness(log(peoplePerKm2(own)), log(peoplePerKm2(other)), Math.log(6)) ?? 0,
      says: `${count(peoplePerKm2(other) ?? 0)} people a square kilometre, against ${count(peoplePerKm2(own) ?? 0)}`,
    }),
  },
  {
    fact: 'rurality',
    find: (own, other) => ({
      of: closeness(own.shareUrban, other.shareUrban, 0.4) ?? 0,
      says: `${percent(other.shareUrban ?? 0)} live in towns, against ${percent(own.shareUrban ?? 0)}`,
    }),
  },
  {
    fact: 'deprivation',
    find: (own, other) => ({
      of: closeness(own.deprivationDecile, other.deprivationDecile, 4) ?? 0,
      says: `In tenth ${other.deprivationDecile} by deprivation, against ${own.deprivationDecile}`,
    }),
  },
  {
    fact: 'ages',
    find: (own, other) => ({
      of: closeness(own.medianAge, other.medianAge, 8) ?? 0,
      says: `Half are older than ${other.medianAge}, against ${own.medianAge}`,
    }),
  },
  {
    fact: 'distance',
    find: (own, other) => {
      const far = kilometresBetween(own, other)
      return far === null
        ? null
        : { of: closeness(0, far, farFrom)!, says: `${count(far)} km away as the crow flies` }
    },
  },
]

/** What councils have in common with the one that asks; nothing where it is no council of today. */
export const likeTheAsker: Slots['partnerFacts'] = {
  load: async (db, _clock, _actor, { askerId }) => {
    const found: Findings = new Map()
    const councils = askerId === null ? [] : await listTraits(db)
    const own = councils.find(({ id }) => id === askerId)
    if (!own) return found
    const others = councils.filter(({ id }) => id !== askerId)
    for (const { fact, find } of traits) {
      const finding = others.map(other => [other.id, find(own, other)] as const)
      found.set(fact, new Map(finding.flatMap(([id, found]) => (found && found.of > 0 ? [[id, found]] : []))))
    }
    return found
  },
}
