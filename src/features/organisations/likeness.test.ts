import { expect, test } from 'vitest'
import { type CouncilFigures, nearestCouncils, peoplePerKm2 } from './likeness.ts'

const council = (
  id: string,
  population: number | null,
  areaKm2: number | null,
  deprivationDecile: number | null,
  shareUrban: number | null,
): CouncilFigures => ({ id, population, areaKm2, deprivationDecile, shareUrban })

const group = [
  council('town', 100_000, 50, 3, 1),
  council('like-town', 110_000, 60, 3, 0.95),
  council('big-city', 900_000, 120, 2, 1),
  council('moor', 60_000, 2000, 8, 0.05),
]

test('the council with the nearest figures comes first, and never itself', () => {
  expect(nearestCouncils(group[0]!, group, 9).map(({ id }) => id)).toEqual(['like-town', 'big-city', 'moor'])
})

test('only as many as were asked for are named', () => {
  expect(nearestCouncils(group[0]!, group, 1)).toHaveLength(1)
})

test('a figure weighs by how much councils differ in it, not by its size in digits', () => {
  const same = { areaKm2: null, deprivationDecile: 5 }
  const one = { id: 'one', population: 100_000, shareUrban: 0.5, ...same }
  const morePeople = { id: 'more-people', population: 101_000, shareUrban: 0.5, ...same }
  const otherPlace = { id: 'other-place', population: 100_000, shareUrban: 0.9, ...same }
  const far = { id: 'far', population: 500_000, shareUrban: 0.5, ...same }
  expect(nearestCouncils(one, [one, far, otherPlace, morePeople], 3)[0]?.id).toBe('more-people')
})

test('a council that shares fewer than three known figures is not compared', () => {
  const unknown = council('unknown', 100_000, 50, null, null)
  expect(nearestCouncils(group[0]!, [...group, unknown], 9).map(({ id }) => id)).not.toContain('unknown')
  expect(nearestCouncils(unknown, [...group, unknown], 9)).toEqual([])
})

test('equal figures are at no distance', () => {
  const twin = { ...group[0]!, id: 'twin' }
  expect(nearestCouncils(group[0]!, [...group, twin], 1)[0]).toMatchObject({ id: 'twin', distance: 0 })
})

test('density is unknown where the area is', () => {
  expect(peoplePerKm2(council('a', 1000, 10, 1, 1))).toBe(100)
  expect(peoplePerKm2(council('a', 1000, null, 1, 1))).toBeNull()
})
