import { describe, expect, test } from 'vitest'
import { sayWorth } from './contract-worth.ts'
import { sayMissing } from './seats.ts'

const contract = (valuePounds: number | null, startsOn: string | null, endsOn = '2027-03-31') => ({
  valuePounds,
  startsOn,
  endsOn,
})

describe('what contracts are worth', () => {
  test('is said by the year, with how many of them it is known of', () => {
    const [four, none] = [contract(400_000, '2023-04-01'), contract(null, '2023-04-01')]
    expect(sayWorth([four, contract(50_000, '2026-04-01'), none])).toBe(
      '£150,000 a year together, by what registers say of 2 of 3 contracts',
    )
    expect(sayWorth([four])).toBe('£100,000 a year, by what registers say of the contract')
  })

  test('is said in all where the first day is not known, and beside it where some are', () => {
    expect(sayWorth([contract(70_000, null), contract(30_000.4, null)])).toBe(
      '£100,000 in all, over the whole of each contract, by what registers say of both contracts',
    )
    expect(sayWorth([contract(70_000, null), contract(400_000, '2023-04-01')])).toBe(
      '£100,000 a year, and £70,000 in all for 1 contract whose first day is not known, by what registers say of both contracts',
    )
  })

  test('is no more a year than in all where it runs for less, and nothing where none is known', () => {
    expect(sayWorth([contract(60_000, '2027-01-01')])).toBe(
      '£60,000 a year, by what registers say of the contract',
    )
    expect(sayWorth([contract(null, '2023-04-01')])).toBeNull()
  })
})

const council = (type: string) => ({ id: type, type, region: null })

describe('who is missing', () => {
  test('is said by those who are there where most kinds are not', () => {
    expect(sayMissing([council('Metropolitan district'), council('County council')])).toBe(
      'The councils in it so far are county councils and metropolitan boroughs. Councils of other kinds may have the need too, and nothing here says it yet.',
    )
  })

  test('is said by name where few kinds are not there, in words that fit no other kind', () => {
    const there = [
      'County council',
      'Unitary authority',
      'Metropolitan district',
      'London borough',
      'Welsh unitary authority',
    ]
    const said = sayMissing(there.map(council))
    expect(said).toBe(
      'No district council in a county, Scottish council or Northern Ireland district is among them yet.',
    )
  })

  test('is not said of those that are no councils', () => {
    expect(sayMissing([council('Charity')])).toBeNull()
  })
})
