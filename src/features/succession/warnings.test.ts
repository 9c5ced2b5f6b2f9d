import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CollaborationPartner } from '#features/collaborations/index.ts'
import { isThere, type Keeper, type SuccessionRole, whoIs } from './succession.ts'
import { type WarningKind, warningsOf } from './warnings.ts'

const today = '2026-11-22'
const organisation = (at: number) => ({ id: `o${at}`, name: `Council ${at}`, slug: `council-${at}` })
const partner = (at: number, state: CollaborationPartner['state'] = 'joined'): CollaborationPartner => ({
  organisation: organisation(at),
  state,
  roles: [],
  asked_at: new Date('2026-01-01'),
  decided_at: null,
})

const person = (id: string, more: Partial<Extract<Keeper, { kind: 'person' }>> = {}): Keeper => ({
  kind: 'person',
  id,
  isIn: true,
  leaving: null,
  ...more,
})

const roleOf = (id: string, more: Partial<SuccessionRole> = {}): SuccessionRole => ({
  id,
  collaborationId: 'c',
  organisation: organisation(1),
  title: `Role ${id}`,
  holder: person('a'),
  deputy: person('b'),
  keptWhere: 'The safe',
  note: null,
  lookedAt: new Date('2026-11-01T12:00:00Z'),
  lookedBy: organisation(1),
  ...more,
})

const kindsOf = (roles: SuccessionRole[], more: Partial<Parameters<typeof warningsOf>[0]> = {}) =>
  warningsOf({ roles, partners: [partner(1)], today, agreementEndsOn: null, ...more }).map(({ kind }) => kind)

test('a role with a holder, another deputy and a place, looked at lately, warns of nothing', () => {
  expect(kindsOf([roleOf('1')])).toEqual([])
})

test.each<[WarningKind, Partial<SuccessionRole>]>([
  ['no-holder', { holder: null }],
  ['no-holder', { holder: person('a', { isIn: false }) }],
  ['holder-leaves', { holder: person('a', { leaving: { lastDay: '2026-12-04' } }) }],
  ['no-deputy', { deputy: null }],
  ['no-deputy', { deputy: person('b', { isIn: false }) }],
  ['deputy-leaves', { deputy: person('b', { leaving: { lastDay: null } }) }],
  ['own-deputy', { deputy: person('a') }],
  [
    'own-deputy',
    {
      holder: { kind: 'elsewhere', jobTitle: 'Web lead' },
      deputy: { kind: 'elsewhere', jobTitle: 'web lead ' },
    },
  ],
  ['nowhere', { keptWhere: null }],
  ['stale', { lookedAt: new Date('2026-05-22T09:00:00Z') }],
])('a role warns of “%s”', (kind, more) => {
  expect(kindsOf([roleOf('1', more)])).toEqual([kind])
})

test('a holder who gave notice is said to leave, on which day', () => {
  const role = roleOf('1', { holder: person('a', { leaving: { lastDay: '2026-12-04' } }) })
  const [warning] = warningsOf({ roles: [role], partners: [partner(1)], today, agreementEndsOn: null })
  expect(warning!.says).toContain('leaving on 4 December 2026')
})

test('an agreement warns from ninety days before its end, and after it', () => {
  const kinds = (agreementEndsOn: string) => kindsOf([roleOf('1')], { agreementEndsOn })
  expect(kinds('2027-02-21')).toEqual([])
  expect(kinds('2027-02-20')).toEqual(['agreement-ends'])
  expect(kinds('2026-11-01')).toEqual(['agreement-ends'])
})

test('what an organisation that has left held is said once, and nothing else of it', () => {
  const roles = [roleOf('1', { holder: null }), roleOf('2', { deputy: null })]
  const warnings = warningsOf({ roles, partners: [partner(1, 'left')], today, agreementEndsOn: null })
  expect(warnings.map(({ kind, roleIds }) => [kind, roleIds])).toEqual([['organisation-left', ['1', '2']]])
})

test('what was looked at half a year ago, to the day, is old', () => {
  const isOld = (looked: string) =>
    kindsOf([roleOf('1', { lookedAt: new Date(`${looked}T12:00:00Z`) })]).includes('stale')
  expect([isOld('2026-05-24'), isOld('2026-05-23')]).toEqual([false, true])
})

