import { expect, test } from 'vitest'
import type { PhaseSince } from '#features/projects/index.ts'
import { nothingPlanned, type PlanParts, phasesOf } from './plan.ts'

const today = '2026-11-21'
const said = (parts: Partial<PlanParts>): PlanParts => ({ ...nothingPlanned, title: 'Bins', ...parts })

test('a first phase begins on its start date, or today', () => {
  expect(phasesOf(said({ phase: 'idea' }), today)).toEqual([{ phase: 'idea', since: today }])
  expect(phasesOf(said({ phase: 'alpha', starts_on: '2027-01-05' }), today)).toEqual([
    { phase: 'alpha', since: '2027-01-05' },
  ])
  expect(phasesOf(said({}), today)).toEqual([])
})

const discovery: PhaseSince = { phase: 'discovery', since: '2026-06-01' }

test('another phase is added, from today where its start date was not moved on', () => {
  const before = { phase_history: [discovery], starts_on: '2026-06-01' }
  expect(phasesOf(said({ ...before, phase: 'alpha' }), today)).toEqual([
    discovery,
    { phase: 'alpha', since: today },
  ])
  expect(phasesOf(said({ ...before, phase: 'alpha', starts_on: '2026-10-01' }), today)).toEqual([
    discovery,
    { phase: 'alpha', since: '2026-10-01' },
  ])
})

test('the same phase stays one, and its start date can be put right', () => {
  const before: Partial<PlanParts> = { phase_history: [discovery], phase: 'discovery' }
  expect(phasesOf(said(before), today)).toEqual([discovery])
  expect(phasesOf(said({ ...before, starts_on: '2026-05-01' }), today)).toEqual([
    { phase: 'discovery', since: '2026-05-01' },
  ])
})
