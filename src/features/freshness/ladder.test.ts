import { describe, expect, test } from 'vitest'
import { dayOfRung, daysAfter, dueOn, ladder, rungReached } from './ladder.ts'
import type { Stage } from './review.ts'

const interval = { days: 90 }

describe('when something is to be confirmed again', () => {
  test('is after the interval of its phase, whatever the clocks do', () => {
    expect(dueOn('2026-03-01', interval, [])).toBe('2026-05-30')
    expect(dueOn('2026-09-30', { days: 60 }, [])).toBe('2026-11-29')
    expect(dueOn('2028-02-28', { days: 2 }, [])).toBe('2028-03-01')
  })

  test('is sooner near a day that it names: two weeks before, then a week after', () => {
    expect(dueOn('2026-11-21', interval, ['2026-12-31'])).toBe('2026-12-17')
    expect(dueOn('2026-12-17', interval, ['2026-12-31'])).toBe('2027-01-07')
    expect(dueOn('2027-01-07', interval, ['2026-12-31'])).toBe('2027-04-07')
  })

  test('is not within two weeks after it was confirmed', () => {
    expect(dueOn('2026-12-10', interval, ['2026-12-31'])).toBe('2027-01-07')
    expect(dueOn('2026-12-31', interval, ['2026-12-31'])).toBe('2027-03-31')
  })
})

type Standing = { stage: Stage; stage_on: string; due_on: string }

/** The stage on each day, moved as the schedule moves it; some days may be missed. */
function climb(days: string[], from: Standing): Map<Stage, string> {
  const reached = new Map<Stage, string>()
  let standing = from
  for (const day of days) {
    const rung = rungReached(day, standing)
    if (!rung) continue
    standing = { ...standing, stage: rung.stage, stage_on: day }
    reached.set(rung.stage, day)
  }
  return reached
}

const fresh: Standing = { stage: 'fresh', stage_on: '2026-01-01', due_on: '2026-03-01' }
const daysFrom = (first: string, count: number) =>
  Array.from({ length: count }, (_, at) => daysAfter(first, at))

describe('what silence leads to', () => {
  test('comes on day 0, 14, 28, 42, 70 and 250 after it was due', () => {
    const reached = climb(daysFrom('2026-02-20', 400), fresh)
    expect(Object.fromEntries(reached)).toEqual({
      owner: '2026-03-01',
      deputy: '2026-03-15',
      leads: '2026-03-29',
      banner: '2026-04-12',
      resting: '2026-05-10',
      archived: '2026-11-06',
    })
    expect(dayOfRung('resting', fresh)).toBe('2026-05-10')
    expect(dayOfRung('banner', { ...fresh, stage: 'owner', stage_on: '2026-03-01' })).toBe('2026-04-12')
    expect(dayOfRung('banner', { ...fresh, stage: 'owner', stage_on: '2026-03-01' }, false)).toBe(
      '2026-03-29',
    )
  })

  test('leaves no rung out after days on which the site stood still, and waits in full on each', () => {
    const reached = climb([...daysFrom('2026-07-01', 1), ...daysFrom('2026-07-02', 300)], fresh)
    expect([...reached.keys()]).toEqual(ladder.map(({ stage }) => stage))
    expect(reached.get('deputy')).toBe('2026-07-15')
  })

  test('does not come again, or go back, when the calendar does', () => {
    const reached = { ...fresh, stage: 'owner' as const, stage_on: '2026-03-01' }
    expect(rungReached('2026-02-28', reached)).toBeNull()
    expect(rungReached('2026-03-01', reached)).toBeNull()
    expect(rungReached('2026-03-15', reached)?.stage).toBe('deputy')
    expect(rungReached('2030-01-01', { ...fresh, stage: 'archived' })).toBeNull()
  })
})
