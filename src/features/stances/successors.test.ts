import { describe, expect, test } from 'vitest'
import { insertProblem, trust } from '#test/published-problem.ts'
import { handClock, testApp } from '#test/support.ts'
import { presentOf, type Spoken, standingByPresent, standingOf, type WholeStep } from './successors.ts'

const steps: WholeStep[] = [
  { from: 'west', to: 'middle', happensOn: '2019-04-01' },
  { from: 'east', to: 'middle', happensOn: '2019-04-01' },
  { from: 'middle', to: 'county', happensOn: '2023-04-01' },
  { from: 'split', to: 'north', happensOn: '2023-04-01' },
  { from: 'split', to: 'south', happensOn: '2023-04-01' },
]

describe('the organisation that speaks for one today', () => {
  test.each([
    ['county', '2026-11-21', 'county', 'one that nothing happened to is itself'],
    ['west', '2019-03-31', 'west', 'a merger ahead changes nothing yet'],
    ['west', '2019-04-01', 'middle', 'from the day of the merger it is the successor'],
    ['west', '2026-11-21', 'county', 'and the successor of that, step by step'],
    ['split', '2026-11-21', 'split', 'one that went into several speaks for itself'],
  ])('%s on %s is %s: %s', (from, today, present) => {
    expect(presentOf(from, steps, today)).toBe(present)
  })

  test('steps in a circle end all the same', () => {
    const circle = [
      { from: 'a', to: 'b', happensOn: '2020-01-01' },
      { from: 'b', to: 'a', happensOn: '2020-01-01' },
    ]
    expect(presentOf('a', circle, '2026-11-21')).toBe('b')
  })
})

const said = (organisationId: string, month: number, isLive = true): Spoken => ({
  organisationId,
  isLive,
  confirmedAt: new Date(Date.UTC(2026, month - 1, 1)),
})

describe('the stance that stands for an organisation of today', () => {
  test.each<[string, Spoken[], number | undefined]>([
    ['its own, even if a predecessor spoke later', [said('west', 9), said('county', 3)], 1],
    ['of two predecessors the later', [said('west', 3), said('east', 9)], 1],
    ['what still counts, before its own that has ended', [said('county', 1, false), said('west', 9)], 1],
    ['its own, where nothing counts any more', [said('west', 9, false), said('county', 1, false)], 1],
    ['none, where nobody spoke', [], undefined],
  ])('is %s', (_, stances, expected) => {
    expect(standingOf(stances, 'county')).toBe(expected === undefined ? undefined : stances[expected])
  })

  test('there is one for each organisation of today, whatever the order', () => {
    const stances = [said('west', 3), said('east', 9), said('middle', 1), said('split', 2)]
    for (const order of [stances, stances.toReversed()]) {
      const standing = standingByPresent(order, steps, '2026-11-21')
      expect([...standing.keys()].sort()).toEqual(['county', 'split'])
      expect(standing.get('county')).toBe(stances[1])
    }
  })
})

test('two councils of Surrey that merge have two stances until that day, and one from then on', async () => {
  const clock = handClock()
  const { signedIn, get, db } = await testApp({ clock })
  const merging = ['elmbridge-borough-council', 'epsom-and-ewell-borough-council'] as const
  await trust(db, clock, ...merging, 'east-surrey-council')
  await insertProblem(db, clock, { by: 'leeds-city-council' })
  const [elmbridge, epsom] = [await signedIn({ of: merging[0] }), await signedIn({ of: merging[1] })]
  await elmbridge.post('/problems/missed-bins/stances', { says: 'have-it', seen: '0' })
  clock.forward(60_000)
  await epsom.post('/problems/missed-bins/stances', { says: 'have-it', offers: 'lead', seen: '0' })
  clock.set('2027-03-31T12:00:00Z')
  expect((await get('/problems/missed-bins/stances')).body).toContain('2 councils have it')

  clock.set('2027-04-01T12:00:00Z')
  const merged = await get('/problems/missed-bins/stances')
  expect(merged.body).toContain('1 council has it')
  expect(merged.body).toContain('1 would lead')
  expect(merged.body).toContain('as Epsom and Ewell Borough Council')
  expect(merged.body).not.toContain('Elmbridge')
  const page = await get('/problems/missed-bins/stances/elmbridge-borough-council')
  expect(page.headers.location).toBe('/problems/missed-bins/stances/east-surrey-council')

  const officer = await signedIn({ of: 'east-surrey-council' })
  expect((await officer.get('/problems/missed-bins/stance')).body).toContain(
    'East Surrey Council took over from it',
  )
  await officer.post('/problems/missed-bins/stances', { says: 'fixed-it', how: 'One round.', seen: '0' })
  const own = await get('/problems/missed-bins/stances')
  expect(own.body).toContain('1 council fixed it')
  expect(own.body).not.toContain('has it')
  const late = await signedIn({ of: merging[0] })
  const refused = await late.post('/problems/missed-bins/stances', { says: 'have-it', seen: '1' })
  expect(refused.statusCode).toBe(409)
  expect((await late.get('/problems/missed-bins/stance')).body).toContain('East Surrey Council has spoken')

  await officer.post('/problems/missed-bins/stance/withdrawal')
  const after = await get('/problems/missed-bins/stances')
  expect(after.body).not.toMatch(/councils? (has|fixed|have)/)
  expect(after.body).toContain('took back what they said')
  const history = await get('/problems/missed-bins/stances/east-surrey-council')
  expect(history.body).toContain('for Elmbridge Borough Council')
})
