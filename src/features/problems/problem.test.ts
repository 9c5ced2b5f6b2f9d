import { expect, test } from 'vitest'
import { differencesIn } from './differences.ts'
import { freeProblemSlug, type ProblemParts } from './problem.ts'
import { changedParts, isNarrower, missingParts } from './problem-parts.ts'

const said: ProblemParts = {
  title: 'Missed bins',
  happens: 'Bins are missed.',
  affected: null,
  evidence: null,
  evidence_links: [],
  cost_band: null,
  cost: null,
  tried: null,
  service_id: null,
  good_outcome: null,
  visibility: null,
}

test('an address is the first that is free', () => {
  expect(freeProblemSlug('bins', new Set())).toBe('bins')
  expect(freeProblemSlug('bins', new Set(['bins', 'bins-2']))).toBe('bins-3')
  expect(freeProblemSlug('new', new Set())).toBe('new-2')
})

test('what must be said is who is affected, how they know and who may see it; no solution is asked', () => {
  expect(missingParts(said)).toEqual(['affected', 'evidence', 'visibility'])
  expect(missingParts({ ...said, affected: 'a', evidence: 'b', visibility: 'public' })).toEqual([])
})

test('parts that differ are told once each, in the order of the steps', () => {
  const after = {
    ...said,
    title: 'Late bins',
    happens: 'Bins are late.',
    evidence_links: ['https://a.example/'],
  }
  expect(changedParts(said, after)).toEqual(['what-happens', 'evidence'])
  expect(changedParts(said, { ...said, evidence_links: [] })).toEqual([])
})

test('a problem is shown to fewer people when a wider circle becomes a narrower one', () => {
  expect(isNarrower('public', 'public-sector')).toBe(true)
  expect(isNarrower('public-sector', 'partners')).toBe(true)
  expect(isNarrower('partners', 'public')).toBe(false)
  expect(isNarrower('public', 'public')).toBe(false)
  expect(isNarrower(null, 'partners')).toBe(false)
})

test('differences stand under the headings that changed, services by their names', () => {
  const after = { ...said, service_id: 524 }
  const services = new Map([[524, { name: 'Household waste collection' }]])
  expect(differencesIn(said, after, services)).toEqual([
    { title: 'Service', stretches: [{ text: 'Household waste collection', change: 'added' }] },
  ])
  expect(differencesIn(null, said, services).map(({ title }) => title)).toEqual(['Title', 'What happens'])
})
