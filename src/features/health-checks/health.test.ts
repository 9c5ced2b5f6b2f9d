import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  allWell,
  concernsOf,
  driftsOf,
  type Level,
  type Levels,
  needsFriend,
  questions,
  type Reply,
  type Round,
} from './health.ts'

const organisation = (at: number) => ({ id: `o${at}`, name: `Council ${at}`, slug: `council-${at}` })

const reply = (at: number, levels: Partial<Levels> = {}): Reply => ({
  ...allWell,
  ...levels,
  organisation: organisation(at),
  note: null,
  answered_at: new Date('2026-12-01T09:00:00Z'),
})

const round = (month: string, ...replies: Reply[]): Round => ({ id: month, month, replies })
const level = fc.constantFrom<Level>(1, 2, 3)
const replies = fc
  .array(fc.record({ aims: level, pace: level, deciding: level, language: level, cover: level }), {
    maxLength: 6,
  })
  .map(all => all.map((levels, at) => reply(at, levels)))

describe('what to talk about', () => {
  test('is nothing where all say yes to all', () => {
    fc.assert(
      fc.property(fc.nat(6), count => {
        const all = Array.from({ length: count }, (_, at) => reply(at))
        expect(concernsOf([round('2026-12-01', ...all)])).toEqual([])
        expect(needsFriend([round('2026-12-01', ...all)])).toBe(false)
      }),
    )
  })

  test('is each question to which someone does not say yes, with everyone who answered, once', () => {
    fc.assert(
      fc.property(replies, all => {
        const concerns = concernsOf([round('2026-12-01', ...all)])
        const expected = questions.filter(question => all.some(one => one[question] < 3))
        expect(concerns.map(({ question }) => question).toSorted()).toEqual(expected.toSorted())
        for (const { said } of concerns)
          expect(said.flatMap(({ organisations }) => organisations.map(({ id }) => id)).toSorted()).toEqual(
            all.map(one => one.organisation.id).toSorted(),
          )
      }),
    )
  })

  test('does not depend on the order of organisations', () => {
    fc.assert(
      fc.property(replies, all => {
        const asIs = concernsOf([round('2026-12-01', ...all)]).map(({ question }) => question)
        const turned = concernsOf([round('2026-12-01', ...all.toReversed())]).map(({ question }) => question)
        expect(turned).toEqual(asIs)
      }),
    )
  })

  test('begins with a no, and names who said better of it before, also months ago', () => {
    const rounds = [
      round('2026-12-01', reply(1, { cover: 1, aims: 2 }), reply(2)),
      round('2026-11-01', reply(2)),
      round('2026-10-01', reply(1, { cover: 1 }), reply(2)),
    ]
    const [first, second] = concernsOf(rounds)
    expect([first!.question, first!.spread, first!.fell]).toEqual(['cover', 2, []])
    expect([second!.question, second!.fell.map(({ name }) => name)]).toEqual(['aims', ['Council 1']])
  })
})

describe('someone from outside', () => {
  test('is offered where a no stands for two months', () => {
    const no = reply(1, { deciding: 1 })
    expect(needsFriend([round('2026-12-01', no), round('2026-11-01', reply(1))])).toBe(false)
    expect(needsFriend([round('2026-12-01', no), round('2026-11-01', no)])).toBe(true)
  })

  test('is offered where three questions trouble someone', () => {
    expect(needsFriend([round('2026-12-01', reply(1, { aims: 2, pace: 2 }), reply(2, { cover: 2 }))])).toBe(
      true,
    )
  })
})

describe('drift over time', () => {
  test('says who said what in each month, and how the part of yes changed', () => {
    const [aims] = driftsOf([
      round('2026-12-01', reply(1, { aims: 1 }), reply(0)),
      round('2026-11-01'),
      round('2026-10-01', reply(0)),
    ])
    expect(aims!.lines.map(({ organisation, said }) => [organisation.name, said])).toEqual([
      ['Council 0', [3, null, 3]],
      ['Council 1', [1, null, null]],
    ])
    expect(aims!.change).toEqual({
      from: { month: '2026-10-01', yes: 1, of: 1 },
      to: { month: '2026-12-01', yes: 1, of: 2 },
    })
  })

  test('has no change where all stays as it was, however many answer', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 6 }),
        level,
        (now, before, aims) => {
          const all = (count: number) => Array.from({ length: count }, (_, at) => reply(at, { aims }))
          const drifts = driftsOf([round('2026-12-01', ...all(now)), round('2026-11-01', ...all(before))])
          expect(drifts.map(({ change }) => change)).toEqual(questions.map(() => null))
        },
      ),
    )
  })

  test('keeps every answer once', () => {
    fc.assert(
      fc.property(fc.array(replies, { maxLength: 5 }), months => {
        const rounds = months.map((all, at) => round(`2026-${12 - at}-01`, ...all))
        const given = months.flat().length
        for (const { lines } of driftsOf(rounds))
          expect(lines.flatMap(({ said }) => said).filter(one => one !== null)).toHaveLength(given)
      }),
    )
  })
})
