import { describe, expect, test } from 'vitest'
import { groundOfState, joinFacts, latestDate, nothingSaid, type ProjectFacts, stateOn } from './project.ts'

const today = '2026-11-21'
const said = {
  stop_reason: null,
  phase: null,
  starts_on: null,
  ends_on: null,
  finished_on: null,
  dated_on: '2019-03-18',
}

describe('where a project stands', () => {
  test.each([
    ['planned', { starts_on: '2027-01-01', ends_on: '2027-06-30' }],
    ['live', { starts_on: '2026-09-01', ends_on: '2026-11-21' }],
    ['finished', { starts_on: '2026-09-01', ends_on: '2026-11-20' }],
    ['finished', { phase: 'retired' }],
    ['finished', { starts_on: '2026-09-01', ends_on: '2027-06-30', finished_on: '2026-11-21' }],
    ['stopped', { stop_reason: 'no money', finished_on: '2026-11-21' }],
    ['stopped', { stop_reason: 'no money', ends_on: '2027-06-30' }],
    ['earlier', {}],
    ['live', { dated_on: '2024-11-21' }],
    ['earlier', { dated_on: '2024-11-20' }],
    ['planned', { phase: 'idea', dated_on: '2026-11-01' }],
  ] as const)('is %s given %j', (state, facts) => {
    expect(stateOn(today, { ...said, ...facts })).toBe(state)
  })

  test('is explained where the word alone would claim too much', () => {
    const ground = (facts: Partial<Parameters<typeof groundOfState>[0]>) =>
      groundOfState({ state: 'live', ...said, ...facts })
    expect(ground({ state: 'finished', ends_on: '2019-06-28' })).toBe('its estimated end has passed')
    expect(ground({ state: 'finished', phase: 'retired' })).toBeNull()
    expect(ground({ state: 'finished', ends_on: '2019-06-28', finished_on: '2019-07-01' })).toBeNull()
    expect(ground({ state: 'earlier' })).toBe('its sources say nothing after 2019')
    expect(ground({ state: 'stopped', stop_reason: 'no money' })).toBe('no money')
    expect(ground({ state: 'live' })).toBeNull()
  })
})

test('of two sources the first is believed, and the second fills in what it leaves out', () => {
  const page: ProjectFacts = { ...nothingSaid, title: 'On the page', why: 'Because', tags: [] }
  const details: ProjectFacts = {
    ...nothingSaid,
    title: 'In the table',
    department: 'Digital',
    tags: ['waste'],
  }
  expect(joinFacts(page, details)).toEqual({ ...page, department: 'Digital', tags: ['waste'] })
})

test('the latest date of a source is the last one that has come', () => {
  const published = {
    format: 'pipeline-page',
    key: 'pipeline:1',
    url: null,
    facts: { ...nothingSaid, title: 'Bins', starts_on: '2026-10-01', ends_on: '2027-03-31' },
    updates: [{ date: '2026-11-02', text: 'Going well' }],
  } as const
  expect(latestDate({ ...published, updates: [...published.updates] }, today)).toBe('2026-11-02')
  expect(latestDate({ ...published, updates: [] }, '2026-01-01')).toBe('2026-10-01')
})
