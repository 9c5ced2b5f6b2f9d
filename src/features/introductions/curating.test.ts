import { describe, expect, test } from 'vitest'
import { askerMail, lettersTo, ownerMail, subjectsTo, twoCouncils, words } from '#test/introducing.ts'

describe('a block', () => {
  test('is a lead’s to set; the asker reads two days later the words of any other no, and the other side hears nothing', async () => {
    const { ask, asker, owner, signedIn, db, drain, morningOf } = await twoCouncils()
    const at = '/organisations/surrey-county-council/introduction-blocks'
    const member = await signedIn({ of: 'surrey-county-council' })
    expect((await member.get(at)).statusCode).toBe(404)
    expect((await owner.post(at, { organisation: 'Leeds City Council' })).statusCode).toBe(303)
    expect((await owner.get(at)).body).toContain('Leeds City Council')
    const path = await ask()
    await drain()
    expect(await subjectsTo(db, ownerMail)).toEqual([])
    expect((await owner.get(path)).statusCode).toBe(404)
    expect((await owner.get('/my')).body).not.toContain(path)
    expect((await asker.get(path)).body).toContain('Surrey County Council has not answered yet')
    await morningOf('2026-11-22')
    expect(await subjectsTo(db, askerMail)).toEqual([])
    await morningOf('2026-11-24')
    expect(await subjectsTo(db, askerMail)).toEqual([
      'Not just now: Surrey County Council about “Missed bins”',
    ])
    const body = (await asker.get(path)).body
    expect(body).toContain('Not just now')
    expect(body).not.toMatch(/block/i)
    const { id } = await db
      .selectFrom('organisation')
      .select('id')
      .where('slug', '=', 'leeds-city-council')
      .executeTakeFirstOrThrow()
    await owner.post(`${at}/removal`, { blocked: id })
    await ask()
    await drain()
    expect(await subjectsTo(db, ownerMail)).toHaveLength(1)
  })

  test('ends what waits as well: what a curator still reads, and what was asked already', async () => {
    const { ask, asker, owner, signedIn, db, drain, morningOf } = await twoCouncils()
    const curator = await signedIn({ duties: ['curator'] })
    const at = '/organisations/surrey-county-council/introduction-blocks'
    await db.deleteFrom('moderation_trusted').where('organisation_id', '=', asker.organisationId!).execute()
    const held = await ask()
    await owner.post(at, { organisation: 'Leeds City Council' })
    await curator.post(`/moderation/cases/introduction/${held.split('/').at(-1)}/release`)
    await drain()
    expect(await subjectsTo(db, ownerMail)).toEqual([])
    await asker.post(`${held}/withdrawal`)
    await owner.post(`${at}/removal`, { blocked: asker.organisationId! })
    const path = await ask()
    await drain()
    await owner.post(at, { organisation: 'Leeds City Council' })
    expect((await owner.get(path)).statusCode).toBe(404)
    expect((await curator.post(`${path}/reminder`)).statusCode).toBe(404)
    await morningOf('2026-11-24')
    expect(await subjectsTo(db, ownerMail)).toHaveLength(1)
    expect(await subjectsTo(db, askerMail)).toEqual([
      'Not just now: Surrey County Council about “Missed bins”',
    ])
  })
})

describe('a curator', () => {
  test('introduces two organisations: both must say yes, the second to the time of the first', async () => {
    const { asker, owner, signedIn, db, drain } = await twoCouncils()
    const curator = await signedIn({ duties: ['curator'] })
    const form = { ...words, one: 'Leeds City Council', other: 'Surrey County Council' }
    expect((await curator.post('/introductions/suggestion', { ...form, other: 'Nowhere' })).statusCode).toBe(
      422,
    )
    const path = String((await curator.post('/introductions/suggestion', form)).headers.location).replace(
      /\?.*/,
      '',
    )
    await drain()
    expect(await subjectsTo(db, askerMail)).toEqual([
      'A curator would introduce you to Surrey County Council',
    ])
    expect(await subjectsTo(db, ownerMail)).toEqual(['A curator would introduce you to Leeds City Council'])
    await owner.post(`${path}/answer`, { answer: 'second' })
    await drain()
    expect((await db.selectFrom('introduction').select('state').execute())[0]!.state).toBe('asked')
    for (const reader of [asker, curator]) expect((await reader.get(path)).body).not.toContain(ownerMail)
    const page = (await asker.get(path)).body
    expect(page).toContain('Yes, Wednesday 13 January 2027, 2:00pm')
    expect(page).not.toContain('Yes, Tuesday')
    await asker.post(`${path}/answer`, { answer: 'first' })
    await drain()
    expect((await subjectsTo(db, ownerMail)).at(-1)).toBe('You meet Leeds City Council')
    expect((await asker.get(path)).body).toContain(ownerMail)
  })

  test('sees what waits, and has it asked once more', async () => {
    const { ask, signedIn, db, drain } = await twoCouncils()
    const path = await ask()
    const curator = await signedIn({ duties: ['curator'] })
    expect((await curator.get('/introductions')).body).toContain(
      'Leeds City Council asks to meet Surrey County Council',
    )
    expect((await curator.post(`${path}/reminder`)).statusCode).toBe(303)
    expect((await curator.post(`${path}/reminder`)).statusCode).toBe(409)
    await drain()
    expect(await subjectsTo(db, ownerMail)).toEqual([
      'Leeds City Council asks to meet you about “Missed bins”',
      'Asked again: Leeds City Council asks to meet you about “Missed bins”',
    ])
    expect((await curator.post(`${path}/answer`, { answer: 'first' })).statusCode).toBe(404)
  })

  test('is asked to be a critical friend, and answers like anyone', async () => {
    const { owner, askAt, signedIn, db, drain } = await twoCouncils()
    const curator = await signedIn({ duties: ['curator'], email: 'curator@pipeline.example' })
    expect((await owner.get('/problems/missed-bins')).body).toContain('Ask a curator to be a critical friend')
    const path = String((await owner.post(`${askAt}&whom=curator`, words)).headers.location).replace(
      /\?.*/,
      '',
    )
    await drain()
    expect(await subjectsTo(db, 'curator@pipeline.example')).toEqual([
      'Surrey County Council asks to meet you about “Missed bins”',
    ])
    expect((await curator.get(path)).body).not.toContain(ownerMail)
    await curator.post(`${path}/answer`, { answer: 'first' })
    await drain()
    expect(JSON.stringify((await lettersTo(db, ownerMail)).at(-1))).toContain('curator@pipeline.example')
    expect((await owner.get(path)).body).toContain('curator@pipeline.example')
  })
})
