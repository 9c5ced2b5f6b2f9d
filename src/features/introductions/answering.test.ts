import { describe, expect, test } from 'vitest'
import {
  addresses,
  askerMail,
  lettersTo,
  linkTo,
  names,
  ownerMail,
  subjectsTo,
  twoCouncils,
} from '#test/introducing.ts'

const calendarOf = (body: string) => body.replaceAll('\r\n ', '')

describe('answering', () => {
  test('from the mail: looking changes nothing, one button does, and both get one mail with both addresses', async () => {
    const { ask, asker, owner, drain, db, get, freshBrowser } = await twoCouncils()
    const path = await ask()
    await drain()
    const link = await linkTo(db, ownerMail)
    for (const _ of [1, 2, 3]) expect((await get(link)).statusCode).toBe(200)
    expect(await db.selectFrom('introduction').select('state').execute()).toEqual([{ state: 'asked' }])
    const reader = freshBrowser()
    await reader.get(link)
    expect((await reader.post(`${link}/answer`, { answer: 'second' })).statusCode).toBe(303)
    expect((await reader.post(`${link}/answer`, { answer: 'not-now' })).statusCode).toBe(409)
    await drain()
    for (const address of addresses) {
      const told = (await lettersTo(db, address)).at(-1)!
      expect(told.subject).toMatch(/^You meet /)
      for (const each of [...addresses, ...names]) expect(JSON.stringify(told)).toContain(each)
      expect(JSON.stringify(told)).toContain('Wednesday 13 January 2027, 2:00pm')
    }
    expect(await subjectsTo(db, askerMail)).toHaveLength(1)
    const file = await get(`${await linkTo(db, askerMail)}/meeting.ics`)
    expect(file.headers['content-type']).toContain('text/calendar')
    expect(calendarOf(file.body)).toContain('DTSTART:20270113T140000Z')
    expect(calendarOf(file.body)).toContain('SUMMARY:Leeds City Council and Surrey County Council')
    for (const [reader, other] of [
      [asker, ownerMail],
      [owner, askerMail],
    ] as const) {
      expect((await reader.get(path)).body).toContain(other)
      expect((await reader.get(`${path}/meeting.ics`)).statusCode).toBe(200)
    }
  })

  test('signed in works as well, with another time', async () => {
    const { ask, owner, asker, drain, db } = await twoCouncils()
    const path = await ask()
    await drain()
    expect((await owner.get('/my')).body).toContain('Asks to meet that wait for your answer')
    const wrong = await owner.post(`${path}/answer`, {
      answer: 'other',
      other_date: 'soon',
      other_time: '9am',
    })
    expect(wrong.statusCode).toBe(422)
    await owner.post(`${path}/answer`, { answer: 'other', other_date: '1 July 2027', other_time: '9am' })
    expect((await db.selectFrom('introduction').select('state').execute())[0]!.state).toBe('asked')
    await owner.post(`${path}/answer`, { answer: 'other', other_date: '1 April 2027', other_time: '9am' })
    const [{ meets_at }] = (await db.selectFrom('introduction').select('meets_at').execute()) as [
      { meets_at: Date },
    ]
    expect(meets_at.toISOString()).toBe('2027-04-01T08:00:00.000Z')
    expect((await asker.get('/my')).body).toContain('Thursday 1 April 2027, 9:00am')
  })

  test('not now is told with its reason, and with nothing else', async () => {
    const { ask, asker, owner, drain, db } = await twoCouncils()
    const path = await ask()
    await owner.post(`${path}/answer`, { answer: 'not-now', because: 'decided' })
    await drain()
    const [letter] = await lettersTo(db, askerMail)
    expect(letter!.subject).toBe('Not just now: Surrey County Council about “Missed bins”')
    expect(JSON.stringify(letter)).toContain('what to do about it is decided')
    expect((await asker.get(path)).body).toContain('what to do about it is decided')
  })

  test('nobody is told anything once whoever asked no longer speaks for their organisation', async () => {
    const { ask, asker, owner, db, drain } = await twoCouncils()
    const path = await ask()
    await db
      .updateTable('membership')
      .set({ state: 'ended', ended_at: new Date() })
      .where('person_id', '=', asker.personId)
      .execute()
    const answer = await owner.post(`${path}/answer`, { answer: 'first' })
    expect(answer.statusCode).toBe(409)
    expect(answer.body).not.toContain(askerMail)
    await drain()
    expect(await subjectsTo(db, askerMail)).toEqual([])
  })

  test('a link ends with the membership of whose it is', async () => {
    const { ask, owner, db, drain, get } = await twoCouncils()
    await ask()
    await drain()
    const link = await linkTo(db, ownerMail)
    expect((await get(`/introductions/from-mail/${'x'.repeat(43)}`)).statusCode).toBe(404)
    await db
      .updateTable('membership')
      .set({ state: 'ended', ended_at: new Date() })
      .where('person_id', '=', owner.personId)
      .execute()
    expect((await get(link)).statusCode).toBe(404)
  })

  test('can be taken back before, by the organisation that asked alone', async () => {
    const { ask, asker, owner, drain, db } = await twoCouncils()
    const path = await ask()
    await drain()
    const link = await linkTo(db, ownerMail)
    expect((await owner.post(`${path}/withdrawal`)).statusCode).toBe(404)
    expect((await asker.post(`${path}/withdrawal`)).statusCode).toBe(303)
    expect((await owner.get(link)).body).toContain('This was taken back')
    expect((await owner.post(`${link}/answer`, { answer: 'first' })).statusCode).toBe(409)
    expect(await lettersTo(db, askerMail)).toEqual([])
  })
})
