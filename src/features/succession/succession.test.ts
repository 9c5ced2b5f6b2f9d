import { describe, expect, test } from 'vitest'
import { draftAgreement, fixAgreement, signAgreement } from '#test/agreeing.ts'
import { collaborate } from '#test/collaborating.ts'
import { subjectsTo } from '#test/planning.ts'
import { handClock, testApp } from '#test/support.ts'

const role = {
  title: 'Code and accounts',
  holder: 'elsewhere',
  holder_title: 'Web team lead',
  kept_where:
    'Code: https://code.example/missed-bins\nAccounts: the password safe of the council, folder Bins',
  note: 'The certificate is renewed every March.',
}

describe('a plan of succession', () => {
  test('says of each role who holds it, who stands in and where everything lives, to partners alone', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app, { form: { visibility: 'public' } })
    const plan = `${path}/succession`
    expect((await owner.get(plan)).body).toContain('No roles yet')
    const named = await owner.post(plan, { ...role, deputy: owner.personId })
    expect(named.statusCode).toBe(303)
    const own = String(named.headers.location).replace(/\?.*/, '')
    expect(own).toMatch(/\/succession\/[0-9a-f-]{36}$/)
    const read = (await partner.get(plan)).body
    for (const words of [
      'Web team lead (not on Pipeline)',
      'https://code.example/missed-bins',
      'folder Bins',
    ])
      expect(read).toContain(words)
    expect((await partner.get(own)).body).toContain('renewed every March')
    expect((await partner.get(path)).body).toContain('Succession')

    const curator = await app.signedIn({ duties: ['curator'] })
    const stranger = await app.signedIn({ of: 'surrey-county-council', role: 'lead' })
    for (const address of [plan, own, `${own}/about`]) {
      expect((await curator.get(address)).statusCode).toBe(404)
      expect((await stranger.get(address)).statusCode).toBe(404)
    }
    expect((await app.get(path)).body).not.toContain('Succession')
  })

  test('is written by each organisation about its own roles', async () => {
    const app = await testApp()
    const { path, owner, partner } = await collaborate(app)
    const plan = `${path}/succession`
    const colleague = await app.signedIn({ of: 'leeds-city-council', name: 'Ash Lee' })
    expect((await owner.get(`${plan}/new?role=Budget`)).body).toContain('Ash Lee')
    const named = await owner.post(plan, { title: 'Budget', holder: colleague.personId })
    const own = String(named.headers.location).replace(/\?.*/, '')
    expect(await subjectsTo(app, colleague.email)).toContain('You are named as Budget')
    expect((await colleague.get(own)).body).toContain('Ash Lee')
    const read = (await partner.get(own)).body
    expect([read.includes('Ash Lee'), read.includes('An officer')]).toEqual([false, true])
    expect((await partner.get(`${own}/about`)).statusCode).toBe(403)
    for (const act of ['about', 'look', 'removal'])
      expect((await partner.post(`${own}/${act}`, role)).statusCode).toBe(403)
    expect((await partner.post(`${own}/taking-over`)).statusCode).toBe(409)
    const stranger = await partner.post(plan, { title: 'Budget', holder: colleague.personId })
    expect(stranger.body).toContain('Choose someone who speaks for your organisation')
    expect((await owner.post(plan, { title: 'budget' })).body).toContain('has a role of this name')
    await colleague.post(`${own}/about`, { ...role, holder: '' })
    expect((await owner.get(own)).body).toContain('Code and accounts')
    expect((await colleague.post(`${own}/removal`)).statusCode).toBe(303)
    expect((await owner.get(own)).statusCode).toBe(404)
  })

  test('takes no password, no key, no name of who is not here, and no address that is not safe', async () => {
    const app = await testApp()
    const { path, owner } = await collaborate(app)
    const refused = async (fields: Record<string, string>) => {
      const answer = await owner.post(`${path}/succession`, { ...role, ...fields })
      expect(answer.statusCode).toBe(422)
      return answer.body
    }
    expect(await refused({ kept_where: 'Server: password: hunter22' })).toContain(
      'looks like it holds a password',
    )
    expect(await refused({ note: 'https://jo:secret@code.example/' })).toContain('an address with a password')
    expect(await refused({ kept_where: 'Code: http://code.example/' })).toContain('begin with https://')
    expect(await refused({ holder_title: 'Jane Smith' })).toContain('Write a job title')
    expect(await refused({ holder_title: '' })).toContain('Write their job title')
    expect(await refused({ title: '' })).toContain('Write what the role is')
  })
})

test('a plan warns when the agreement that stands comes to its end', async () => {
  const clock = handClock()
  const app = await testApp({ clock })
  const { path, owner, partner } = await collaborate(app)
  await owner.post(`${path}/succession`, role)
  await draftAgreement(owner, path)
  await owner.post(`${path}/agreement/terms`, { visibility: 'partners', ends_on: '31 May 2027' })
  const version = await fixAgreement(owner, path)
  await signAgreement(owner, version)
  await signAgreement(partner, version)
  const read = async () => {
    const lead = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
    const pages = [`${path}/succession`, `${path}/succession/pack`]
    return (await Promise.all(pages.map(async page => (await lead.get(page)).body))).map(body =>
      /[^>]*agreement[^<]*31 May 2027[^<]*/i.test(body),
    )
  }
  expect(await read()).toEqual([false, false])
  clock.set('2027-03-15T09:00:00Z')
  expect(await read()).toEqual([true, true])
})
