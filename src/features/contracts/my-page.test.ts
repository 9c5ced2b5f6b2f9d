import { expect, test } from 'vitest'
import { bringRegister } from '#test/brought-register.ts'
import { testApp } from '#test/support.ts'

const bring = 'href="/organisations/leeds-city-council/contracts/import"'

test('a lead is offered to bring the register of contracts, then finds what waits, then is offered a newer one', async () => {
  const { signedIn } = await testApp()
  const lead = await signedIn({ of: 'leeds-city-council', role: 'lead' })
  const first = (await lead.get('/my')).body
  expect(first).toContain('Bring in the register that Leeds City Council publishes')
  expect(first).toContain(bring)
  const file = await bringRegister(lead)
  const waiting = (await lead.get('/my')).body
  expect(waiting).toContain('register.csv waits to be taken in')
  expect(waiting).toContain(`href="${file}"`)
  await lead.post(`${file}/taking-in`, { which: 'good' })
  const { body } = await lead.get('/my')
  expect(body).not.toContain('waits to be taken in')
  expect(body).toContain('the newest here says how it stood on 1 October 2026')
  expect(body).toContain(bring)
})

test('neither a member nor the lead of a supplier is offered it', async () => {
  const { signedIn } = await testApp()
  for (const standing of [{ of: 'leeds-city-council' }, { of: 'idox', role: 'lead' as const }]) {
    const person = await signedIn(standing)
    expect((await person.get('/my')).body).not.toContain('/contracts/import"')
  }
})

test('a page without contracts leads a member to who may bring them, and says nothing of registers to a supplier', async () => {
  const { signedIn } = await testApp()
  const member = await signedIn({ of: 'leeds-city-council' })
  const { body } = await member.get('/organisations/leeds-city-council/contracts')
  expect(body).toContain('href="/organisations/leeds-city-council/people"')
  const supplier = await signedIn({ of: 'idox', role: 'lead' })
  expect((await supplier.get('/organisations/idox/contracts')).body).not.toContain('transparency code')
})
