import { describe, expect, test } from 'vitest'
import { insertContracts, type MadeContract, wasteWindow } from '#test/made-contracts.ts'
import { write } from '#test/search-index.ts'
import { testApp } from '#test/support.ts'
import { isWritten } from './written-name.ts'

const waste = 524
const pests = 431

async function withContracts(contracts: MadeContract[]) {
  const { get, db, clock } = await testApp()
  const ids = await insertContracts(db, clock, contracts)
  await write(
    db,
    contracts.map(({ title = 'Collection of waste' }, at) => ({ id: ids[at]!, title })),
    'contract',
  )
  return async (problem: string) => {
    const { body } = await get(`/check?${new URLSearchParams({ problem })}`)
    const [, group = ''] = /aria-labelledby="group-contracts">([\s\S]*?)<\/section>/.exec(body) ?? []
    return { group, rows: [...group.matchAll(/href="\/contracts\//g)].length }
  }
}

// The embedder is off in these tests: words alone must do.
describe('contracts that end soon stand on the check page without a service being chosen', () => {
  test('where the text uses an everyday word for their service, a few of them', async () => {
    const answerTo = await withContracts(wasteWindow(waste))
    const { group, rows } = await answerTo('Nobody knows when the bins of a street are due')
    expect(group).toContain('What you wrote is close to Household waste collection')
    expect(group).toContain('Ends on 31 March 2027')
    expect(rows).toBe(3)
    expect(group).toMatch(new RegExp(`href="/horizon\\?service=${waste}[^>]*>3 more contracts`))
  })

  test('where the whole name of their service is in it, and not where half of it is', async () => {
    const made = [{ by: 'leeds-city-council', endsOn: '2027-03-31', serviceId: pests, title: 'Agreement 7' }]
    const answerTo = await withContracts(made)
    const found = await answerTo('Calls about the control of pests are never answered')
    expect(found.group).toContain('What you wrote is close to Pest control')
    expect((await answerTo('We lose control of our letters and forms')).rows).toBe(0)
  })

  test('where it speaks of what their title says', async () => {
    const made = [
      { by: 'leeds-city-council', endsOn: '2027-03-31', title: 'Telephony platform for contact centres' },
      { by: 'kirklees-council', endsOn: '2027-03-31', title: 'Platform lifts' },
      { by: 'adur-district-council', endsOn: '2020-03-31', title: 'Telephony platform' },
    ]
    const answerTo = await withContracts(made)
    const { group, rows } = await answerTo('Our telephony platform drops every third call')
    expect(rows).toBe(1)
    expect(group).toContain('Telephony platform for contact centres')
    expect(group).toMatch(/<mark class="app-mark">telephony platform<\/mark>/)
  })

  test('where it names their product', async () => {
    const made = wasteWindow(waste).map(contract => ({
      ...contract,
      serviceId: undefined,
      product: 'roundplanner',
    }))
    const answerTo = await withContracts(made)
    const { group, rows } = await answerTo('Since we got RoundPlanner nobody can change anything')
    expect(rows).toBe(3)
    expect(group).toContain('You wrote “roundplanner”: it is run under this contract')
    expect(group).toContain('href="/horizon?product=roundplanner"')
    expect(group).toContain('5 organisations’ contracts end together')
  })

  test('and nowhere else', async () => {
    const answerTo = await withContracts(wasteWindow(waste))
    expect((await answerTo('Staff copy notes from one system to another by hand')).rows).toBe(0)
  })
})

test('a name that could be any word is one only where it is written as a name', () => {
  expect(isWritten('Uniform', 'A grant for a school uniform')).toBe(false)
  expect(isWritten('Uniform', 'We moved to Uniform last year')).toBe(true)
  expect(isWritten('ModernGov', 'modernGov, again')).toBe(true)
  expect(isWritten('Power Pages', 'built in power  pages')).toBe(true)
  expect(isWritten('Alloy', 'Alloys rust')).toBe(false)
  expect(isWritten('C++ (old)', 'in c++ (old) still')).toBe(true)
})
