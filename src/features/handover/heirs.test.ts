import { expect, test } from 'vitest'
import { type Colleague, firstHeir, proposeHeirs } from './heirs.ts'

const [ada, ben, cleo, dan]: Colleague[] = [
  { id: 'a', name: 'Ada', role: 'member' },
  { id: 'b', name: 'Ben', role: 'lead' },
  { id: 'c', name: 'Cleo', role: 'member' },
  { id: 'd', name: 'Dan', role: 'member' },
] as [Colleague, Colleague, Colleague, Colleague]

test('the deputy comes first, then who worked on it last, then leads, then all others, each with the reason', () => {
  const actedOn = new Map([
    [ada.id, new Date('2026-01-01')],
    [dan.id, new Date('2026-06-01')],
  ])
  expect(
    proposeHeirs([ada, ben, cleo, dan], { deputyId: cleo.id, actedOn }).map(({ name, reason }) => [
      name,
      reason,
    ]),
  ).toEqual([
    ['Cleo', 'is its deputy'],
    ['Dan', 'has worked on it'],
    ['Ada', 'has worked on it'],
    ['Ben', 'leads here'],
  ])
})

test('of several nobody is chosen beforehand for no reason', () => {
  const nothing = { deputyId: null, actedOn: new Map() }
  expect(firstHeir(proposeHeirs([ada, cleo], nothing))).toBeUndefined()
  expect(firstHeir(proposeHeirs([ada, ben], nothing))?.name).toBe('Ben')
  expect(firstHeir(proposeHeirs([ada], nothing))?.name).toBe('Ada')
})
