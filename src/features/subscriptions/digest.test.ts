import { describe, expect, test } from 'vitest'
import { itemsOf, roomFor, slotsAt, type ToTell } from './digest.ts'

const namesAt = (instant: string) => slotsAt(new Date(instant)).map(({ name }) => name)

describe('the mail of a morning', () => {
  test('is due at seven in London, in summer and in winter', () => {
    expect(namesAt('2026-11-24T06:59:00Z')).toEqual(['week 2026-11-23'])
    expect(namesAt('2026-11-24T07:00:00Z')).toEqual(['week 2026-11-23', 'day 2026-11-24'])
    expect(namesAt('2026-06-09T05:59:00Z')).toEqual(['week 2026-06-08'])
    expect(namesAt('2026-06-09T06:00:00Z')).toEqual(['week 2026-06-08', 'day 2026-06-09'])
  })

  test('is that of the week on a Monday, and no other', () => {
    expect(namesAt('2026-11-23T07:00:00Z')).toEqual(['week 2026-11-23'])
    expect(namesAt('2026-11-23T06:00:00Z')).toEqual(['week 2026-11-16', 'day 2026-11-22'])
  })

  test('has one name for a day on which the clocks change', () => {
    const hours = Array.from(
      { length: 17 },
      (_, hour) => `2026-10-25T${String(hour + 7).padStart(2, '0')}:00:00Z`,
    )
    expect(new Set(hours.map(hour => namesAt(hour).at(-1)))).toEqual(new Set(['day 2026-10-25']))
  })
})

const waiting = (more: Partial<ToTell>): ToTell => ({
  id: 'a',
  kind: 'problem',
  subjectId: 'bins',
  subscription: 'Bins',
  frequency: 'daily',
  happening: 'found',
  matchedAt: new Date('2026-11-21T10:00:00Z'),
  ...more,
})

describe('what a mail tells', () => {
  test('a thing stands once, with all that was asked for, even what was to be told more seldom', () => {
    const items = itemsOf(
      [
        waiting({}),
        waiting({ id: 'b', subscription: 'Leeds', frequency: 'weekly', happening: 'problem.solved' }),
        waiting({ id: 'c', subjectId: 'damp', frequency: 'weekly' }),
      ],
      ['at-once', 'daily'],
    )
    expect(items).toHaveLength(1)
    expect(items[0]).toMatchObject({ isNew: true, because: ['Bins', 'Leeds'] })
    expect(items[0]!.told.map(({ id }) => id)).toEqual(['a', 'b'])
  })

  test('what more was asked for goes first, then what is new, then the newest', () => {
    const at = (day: number) => new Date(Date.UTC(2026, 10, day))
    const items = itemsOf(
      [
        waiting({ subjectId: 'old', matchedAt: at(1) }),
        waiting({ subjectId: 'changed', happening: 'problem.changed', matchedAt: at(20) }),
        waiting({ subjectId: 'new', matchedAt: at(10) }),
        waiting({ subjectId: 'both', matchedAt: at(1) }),
        waiting({ subjectId: 'both', subscription: 'Leeds', matchedAt: at(1) }),
      ],
      ['daily'],
    )
    expect(items.map(({ told }) => told[0]!.subjectId)).toEqual(['both', 'new', 'old', 'changed'])
  })

  test.each([
    [{ mostAWeek: null, toldOfLate: 500 }, 40],
    [{ mostAWeek: 5, toldOfLate: 3 }, 2],
    [{ mostAWeek: 5, toldOfLate: 9 }, 0],
  ])('%o leaves room for %i', (wishes, room) => {
    expect(roomFor(wishes)).toBe(room)
  })
})
