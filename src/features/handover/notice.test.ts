import { expect, test } from 'vitest'
import { itemsOf, linkTo, mailsTo, openLeaving } from '#test/handing-over.ts'

test('whoever leaves says their last day, names who takes over, and it is theirs once they say so in the mail', async () => {
  const { app, owner, deputy, lead, notice, handover, readReview, path } = await openLeaving()
  expect((await owner.get('/my')).body).not.toContain('Passing on')
  const { headers } = await notice()
  const { id, last_day, why } = await handover()
  expect(headers.location).toBe(`/handovers/${id}?done=handover-begun`)
  expect([last_day, why]).toEqual(['2026-03-31', 'notice'])
  expect((await mailsTo(app, lead)).map(({ subject }) => subject)).toEqual([
    'A colleague leaves Leeds City Council',
  ])
  expect(JSON.stringify(await mailsTo(app, lead))).not.toContain('Robin')

  const [item] = await itemsOf(app)
  expect(item).toMatchObject({ kind: 'review-owner', state: 'open', path })
  const page = (await owner.get(`/handovers/${id}`)).body
  expect(page).toContain('Sam Leigh, who leads here')
  expect((await owner.get('/my')).body).toContain(`href="/handovers/${id}"`)
  const undecided = await owner.post(`/handovers/${id}/heirs`, { heir: '' })
  expect(undecided.statusCode).toBe(422)
  expect(undecided.body).toContain('Choose who takes over one thing at least')
  await owner.post(`/handovers/${id}/heirs`, { heir: `${item!.id}:${deputy.personId}` })
  expect((await deputy.get('/my')).body).toContain(`href="/handovers/${id}/offer"`)
  expect((await readReview()).owner_id).toBe(owner.personId)

  const link = await linkTo(app, deputy)
  const stranger = app.freshBrowser()
  const asked = (await stranger.get(link)).body
  expect(asked).toContain('Will you take over?')
  expect(asked).toMatch(new RegExp(`value="${item!.id}" checked`))
  expect((await itemsOf(app))[0]!.state).toBe('offered')
  expect((await stranger.post(link, { taken: item!.id })).statusCode).toBe(303)
  expect((await readReview()).owner_id).toBe(deputy.personId)
  expect((await stranger.get(link)).body).not.toContain(item!.title)
  expect((await itemsOf(app))[0]).toMatchObject({ state: 'taken', heir_id: deputy.personId })
  expect((await app.get(`/handovers/from-mail/${'a'.repeat(43)}`)).statusCode).toBe(404)
})

test('what someone does not take goes to the leads with their word; whoever leads may take it, or leave it to nobody', async () => {
  const { app, owner, deputy, lead, notice, handover, readReview, path } = await openLeaving()
  await notice()
  const { id } = await handover()
  const [item] = await itemsOf(app)
  await owner.post(`/handovers/${id}/heirs`, { heir: `${item!.id}:${deputy.personId}` })
  const refusal = await deputy.post(`/handovers/${id}/offer`, { refusal: 'I leave in May myself.' })
  expect(refusal.headers.location).toContain('done=handover-refused')
  expect((await itemsOf(app))[0]).toMatchObject({ state: 'left-to-leads', heir_id: null })
  expect((await mailsTo(app, lead)).at(-1)!.subject).toBe(
    'Who takes this over? 1 thing of Leeds City Council',
  )
  expect((await lead.get(`/handovers/${id}`)).body).toContain('I leave in May myself.')

  await lead.post(`/handovers/${id}/heirs`, { heir: `${item!.id}:nobody` })
  expect((await readReview()).owner_id).toBe(null)
  expect((await app.get(path)).body).toContain('Nobody looks after this at present')

  const [again] = await itemsOf(app)
  expect(again!.state).toBe('held-by-nobody')
})

test('a lead takes what is left to them at once', async () => {
  const { app, owner, lead, notice, handover, readReview } = await openLeaving()
  await notice()
  const { id } = await handover()
  const [item] = await itemsOf(app)
  await owner.post(`/handovers/${id}/heirs`, { heir: `${item!.id}:nobody` })
  expect((await itemsOf(app))[0]!.state).toBe('left-to-leads')
  await lead.post(`/handovers/${id}/heirs`, { heir: `${item!.id}:${lead.personId}` })
  expect((await readReview()).owner_id).toBe(lead.personId)
})