const keeper = fc.oneof(
  fc.constant(null),
  fc.constantFrom('Web lead', 'Budget holder').map((jobTitle): Keeper => ({ kind: 'elsewhere', jobTitle })),
  fc
    .record({ id: fc.constantFrom('a', 'b', 'c'), isIn: fc.boolean(), leaves: fc.boolean() })
    .map(({ id, isIn, leaves }) => person(id, { isIn, leaving: leaves ? { lastDay: null } : null })),
)
const plan = fc.record({
  states: fc.array(fc.constantFrom('joined', 'left', 'asked', 'declined'), { minLength: 3, maxLength: 3 }),
  roles: fc.array(fc.record({ of: fc.nat({ max: 2 }), holder: keeper, deputy: keeper }), { maxLength: 8 }),
})

const made = ({ states, roles }: typeof plan extends fc.Arbitrary<infer Made> ? Made : never) => ({
  partners: states.map((state, at) => partner(at, state)),
  roles: roles.map(({ of, ...keepers }, at) =>
    roleOf(`r${at}`, { ...keepers, organisation: organisation(of) }),
  ),
  today,
  agreementEndsOn: null,
})

describe('whatever stands in a plan', () => {
  const joined = (partners: CollaborationPartner[]) =>
    new Set(partners.filter(({ state }) => state === 'joined').map(partner => partner.organisation.id))
  const idsOf = (given: ReturnType<typeof made>, kind: WarningKind) =>
    new Set(
      warningsOf(given)
        .filter(warning => warning.kind === kind)
        .flatMap(({ roleIds }) => roleIds),
    )

  test('a role of a partner is warned of exactly where nobody is there to hold it, or to stand in', () => {
    fc.assert(
      fc.property(plan.map(made), given => {
        const own = given.roles.filter(({ organisation: { id } }) => joined(given.partners).has(id))
        const without = (as: 'holder' | 'deputy') =>
          new Set(own.filter(role => !isThere(role[as])).map(({ id }) => id))
        expect(idsOf(given, 'no-holder')).toEqual(without('holder'))
        expect(idsOf(given, 'no-deputy')).toEqual(without('deputy'))
      }),
    )
  })

  test('whoever holds two roles or more of one partner is warned of once, with all of them', () => {
    fc.assert(
      fc.property(plan.map(made), given => {
        const warned = warningsOf(given).filter(({ kind }) => kind === 'holds-many')
        const own = given.roles.filter(({ organisation: { id } }) => joined(given.partners).has(id))
        const held = Map.groupBy(
          own.filter(({ holder }) => isThere(holder)),
          ({ organisation: { id }, holder }) => `${id} ${whoIs(holder)}`,
        )
        const many = [...held.values()].filter(roles => roles.length > 1)
        expect(warned.map(({ roleIds }) => roleIds.toSorted().join()).toSorted()).toEqual(
          many
            .map(roles =>
              roles
                .map(({ id }) => id)
                .toSorted()
                .join(),
            )
            .toSorted(),
        )
      }),
    )
  })

  test('a partner is warned of exactly where nobody of it is there', () => {
    fc.assert(
      fc.property(plan.map(made), given => {
        const present = new Set(
          given.roles
            .filter(({ holder, deputy }) => isThere(holder) || isThere(deputy))
            .map(({ organisation: { id } }) => id),
        )
        const missing = [...joined(given.partners)].filter(id => !present.has(id))
        expect(
          warningsOf(given)
            .filter(({ kind }) => kind === 'nobody-of-partner')
            .map(({ organisationId }) => organisationId),
        ).toEqual(missing)
      }),
    )
  })

  test('no warning is of a role that is not there, and every role of who left is in one', () => {
    fc.assert(
      fc.property(plan.map(made), given => {
        const ids = new Set(given.roles.map(({ id }) => id))
        for (const { roleIds } of warningsOf(given)) for (const id of roleIds) expect(ids.has(id)).toBe(true)
        const left = given.roles.filter(({ organisation: { id } }) => !joined(given.partners).has(id))
        expect(idsOf(given, 'organisation-left')).toEqual(new Set(left.map(({ id }) => id)))
      }),
    )
  })
})
