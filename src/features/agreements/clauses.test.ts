import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addUp, type Filled, type Party, wayOf } from './clause.ts'
import { clauseLibrary, clauseOf } from './clause-library.ts'
import { type Canvas, type DraftClause, settle, topicKey } from './draft.ts'
import { equalShares, sharesByPopulation } from './shares.ts'

const party = (slug: string, population: number | null): Party => ({ id: slug, name: slug, slug, population })

const none: Canvas = { resolutions: [], open: [], isUnread: false }

const clause = (key: string, way: string, filled: Filled): DraftClause => ({
  key,
  isIn: true,
  way,
  filled,
  edition: 1,
  changedAt: new Date(0),
  changedBy: 'leeds',
})

const parties = [party('adur', 64_000), party('leeds', 798_000), party('surrey', 1_199_000)]

const money = {
  topic: 'money',
  title: 'Money',
  words: 'A third each.\nFor two years.',
  on: '2026-12-03',
  by: ['adur', 'leeds'],
}

describe('the library of clauses', () => {
  test('has each clause once, with a reason, and two ways or three', () => {
    expect(new Set(clauseLibrary.map(({ key }) => key)).size).toBe(clauseLibrary.length)
    for (const { title, why, settles, ways } of clauseLibrary)
      expect([title, why.endsWith('.'), settles !== '', ways.length > 1 && ways.length < 4]).toEqual([
        title,
        true,
        true,
        true,
      ])
  })

  test('asks for every blank that its words have, and for no other', () => {
    const computed = ['equalShares', 'populationShares']
    for (const { key, ways } of clauseLibrary)
      for (const { paragraphs, blanks } of ways) {
        const named = [...paragraphs.join('\n').matchAll(/\{(\w+)\}/g)].map(found => found[1]!)
        const asked = [...new Set(named)].filter(name => !computed.includes(name)).toSorted()
        expect([key, Object.keys(blanks).toSorted()]).toEqual([key, asked])
      }
  })

  test('falls back on its first way', () => {
    expect(wayOf(clauseOf('costs')!, 'none').key).toBe('equal')
  })
})

describe('a clause of a draft', () => {
  test('says where it comes from: its template, and what was resolved on its topic', () => {
    const { lines } = settle(clause('costs', 'equal', { amount: 900 }), {
      parties,
      canvas: { ...none, resolutions: [money] },
    })
    expect(lines.filter(({ kind }) => kind === 'origin').map(({ text }) => text)).toEqual([
      'Template: Costs and shares (equal shares), version 1',
      'Resolved on 3 December 2026 by adur, leeds: A third each. For two years.',
    ])
  })

  test('in the words of a resolution has nothing in it but these, and cannot outlive it', () => {
    const key = topicKey('money')
    const canvas = { ...none, resolutions: [money] }
    const { title, lines, gaps } = settle(clause(key, '', {}), { parties, canvas })
    expect([title, gaps]).toEqual(['Money', []])
    expect(lines.slice(0, 2).map(({ text }) => text)).toEqual(['A third each.', 'For two years.'])
    expect(settle(clause(key, '', {}), { parties, canvas: none }).gaps).toHaveLength(1)
  })

  test('stays open while a difference on its topic is, or something in it no longer fits', () => {
    const open = { ...none, open: [{ topic: 'money' as const, title: 'Money' }] }
    expect(settle(clause('costs', 'equal', { amount: 900 }), { parties, canvas: open }).gaps).toEqual([
      'The canvas has an open difference on “Money”',
    ])
    const gapsOf = (way: string, filled: Filled, of = parties) =>
      settle(clause('costs', way, filled), { parties: of, canvas: none }).gaps.length
    expect(gapsOf('fixed', { amount: 900, shares: { adur: 20, leeds: 40, surrey: 40 } })).toBe(0)
    expect(gapsOf('fixed', { amount: 900, shares: { adur: 20, leeds: 80 } })).toBe(1)
    expect(gapsOf('fixed', { amount: 900, shares: { adur: 20, leeds: 40, left: 40 } })).toBe(1)
    expect(gapsOf('population', { amount: 900 }, [party('a-charity', null), ...parties])).toBe(1)
    expect(gapsOf('equal', {})).toBe(1)
  })
})

describe('shares', () => {
  const populations = fc.array(fc.integer({ min: 1, max: 10_000_000 }), { minLength: 1, maxLength: 40 })
  const of = (people: number[]) => people.map((population, at) => party(`council-${at}`, population))

  test('equal or by population make exactly 100% whoever takes part, none more than a hundredth off', () => {
    fc.assert(
      fc.property(populations, people => {
        const parties = of(people)
        const total = people.reduce((sum, one) => sum + one, 0)
        const byPeople = sharesByPopulation(parties)!
        expect(addUp(byPeople, parties)).toBe(true)
        expect(addUp(equalShares(parties), parties)).toBe(true)
        for (const { id, population } of parties)
          expect(Math.abs(byPeople[id]! - (population! / total) * 100)).toBeLessThan(0.011)
      }),
    )
  })
})
