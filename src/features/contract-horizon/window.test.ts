import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  addMonths,
  type Ending,
  fewestOrganisations,
  findWindows,
  horizonFrom,
  monthsBetween,
  windowAt,
} from './window.ts'

/** Days of three years, so that ends fall on the last days of months as they do. */
const day = fc.integer({ min: 0, max: 3 * 365 }).map(days => new Date(Date.UTC(2027, 0, 1 + days)))
const monthEnd = day.map(date => new Date(Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + 1, 0)))
const date = fc.oneof(day, monthEnd).map(moment => moment.toISOString().slice(0, 10))

const endings = (maxLength: number) =>
  fc
    .array(fc.record({ organisationId: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'), endsOn: date }), {
      maxLength,
    })
    .map(drawn => drawn.map((ending, at): Ending => ({ id: String(at).padStart(4, '0'), ...ending })))

const organisationsOf = (set: Ending[]) => new Set(set.map(({ organisationId }) => organisationId)).size
const firstOf = (set: Ending[]) => set.map(({ endsOn }) => endsOn).toSorted()[0]!
const lastOf = (set: Ending[]) =>
  set
    .map(({ endsOn }) => endsOn)
    .toSorted()
    .at(-1)!
const idsOf = (set: Ending[]) => set.map(({ id }) => id).toSorted()

/** Calendar months by counting them out one day at a time, with no arithmetic of months. */
function isWithinNineMonths(first: string, last: string): boolean {
  const moment = new Date(`${first}T00:00:00Z`)
  const [year, month, wanted] = [moment.getUTCFullYear(), moment.getUTCMonth() + 9, moment.getUTCDate()]
  let latest = new Date(Date.UTC(year, month, wanted))
  while (latest.getUTCMonth() !== month % 12) latest = new Date(latest.getTime() - 86_400_000)
  return last <= latest.toISOString().slice(0, 10)
}

const subsetsOf = (set: Ending[]): Ending[][] =>
  Array.from({ length: 2 ** set.length }, (_, bits) => set.filter((_, at) => bits & (1 << at)))

/** The largest of all subsets that hold together, then the largest of what remains: by trying every one. */
function bruteForce(set: Ending[]): string[][] {
  const holding = subsetsOf(set).filter(
    subset =>
      organisationsOf(subset) >= fewestOrganisations && isWithinNineMonths(firstOf(subset), lastOf(subset)),
  )
  const [best] = holding.toSorted(
    (a, b) =>
      organisationsOf(b) - organisationsOf(a) || b.length - a.length || (firstOf(a) < firstOf(b) ? -1 : 1),
  )
  if (!best) return []
  return [idsOf(best), ...bruteForce(set.filter(ending => !best.includes(ending)))]
}

const byFirst = (a: string[], b: string[]) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1)

describe('windows', () => {
  test('are those that trying every subset finds', () => {
    fc.assert(
      fc.property(endings(10), drawn => {
        const found = findWindows(drawn).map(window => idsOf(window.endings))
        expect(found.toSorted(byFirst)).toEqual(bruteForce(drawn).toSorted(byFirst))
      }),
      { numRuns: 300 },
    )
  })

  test('are the same in whatever order contracts came', () => {
    const shuffled = endings(60).chain(drawn =>
      fc.tuple(
        fc.constant(drawn),
        fc.shuffledSubarray(drawn, { minLength: drawn.length, maxLength: drawn.length }),
      ),
    )
    fc.assert(
      fc.property(shuffled, ([drawn, inAnother]) => {
        expect(findWindows(inAnother)).toEqual(findWindows(drawn))
      }),
    )
  })

  test('hold no contract twice, lie apart, and two neighbours never fit into nine months', () => {
    fc.assert(
      fc.property(endings(60), drawn => {
        const found = findWindows(drawn)
        const all = found.flatMap(window => idsOf(window.endings))
        expect(new Set(all).size).toBe(all.length)
        for (const [at, { firstEnd, lastEnd, organisations, endings }] of found.entries()) {
          expect([firstEnd, lastEnd]).toEqual([firstOf(endings), lastOf(endings)])
          expect(organisations).toBe(organisationsOf(endings))
          expect(idsOf(endings)).toEqual(
            idsOf(drawn.filter(({ endsOn }) => endsOn >= firstEnd && endsOn <= lastEnd)),
          )
          const next = found[at + 1]
          if (next) expect(isWithinNineMonths(firstEnd, next.lastEnd)).toBe(false)
        }
      }),
    )
  })

  test('say of five contracts that they end within nine months, and not of one a day later', () => {
    const ends = ['2027-06-30', '2027-03-31', '2027-12-31', '2027-09-30', '2027-10-01']
    const set = ends.map((endsOn, at) => ({ id: `${at}`, organisationId: `${at}`, endsOn }))
    expect(findWindows(set)).toMatchObject([
      { firstEnd: '2027-03-31', lastEnd: '2027-12-31', organisations: 5 },
    ])
    const later = set.map(ending => (ending.id === '2' ? { ...ending, endsOn: '2028-01-01' } : ending))
    expect(findWindows(later)).toMatchObject([{ organisations: 4, lastEnd: '2027-10-01' }])
  })

  test('count an organisation once, however many contracts it has', () => {
    const set = ['a', 'a', 'a', 'b'].map((organisationId, at) => ({
      id: `${at}`,
      organisationId,
      endsOn: '2027-03-31',
    }))
    expect(findWindows(set)).toEqual([])
  })
})

describe('the address of a window', () => {
  test('keeps leading to where its first contract is, as long as that is in a window', () => {
    fc.assert(
      fc.property(endings(30), endings(10), (before, added) => {
        const after = findWindows([
          ...before,
          ...added.map(ending => ({ ...ending, id: `new ${ending.id}` })),
        ])
        for (const { firstEnd, endings } of findWindows(before)) {
          const holds = after.find(window => window.endings.some(({ id }) => id === endings[0]!.id))
          if (holds) expect(windowAt(after, firstEnd)).toBe(holds)
        }
      }),
    )
  })

  test('leads to the rest of the window once its first contracts have ended', () => {
    const set = ['2027-03-31', '2027-06-30', '2027-09-30', '2027-10-31'].map((endsOn, at) => ({
      id: `${at}`,
      organisationId: `${at}`,
      endsOn,
    }))
    expect(windowAt(findWindows(set.slice(1)), '2027-03-31')?.firstEnd).toBe('2027-06-30')
    expect(windowAt(findWindows(set.slice(1)), '2026-03-31')).toBeUndefined()
  })
})

describe('months', () => {
  test('end with the month where it is shorter', () => {
    expect(addMonths('2027-05-31', 9)).toBe('2028-02-29')
    expect(addMonths('2026-12-31', 2)).toBe('2027-02-28')
    expect(addMonths('2027-03-31', -1)).toBe('2027-02-28')
  })

  test('ahead are 36, this one the first', () => {
    const { from, to } = horizonFrom('2026-11-22')
    expect([from, to]).toEqual(['2026-11-22', '2029-10-31'])
    expect(monthsBetween(from.slice(0, 7), to.slice(0, 7))).toHaveLength(36)
  })
})