test('on the day after the last day the membership ends, and what nobody has taken says so', async () => {
  const { app, owner, lead, notice, handover, night, membershipOf, readReview, path } = await openLeaving()
  await notice()
  await night('2026-03-31')
  expect((await membershipOf(owner)).state).toBe('confirmed')
  await night('2026-04-01')
  expect(await membershipOf(owner)).toMatchObject({ state: 'ended', ended_by: null })
  expect((await readReview()).owner_id).toBe(null)
  expect((await app.get(path)).body).toContain('Nobody looks after this at present')
  const { id, left_at, ended_at } = await handover()
  expect([left_at !== null, ended_at]).toEqual([true, null])
  expect((await mailsTo(app, lead)).at(-1)!.subject).toBe('A colleague has left Leeds City Council')
  expect((await mailsTo(app, owner)).at(-1)!.subject).toBe('You no longer speak for Leeds City Council')
  expect((await owner.get(`/handovers/${id}`)).statusCode).toBe(404)
  const sessions = await app.db
    .selectFrom('session')
    .select('acting_for')
    .where('person_id', '=', owner.personId)
    .execute()
  expect(sessions).toEqual([{ acting_for: null }])

  const [item] = await itemsOf(app)
  await lead.post(`/handovers/${id}/heirs`, { heir: `${item!.id}:${lead.personId}` })
  expect((await readReview()).owner_id).toBe(lead.personId)
  expect((await handover()).ended_as).toBe('done')
  await night('2026-04-02')
  expect((await mailsTo(app, owner)).length).toBe(1)
})

test('whoever stays takes the notice back: what was taken is given back, and they stay', async () => {
  const { app, owner, deputy, notice, handover, night, membershipOf, readReview } = await openLeaving()
  await notice()
  const { id } = await handover()
  const [item] = await itemsOf(app)
  await owner.post(`/handovers/${id}/heirs`, { heir: `${item!.id}:${deputy.personId}` })
  await deputy.post(`/handovers/${id}/offer`, { taken: item!.id })
  expect((await deputy.post(`/handovers/${id}/withdrawal`)).statusCode).toBe(404)
  expect((await owner.post(`/handovers/${id}/withdrawal`)).statusCode).toBe(303)
  expect((await readReview()).owner_id).toBe(owner.personId)
  expect((await mailsTo(app, deputy)).at(-1)!.subject).toMatch(/^A colleague stays/)
  await night('2026-04-01')
  expect((await membershipOf(owner)).state).toBe('confirmed')
})

test('a lead says it of a member, who hears of it; others can do nothing, and see nothing', async () => {
  const { app, owner, deputy, lead, notice, handover } = await openLeaving()
  const elsewhere = await app.signedIn({ of: 'adur-district-council', role: 'lead' })
  for (const other of [deputy, elsewhere]) expect((await notice('31 March 2026', other)).statusCode).toBe(404)
  for (const wrong of ['', '1 March 2026', '1 April 2027', 'soon'])
    expect((await notice(wrong, lead)).statusCode).toBe(422)
  expect((await notice('31 March 2026', lead)).statusCode).toBe(303)
  const { id, why } = await handover()
  expect(why).toBe('lead')
  expect((await mailsTo(app, owner))[0]!.subject).toBe('Your last day at Leeds City Council: 31 March 2026')
  for (const part of ['', '/offer'])
    expect((await deputy.get(`/handovers/${id}${part}`)).statusCode).toBe(404)
  for (const part of ['', '/pack', '/offer'])
    expect((await elsewhere.get(`/handovers/${id}${part}`)).statusCode).toBe(404)
  const [item] = await itemsOf(app)
  const outsider = { heir: `${item!.id}:${elsewhere.personId}` }
  expect((await lead.post(`/handovers/${id}/heirs`, outsider)).statusCode).toBe(422)
})

test('the pack holds what passes on, what waits and the notes, for colleagues alone', async () => {
  const { app, owner, deputy, notice, handover, path } = await openLeaving()
  await notice()
  const { id } = await handover()
  await owner.post(`/handovers/${id}/note`, { note: 'The papers are in the blue folder.' })
  const { body } = await deputy.get(`/handovers/${id}/pack`)
  for (const words of [
    'blue folder',
    'Robin Ashdown',
    `http://pipeline.test${path}`,
    '>problem · owner<',
    'asked on',
  ])
    expect(body).toContain(words)
  expect((await app.get(`/handovers/${id}/pack`)).statusCode).toBe(303)
})
